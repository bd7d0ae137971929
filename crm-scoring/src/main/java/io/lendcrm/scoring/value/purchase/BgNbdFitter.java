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
 * Fits a {@link BgNbdModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian, from a start by moments, over equal rows merged into one. The unit of time shifts one logarithm
 * and moves nothing else, so that days and weeks give the same model. Standard errors come from the same Hessian.
 *
 * <p>Where clients don't differ in their rate or in their readiness to leave, the likelihood has no top: it rises for ever
 * towards a simpler model. Such a fit ends at a limit, and the model's warnings say which. Data that say nothing at all
 * are refused. Immutable and thread-safe.
 *
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record BgNbdFitter(int maxIterations, int restarts) implements Fitter<PurchaseSummaries, BgNbdModel> {

    /** Parameters are looked for between the reciprocal of this and this, alpha relative to the mean age. */
    private static final double LIMIT = 1e6;

    /** Of the start by moments: factors of r, and a and b. */
    private static final double[][] STARTS = {{1, 1, 3}, {4, 0.5, 0.5}, {0.25, 3, 10}, {20, 1, 30}};

    public BgNbdFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
        if (restarts < 0 || restarts >= STARTS.length) {
            throw new IllegalArgumentException(
                    "restarts must be within [0, " + (STARTS.length - 1) + "], found " + restarts);
        }
    }

    /** {@return a fitter that gives up after 200 steps and restarts up to 3 times} */
    public static BgNbdFitter defaults() {
        return new BgNbdFitter(200, STARTS.length - 1);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public BgNbdFitter withMaxIterations(int steps) {
        return new BgNbdFitter(steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public BgNbdFitter withRestarts(int starts) {
        return new BgNbdFitter(maxIterations, starts);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException if the book is empty, all clients share one row, nobody was watched or came back, or no start
     *     leads to a top
     */
    @Override
    public BgNbdModel fit(PurchaseSummaries book, Run run) {
        DistinctRows rows = distinct(book);
        requireInformation(rows);
        NewtonAscent.Optimum peak = best(rows, run);
        double[] p = peak.parameters();
        ParameterCovariance covariance =
                ParameterCovariance.of(BgNbdModel.PARAMETERS, peak.curvature().inverse(p.length));
        FitSummary summary = new FitSummary(peak, rows.clients(), rows.size());
        ModelInfo info = ModelInfo.of(
                        BgNbdModel.TYPE,
                        run,
                        book.size(),
                        rows.fingerprint(book.unit().name(), "x", "T", "t_x"))
                .withOptions(Map.of("maxIterations", "" + maxIterations, "restarts", "" + restarts))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings(peak, p, summary));
        return new BgNbdModel(info, book.unit(), p[0], p[1], p[2], p[3], covariance);
    }

    static DistinctRows distinct(PurchaseSummaries book) {
        int size = book.size();
        int[] frequency = new int[size];
        double[] age = new double[size];
        double[] recency = new double[size];
        double[] weight = new double[size];
        for (int row = 0; row < size; row++) {
            frequency[row] = book.frequency(row);
            age[row] = book.age(row);
            recency[row] = book.recency(row);
            weight[row] = book.weight(row);
        }
        return DistinctRows.of(frequency, age, recency, weight);
    }

    private static void requireInformation(DistinctRows rows) {
        if (rows.size() == 0) {
            throw new FitException(
                    BgNbdModel.TYPE, "the book has no clients", "a longer observation or a wider choice");
        }
        int last = rows.size() - 1;
        if (rows.count()[last] == 0) {
            throw new FitException(
                    BgNbdModel.TYPE,
                    "none of " + rows.clientsText() + " clients came back",
                    "a longer observation, or parameters set by BgNbdModel.of");
        }
        if (rows.firstValues()[rows.firstValues().length - 1] == 0) {
            throw new FitException(BgNbdModel.TYPE, "every client's age is 0", "a later end of observation");
        }
        if (last == 0) {
            throw new FitException(
                    BgNbdModel.TYPE,
                    rows.clientsText() + " clients share the one row x=" + rows.count()[0] + ", t_x=" + rows.second(0)
                            + ", T=" + rows.first(0) + ", which says nothing of how clients differ",
                    "more clients, or parameters set by BgNbdModel.of");
        }
    }

    private NewtonAscent.Optimum best(DistinctRows rows, Run run) {
        double[] moments = moments(rows);
        double[][] starts = new double[restarts + 1][];
        for (int i = 0; i <= restarts; i++) {
            double[] s = STARTS[i];
            double shape = Math.log(s[0]);
            starts[i] = new double[] {moments[0] + shape, moments[1] + shape, Math.log(s[1]), Math.log(s[2])};
        }
        double limit = Math.log(LIMIT);
        double age = Math.log(rows.meanFirst());
        double[] low = {-limit, age - 2 * limit, -limit, -limit};
        double[] high = {limit, age + 2 * limit, limit, limit};
        return new NewtonAscent(BgNbdModel.TYPE, new BgNbdLikelihood(rows, run), low, high, maxIterations)
                .fromAny(starts, run);
    }

    /** ln r and ln alpha of a negative binomial with the book's mean and variance of x, as if nobody left. */
    private static double[] moments(DistinctRows rows) {
        double mean = rows.meanCount();
        double excess = rows.varianceOfCount() - mean;
        double r = excess > 0 ? Math.max(0.05, Math.min(20, mean * mean / excess)) : 20;
        return new double[] {Math.log(r), Math.log(r) + Math.log(rows.meanFirst()) - Math.log(mean)};
    }

    private static List<String> warnings(NewtonAscent.Optimum peak, double[] p, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        boolean[] held = peak.held();
        if (held[0] || held[1]) {
            warnings.add(
                    p[0] > 1
                            ? "r is at its limit: clients don't differ in their rate, which is " + p[0] / p[1]
                            : "r is at its limit: nearly all clients have a rate near 0");
        }
        if (held[2] && p[2] < 1) {
            warnings.add("a is at its limit: the data show no client that left");
        } else if (held[3] && p[3] < 1) {
            warnings.add("b is at its limit: every client leaves at its first repeat purchase");
        } else if (held[2] || held[3]) {
            warnings.add("a and b are at their limit: clients don't differ in their probability to leave, which is "
                    + p[2] / (p[2] + p[3]));
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
