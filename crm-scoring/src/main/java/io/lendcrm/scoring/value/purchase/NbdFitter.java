package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits an {@link NbdModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian from a start by moments. Where clients don't differ in their rate, r and alpha grow for ever at a
 * fixed ratio; such a fit ends at a limit, and the model's warnings say so. Immutable and thread-safe.
 *
 * @param maxIterations after how many steps to give up, at least 1
 */
public record NbdFitter(int maxIterations) implements PurchaseFitter<NbdModel> {

    /** Parameters are looked for between the reciprocal of this and this, alpha relative to the mean age. */
    private static final double LIMIT = 1e6;

    public NbdFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /** {@return a fitter that gives up after 200 steps} */
    public static NbdFitter defaults() {
        return new NbdFitter(200);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException if the book is empty, all clients share one row, nobody was watched or came back, or no top is
     *     reached
     */
    @Override
    public NbdModel fit(PurchaseSummaries book, Run run) {
        DistinctRows rows = PurchaseRows.withoutRecency(book);
        PurchaseRows.requireInformation(rows, NbdModel.TYPE);
        return fit(rows, PurchaseRows.moments(rows, 1), book, run);
    }

    @Override
    public NbdModel refit(PurchaseSummaries book, NbdModel near, Run run) {
        BookPredictions.requireUnit(near, book);
        DistinctRows rows = PurchaseRows.withoutRecency(book);
        PurchaseRows.requireInformation(rows, NbdModel.TYPE);
        return fit(rows, new double[] {Math.log(near.r()), Math.log(near.alpha())}, book, run);
    }

    private NbdModel fit(DistinctRows rows, double[] start, PurchaseSummaries book, Run run) {
        GammaRates rates = new GammaRates(rows, 1, run);
        double limit = Math.log(LIMIT);
        double age = Math.log(rows.meanFirst());
        double[] low = {-limit, age - 2 * limit};
        double[] high = {limit, age + 2 * limit};
        NewtonAscent.Optimum peak = new NewtonAscent(
                        NbdModel.TYPE, (logs, slope, bend) -> at(rates, logs, slope, bend), low, high, maxIterations)
                .fromAny(new double[][] {start}, run);
        double[] p = peak.parameters();
        FitSummary summary = new FitSummary(peak, rows.clients(), rows.size());
        ModelInfo info = ModelInfo.of(
                        NbdModel.TYPE,
                        run,
                        book.size(),
                        rows.fingerprint(book.unit().name(), "x", "T"))
                .withOptions(Map.of("maxIterations", "" + maxIterations))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings(peak.held(), p, summary));
        return new NbdModel(
                info,
                book.unit(),
                p[0],
                p[1],
                ParameterCovariance.of(NbdModel.PARAMETERS, peak.curvature().inverse(2)));
    }

    private static double at(GammaRates rates, double[] logs, double[] gradient, double[][] hessian) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        rates.tabulate(alpha);
        double[] s = rates.sums(r, alpha);
        gradient[0] = r * s[1];
        gradient[1] = alpha * s[2];
        hessian[0][0] = r * r * s[3] + gradient[0];
        hessian[0][1] = r * alpha * s[4];
        hessian[1][0] = hessian[0][1];
        hessian[1][1] = alpha * alpha * s[5] + gradient[1];
        return s[0];
    }

    private static List<String> warnings(boolean[] held, double[] p, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        if (held[0] || held[1]) {
            warnings.add(
                    p[0] > 1
                            ? "r is at its limit: clients don't differ in their rate, which is " + p[0] / p[1]
                            : "r is at its limit: nearly all clients have a rate near 0");
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
