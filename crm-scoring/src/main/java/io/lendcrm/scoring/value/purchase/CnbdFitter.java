package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link CnbdModel} by maximum likelihood, as {@link BgNbdFitter} does, for each regularity from 1 up to a greatest
 * one, and takes the most likely. What tells regularities apart are above all the times between purchases: give the book
 * {@link PurchaseSummaries#withLogIntervals}, as {@link io.lendcrm.core.history.PurchaseSummarizer#summariesWithIntervals}
 * does; without them only the time of the last purchase speaks, and neighbouring regularities are easily mistaken. With
 * them the log-likelihood is that of all times, as in the R package BTYDplus. That of the regularities passed over is
 * among the diagnostics as {@code logLikelihood.k=2} and so on. The search stops at the first that is less likely than the
 * one before, as the likelihood has one top in k in practice. The
 * regularity is not counted among the parameters of AIC and BIC. Immutable and thread-safe.
 *
 * @param dropout after which purchases a client may leave
 * @param leastRegularity the first k to try, at least 1
 * @param greatestRegularity the last k to try, at most 20; the same as the first to fit for that alone
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record CnbdFitter(Dropout dropout, int leastRegularity, int greatestRegularity, int maxIterations, int restarts)
        implements PurchaseFitter<CnbdModel> {

    public CnbdFitter {
        requireNonNull(dropout, "dropout");
        CnbdModel.requireRegularity(leastRegularity);
        CnbdModel.requireRegularity(greatestRegularity);
        if (leastRegularity > greatestRegularity) {
            throw new IllegalArgumentException("leastRegularity must be at most greatestRegularity="
                    + greatestRegularity + ", found " + leastRegularity);
        }
        new BetaGeometricFit(CnbdModel.TYPE, dropout.first(), leastRegularity, maxIterations, restarts);
    }

    /**
     * A fitter that tries the regularities 1 to 8.
     *
     * @param dropout after which purchases a client may leave
     * @return the fitter
     */
    public static CnbdFitter of(Dropout dropout) {
        return new CnbdFitter(dropout, 1, 8, 200, BetaGeometricFit.MOST_RESTARTS);
    }

    /**
     * With one regularity alone.
     *
     * @param k the regularity
     * @return the changed fitter
     */
    public CnbdFitter withRegularity(int k) {
        return new CnbdFitter(dropout, k, k, maxIterations, restarts);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException as {@link BgNbdFitter#fit}, or if repeat purchases fall on the moment of the first and the
     *     least regularity is above 1
     */
    @Override
    public CnbdModel fit(PurchaseSummaries book, Run run) {
        List<CnbdModel> tried = new ArrayList<>();
        Map<String, Double> likelihoods = new TreeMap<>();
        double best = Double.NEGATIVE_INFINITY;
        for (int k = leastRegularity; k <= greatestRegularity; k++) {
            if (k > Math.max(1, leastRegularity) && Regularity.impossible(book)) {
                break;
            }
            CnbdModel model = fit(book, k, null, run);
            double logLikelihood = model.info().diagnostics().getOrDefault("logLikelihood", Double.NaN);
            likelihoods.put("logLikelihood.k=" + k, logLikelihood);
            if (!(logLikelihood > best)) {
                break;
            }
            best = logLikelihood;
            tried.add(model);
        }
        CnbdModel chosen = tried.get(tried.size() - 1);
        Map<String, Double> diagnostics = new HashMap<>(chosen.info().diagnostics());
        diagnostics.putAll(likelihoods);
        return new CnbdModel(
                chosen.info().withDiagnostics(diagnostics),
                chosen.unit(),
                dropout,
                chosen.regularity(),
                chosen.r(),
                chosen.alpha(),
                chosen.a(),
                chosen.b(),
                chosen.covariance());
    }

    /** {@inheritDoc} The regularity stays that of the model near by. */
    @Override
    public CnbdModel refit(PurchaseSummaries book, CnbdModel near, Run run) {
        BookPredictions.requireUnit(near, book);
        return fit(book, near.regularity(), new double[] {near.r(), near.alpha(), near.a(), near.b()}, run);
    }

    private CnbdModel fit(PurchaseSummaries book, int k, double @Nullable [] near, Run run) {
        BetaGeometricFit.Fitted fitted =
                new BetaGeometricFit(CnbdModel.TYPE, dropout.first(), k, maxIterations, restarts).fit(book, near, run);
        double[] p = fitted.parameters();
        return new CnbdModel(fitted.info(), book.unit(), dropout, k, p[0], p[1], p[2], p[3], fitted.covariance());
    }
}
