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
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link ParetoNbdModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian, from a start by moments, over equal rows merged into one. The unit of time shifts two logarithms
 * and moves nothing else, so that days and weeks give the same model. Standard errors come from the same Hessian.
 *
 * <p>Where clients don't differ in a rate, or none of them leaves, the likelihood has no top: it rises for ever towards a
 * simpler model. Such a fit ends at a limit, and the model's warnings say which. Data that say nothing at all are refused.
 * Immutable and thread-safe.
 *
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record ParetoNbdFitter(int maxIterations, int restarts) implements PurchaseFitter<ParetoNbdModel> {

    /** Parameters are looked for between the reciprocal of this and this, alpha and beta relative to the mean age. */
    private static final double LIMIT = 1e6;

    /** Who leaves in a mean age, of all clients, where the data show none. */
    private static final double NOBODY = 1e-5;

    /** Of the start by moments: factors of r, and s and beta, the latter in mean ages. */
    private static final double[][] STARTS = {{1, 1, 1}, {2, 0.5, 0.3}, {0.5, 2, 5}, {5, 0.2, 0.1}};

    public ParetoNbdFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
        if (restarts < 0 || restarts >= STARTS.length) {
            throw new IllegalArgumentException(
                    "restarts must be within [0, " + (STARTS.length - 1) + "], found " + restarts);
        }
    }

    /** {@return a fitter that gives up after 200 steps and restarts up to 3 times} */
    public static ParetoNbdFitter defaults() {
        return new ParetoNbdFitter(200, STARTS.length - 1);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public ParetoNbdFitter withMaxIterations(int steps) {
        return new ParetoNbdFitter(steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public ParetoNbdFitter withRestarts(int starts) {
        return new ParetoNbdFitter(maxIterations, starts);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException if the book is empty, all clients share one row, nobody was watched or came back, or no start
     *     leads to a top
     */
    @Override
    public ParetoNbdModel fit(PurchaseSummaries book, Run run) {
        return fit(book, null, run);
    }

    @Override
    public ParetoNbdModel refit(PurchaseSummaries book, ParetoNbdModel near, Run run) {
        BookPredictions.requireUnit(near, book);
        return fit(book, near, run);
    }

    private ParetoNbdModel fit(PurchaseSummaries book, @Nullable ParetoNbdModel near, Run run) {
        DistinctRows rows = distinct(book);
        requireInformation(rows);
        NewtonAscent.Optimum peak = settled(best(rows, near, run), meanAge(rows));
        double[] p = peak.parameters();
        ParameterCovariance covariance = ParameterCovariance.of(
                ParetoNbdModel.PARAMETERS, peak.curvature().inverse(p.length));
        FitSummary summary = new FitSummary(peak, rows.clients(), rows.size());
        ModelInfo info = ModelInfo.of(
                        ParetoNbdModel.TYPE,
                        run,
                        book.size(),
                        rows.fingerprint(book.unit().name(), "x", "t_x", "T"))
                .withOptions(Map.of("maxIterations", "" + maxIterations, "restarts", "" + restarts))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings(peak, p, summary));
        return new ParetoNbdModel(info, book.unit(), p[0], p[1], p[2], p[3], covariance);
    }

    static DistinctRows distinct(PurchaseSummaries book) {
        int size = book.size();
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        double[] weight = new double[size];
        for (int row = 0; row < size; row++) {
            frequency[row] = book.frequency(row);
            recency[row] = book.recency(row);
            age[row] = book.age(row);
            weight[row] = book.weight(row);
        }
        return DistinctRows.of(frequency, recency, age, weight);
    }

    private static void requireInformation(DistinctRows rows) {
        if (rows.size() == 0) {
            throw new FitException(
                    ParetoNbdModel.TYPE, "the book has no clients", "a longer observation or a wider choice");
        }
        int last = rows.size() - 1;
        if (rows.count()[last] == 0) {
            throw new FitException(
                    ParetoNbdModel.TYPE,
                    "none of " + rows.clientsText() + " clients came back",
                    "a longer observation, or parameters set by ParetoNbdModel.of");
        }
        if (rows.secondValues()[rows.secondValues().length - 1] == 0) {
            throw new FitException(ParetoNbdModel.TYPE, "every client's age is 0", "a later end of observation");
        }
        if (last == 0) {
            throw new FitException(
                    ParetoNbdModel.TYPE,
                    rows.clientsText() + " clients share the one row x=" + rows.count()[0] + ", t_x=" + rows.first(0)
                            + ", T=" + rows.second(0) + ", which says nothing of how clients differ",
                    "more clients, or parameters set by ParetoNbdModel.of");
        }
    }

    private NewtonAscent.Optimum best(DistinctRows rows, @Nullable ParetoNbdModel near, Run run) {
        double meanAge = meanAge(rows);
        double mean = rows.meanCount();
        double excess = rows.varianceOfCount() - mean;
        // of a negative binomial with the book's mean and variance of x, as if nobody left
        double r = excess > 0 ? Math.max(0.05, Math.min(20, mean * mean / excess)) : 20;
        double age = Math.log(meanAge);
        List<double[]> starts = new ArrayList<>();
        if (near != null) {
            starts.add(
                    new double[] {Math.log(near.r()), Math.log(near.alpha()), Math.log(near.s()), Math.log(near.beta())
                    });
        }
        for (int i = 0; i <= restarts; i++) {
            double logR = Math.log(r * STARTS[i][0]);
            starts.add(new double[] {
                logR, logR + age - Math.log(mean), Math.log(STARTS[i][1]), age + Math.log(STARTS[i][2])
            });
        }
        double limit = Math.log(LIMIT);
        double[] low = {-limit, age - 2 * limit, -limit, age - 2 * limit};
        double[] high = {limit, age + 2 * limit, limit, age + 2 * limit};
        return new NewtonAscent(ParetoNbdModel.TYPE, new ParetoNbdLikelihood(rows, run), low, high, maxIterations)
                .fromAny(starts.toArray(new double[0][]), run);
    }

    /** Where next to nobody leaves in a mean age, s and beta mean nothing by themselves and count as held. */
    private static NewtonAscent.Optimum settled(NewtonAscent.Optimum peak, double meanAge) {
        double[] p = peak.parameters();
        if (p[2] * Math.log1p(meanAge / p[3]) > NOBODY) {
            return peak;
        }
        boolean[] held = peak.held().clone();
        held[2] = true;
        held[3] = true;
        return new NewtonAscent.Optimum(
                peak.point(), peak.value(), peak.gradient(), peak.hessian(), held, peak.iterations(), peak.converged());
    }

    private static double meanAge(DistinctRows rows) {
        double clients = rows.clients();
        double mean = 0;
        for (int row = 0; row < rows.size(); row++) {
            mean += rows.weight()[row] / clients * rows.second(row);
        }
        return mean;
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
        if (held[2] && (held[3] || p[2] < 1)) {
            warnings.add("s is at its limit: the data show no client that left, and the model is the NBD");
        } else if (held[2] || held[3] && p[3] > 1) {
            warnings.add("s and beta are at their limit: clients don't differ in their rate to leave, which is "
                    + p[2] / p[3]);
        } else if (held[3]) {
            warnings.add("beta is at its limit: clients leave at once or never");
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
