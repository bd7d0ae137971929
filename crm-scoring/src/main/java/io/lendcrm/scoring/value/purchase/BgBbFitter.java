package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
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
 * Fits a {@link BgBbModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian, over equal rows merged into one. Of clients with n opportunities there are no more than
 * {@code n(n+1)/2 + 1} distinct rows, so that a million clients cost what a thousand do. Standard errors come from the same
 * Hessian.
 *
 * <p>The book's times are counted in its unit, one opportunity each, and must be whole. Where clients don't differ in
 * their readiness to buy or to leave, the fit ends at a limit and the model's warnings say which. Immutable and
 * thread-safe.
 *
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record BgBbFitter(int maxIterations, int restarts) implements Fitter<PurchaseSummaries, BgBbModel> {

    private static final double LIMIT = Math.log(1e6);

    /** Of alpha and beta their sum, and gamma and delta. */
    private static final double[][] STARTS = {{2, 1, 3}, {1, 0.5, 0.5}, {5, 3, 10}, {20, 1, 30}};

    public BgBbFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
        if (restarts < 0 || restarts >= STARTS.length) {
            throw new IllegalArgumentException(
                    "restarts must be within [0, " + (STARTS.length - 1) + "], found " + restarts);
        }
    }

    /** {@return a fitter that gives up after 200 steps and restarts up to 3 times} */
    public static BgBbFitter defaults() {
        return new BgBbFitter(200, STARTS.length - 1);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public BgBbFitter withMaxIterations(int steps) {
        return new BgBbFitter(steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public BgBbFitter withRestarts(int starts) {
        return new BgBbFitter(maxIterations, starts);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException if the book is empty, times are not whole opportunities, all clients share one row, nobody had
     *     an opportunity or used one, or no start leads to a top
     */
    @Override
    public BgBbModel fit(PurchaseSummaries book, Run run) {
        DistinctRows rows = distinct(book);
        double[][] starts = starts(rows);
        double[] low = {-LIMIT, -LIMIT, -LIMIT, -LIMIT};
        double[] high = {LIMIT, LIMIT, LIMIT, LIMIT};
        NewtonAscent.Optimum peak = new NewtonAscent(
                        BgBbModel.TYPE, new BgBbLikelihood(rows, run), low, high, maxIterations)
                .fromAny(starts, run);
        double[] p = peak.parameters();
        FitSummary summary = new FitSummary(peak, rows.clients(), rows.size());
        ModelInfo info = ModelInfo.of(
                        BgBbModel.TYPE,
                        run,
                        book.size(),
                        rows.fingerprint(book.unit().name(), "x", "n", "t_x"))
                .withOptions(Map.of("maxIterations", "" + maxIterations, "restarts", "" + restarts))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings(peak, p, summary));
        ParameterCovariance covariance =
                ParameterCovariance.of(BgBbModel.PARAMETERS, peak.curvature().inverse(p.length));
        return new BgBbModel(info, book.unit(), p[0], p[1], p[2], p[3], covariance);
    }

    private static DistinctRows distinct(PurchaseSummaries book) {
        int size = book.size();
        int[] frequency = new int[size];
        double[] age = new double[size];
        double[] recency = new double[size];
        double[] weight = new double[size];
        for (int row = 0; row < size; row++) {
            try {
                BgBbHistory.of(book.summary(row), 1, 1, 1, 1);
            } catch (IllegalArgumentException e) {
                throw new FitException(
                        BgBbModel.TYPE,
                        "row " + (row + 1) + ": " + e.getMessage(),
                        "times counted in opportunities, at most one purchase at each");
            }
            frequency[row] = book.frequency(row);
            age[row] = book.age(row);
            recency[row] = book.recency(row);
            weight[row] = book.weight(row);
        }
        return DistinctRows.of(frequency, age, recency, weight);
    }

    private double[][] starts(DistinctRows rows) {
        if (rows.size() == 0) {
            throw new FitException(BgBbModel.TYPE, "the book has no clients", "a longer observation or a wider choice");
        }
        double opportunities = rows.meanFirst();
        double purchases = rows.meanCount();
        if (opportunities == 0 || purchases == 0) {
            throw new FitException(
                    BgBbModel.TYPE,
                    "of " + rows.clientsText() + " clients none "
                            + (opportunities == 0 ? "had an opportunity" : "came back"),
                    "a longer observation, or parameters set by BgBbModel.of");
        }
        if (rows.size() == 1) {
            throw new FitException(
                    BgBbModel.TYPE,
                    rows.clientsText() + " clients share the one row x=" + rows.count()[0] + ", t_x=" + rows.second(0)
                            + ", n=" + rows.first(0) + ", which says nothing of how clients differ",
                    "more clients, or parameters set by BgBbModel.of");
        }
        double buy = Math.min(0.9, purchases / opportunities);
        double[][] starts = new double[restarts + 1][];
        for (int i = 0; i <= restarts; i++) {
            double[] s = STARTS[i];
            starts[i] = new double[] {Math.log(s[0] * buy), Math.log(s[0] * (1 - buy)), Math.log(s[1]), Math.log(s[2])};
        }
        return starts;
    }

    private static List<String> warnings(NewtonAscent.Optimum peak, double[] p, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        boolean[] held = peak.held();
        if (held[0] || held[1]) {
            boolean small = held[0] && p[0] < 1 || held[1] && p[1] < 1;
            warnings.add(
                    small
                            ? "alpha or beta is at its limit: clients buy at every opportunity or at none"
                            : "alpha and beta are at their limit: clients don't differ in their probability to buy, which is "
                                    + p[0] / (p[0] + p[1]));
        }
        if (held[2] && p[2] < 1) {
            warnings.add("gamma is at its limit: the data show no client that left");
        } else if (held[3] && p[3] < 1) {
            warnings.add("delta is at its limit: clients leave before their first opportunity or not at all");
        } else if (held[2] || held[3]) {
            warnings.add(
                    "gamma and delta are at their limit: clients don't differ in their probability to leave, which is "
                            + p[2] / (p[2] + p[3]));
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
