package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits a {@link GammaGammaModel} by maximum likelihood, as {@link BgNbdFitter} does, to the clients with at least one
 * repeat purchase; the others say nothing of spend and are left out, which {@code clients} among the diagnostics shows.
 * A repeat spend of 0 or below is refused and its rows are named: the model has no such amounts. Immutable and
 * thread-safe.
 *
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record GammaGammaFitter(int maxIterations, int restarts) implements Fitter<PurchaseSummaries, GammaGammaModel> {

    /** Parameters are looked for between the reciprocal of this and this, v relative to the mean spend. */
    private static final double LIMIT = 1e6;

    /** p, q, and v relative to the mean spend, which each of them fits. */
    private static final double[][] STARTS = {{3, 3, 2.0 / 3}, {1, 2, 1}, {10, 5, 0.4}, {0.5, 10, 18}};

    private static final int NAMED_ROWS = 10;

    public GammaGammaFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
        if (restarts < 0 || restarts >= STARTS.length) {
            throw new IllegalArgumentException(
                    "restarts must be within [0, " + (STARTS.length - 1) + "], found " + restarts);
        }
    }

    /** {@return a fitter that gives up after 200 steps and restarts up to 3 times} */
    public static GammaGammaFitter defaults() {
        return new GammaGammaFitter(200, STARTS.length - 1);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public GammaGammaFitter withMaxIterations(int steps) {
        return new GammaGammaFitter(steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public GammaGammaFitter withRestarts(int starts) {
        return new GammaGammaFitter(maxIterations, starts);
    }

    /**
     * Fits a model to a book whose mean amounts are known.
     *
     * @throws FitException if amounts are unknown or not above 0, nobody came back, or all who did share one row
     */
    @Override
    public GammaGammaModel fit(PurchaseSummaries book, Run run) {
        if (!book.hasSpend()) {
            throw new FitException(GammaGammaModel.TYPE, "the book has no amounts", "summaries with mean spend");
        }
        requirePositiveSpend(book);
        DistinctRows rows = repeaters(book);
        if (rows.size() < 2) {
            throw new FitException(
                    GammaGammaModel.TYPE,
                    rows.clientsText() + " clients with a repeat purchase, " + rows.size() + " distinct rows",
                    "a longer observation, or parameters set by GammaGammaModel.of");
        }
        double mean = rows.meanFirst();
        NewtonAscent.Optimum peak = best(rows, mean, run);
        double[] p = peak.parameters();
        FitSummary summary = new FitSummary(peak, rows.clients(), rows.size());
        Map<String, Double> diagnostics = summary.diagnostics();
        diagnostics.put("meanSpend", mean);
        diagnostics.put("correlation", rows.correlation());
        ModelInfo info = ModelInfo.of(GammaGammaModel.TYPE, run, book.size(), rows.fingerprint("x", "spend", "none"))
                .withOptions(Map.of("maxIterations", "" + maxIterations, "restarts", "" + restarts))
                .withDiagnostics(diagnostics)
                .withWarnings(warnings(peak, p, rows.correlation(), summary));
        ParameterCovariance covariance = ParameterCovariance.of(
                GammaGammaModel.PARAMETERS, peak.curvature().inverse(p.length));
        return new GammaGammaModel(info, p[0], p[1], p[2], covariance);
    }

    private static void requirePositiveSpend(PurchaseSummaries book) {
        List<Integer> named = new ArrayList<>();
        int refused = 0;
        for (int row = 0; row < book.size(); row++) {
            if (book.frequency(row) > 0 && !(book.spend(row) > 0)) {
                refused++;
                if (named.size() < NAMED_ROWS) {
                    named.add(row + 1);
                }
            }
        }
        if (refused > 0) {
            throw new FitException(
                    GammaGammaModel.TYPE,
                    refused + " rows with repeat purchases have a mean spend of 0 or below: rows " + named
                            + (refused > NAMED_ROWS ? " and more" : ""),
                    "leave out purchases without an amount, or the clients");
        }
    }

    private static DistinctRows repeaters(PurchaseSummaries book) {
        int size = 0;
        int[] frequency = new int[book.size()];
        double[] spend = new double[book.size()];
        double[] weight = new double[book.size()];
        for (int row = 0; row < book.size(); row++) {
            if (book.frequency(row) > 0) {
                frequency[size] = book.frequency(row);
                spend[size] = book.spend(row);
                weight[size++] = book.weight(row);
            }
        }
        return DistinctRows.of(
                Arrays.copyOf(frequency, size),
                Arrays.copyOf(spend, size),
                new double[size],
                Arrays.copyOf(weight, size));
    }

    private NewtonAscent.Optimum best(DistinctRows rows, double mean, Run run) {
        double[][] starts = new double[restarts + 1][];
        for (int i = 0; i <= restarts; i++) {
            double[] s = STARTS[i];
            starts[i] = new double[] {Math.log(s[0]), Math.log(s[1]), Math.log(s[2]) + Math.log(mean)};
        }
        double limit = Math.log(LIMIT);
        double[] low = {-limit, -limit, Math.log(mean) - 2 * limit};
        double[] high = {limit, limit, Math.log(mean) + 2 * limit};
        return new NewtonAscent(GammaGammaModel.TYPE, new GammaGammaLikelihood(rows, run), low, high, maxIterations)
                .fromAny(starts, run);
    }

    private static List<String> warnings(
            NewtonAscent.Optimum peak, double[] p, double correlation, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        boolean[] held = peak.held();
        if (held[0]) {
            warnings.add(
                    p[0] > 1
                            ? "p is at its limit: the amounts of one client don't vary"
                            : "p is at its limit: the amounts of one client vary without bound");
        }
        if (held[1] || held[2]) {
            warnings.add("q and v are at their limit: clients don't differ in their mean amount");
        }
        if (p[1] <= 1) {
            warnings.add("q is at most 1: the mean amount over all clients is infinite");
        }
        if (Math.abs(correlation) > 0.2) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "frequency and spend are correlated (%.2f), which the model takes for 0",
                    correlation));
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
