package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
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
 * How the beta-geometric models are fitted, all alike.
 *
 * @param type the model's type
 * @param first 1 where a client may leave after its first purchase, 0 where not
 * @param regularity how many hidden events a purchase is
 * @param maxIterations after how many steps from one start to give up
 * @param restarts from how many further starts to try
 */
record BetaGeometricFit(String type, int first, int regularity, int maxIterations, int restarts) {

    static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    /** Parameters are looked for between the reciprocal of this and this, alpha relative to the mean age. */
    private static final double LIMIT = 1e6;

    /** Of the start by moments: factors of r, and a and b. */
    private static final double[][] STARTS = {{1, 1, 3}, {4, 0.5, 0.5}, {0.25, 3, 10}, {20, 1, 30}};

    static final int MOST_RESTARTS = STARTS.length - 1;

    BetaGeometricFit {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
        if (restarts < 0 || restarts > MOST_RESTARTS) {
            throw new IllegalArgumentException("restarts must be within [0, " + MOST_RESTARTS + "], found " + restarts);
        }
    }

    /** The end of a fit. */
    @SuppressWarnings("ArrayRecordComponent") // handed over at once
    record Fitted(ModelInfo info, double[] parameters, ParameterCovariance covariance) {}

    /** Fits a book from the starts by moments, or first from the parameters given. */
    Fitted fit(PurchaseSummaries book, double @Nullable [] near, Run run) {
        DistinctRows rows = PurchaseRows.distinct(book);
        PurchaseRows.requireInformation(rows, type);
        double constant = regularity == 1 ? 0 : Regularity.constant(book, regularity, type);
        double limit = Math.log(LIMIT);
        double age = Math.log(rows.meanFirst());
        double[] low = {-limit, age - 2 * limit, -limit, -limit};
        double[] high = {limit, age + 2 * limit, limit, limit};
        NewtonAscent ascent = new NewtonAscent(
                type, new BetaGeometricLikelihood(rows, first, regularity, constant, run), low, high, maxIterations);
        NewtonAscent.Optimum peak = ascent.fromAny(starts(rows, near), run);
        double[] p = peak.parameters();
        FitSummary summary = new FitSummary(peak, rows.clients(), rows.size());
        ModelInfo info = ModelInfo.of(
                        type, run, book.size(), rows.fingerprint(book.unit().name(), "x", "T", "t_x"))
                .withOptions(Map.of("maxIterations", "" + maxIterations, "restarts", "" + restarts))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings(peak.held(), p, summary));
        return new Fitted(
                info, p, ParameterCovariance.of(PARAMETERS, peak.curvature().inverse(p.length)));
    }

    private double[][] starts(DistinctRows rows, double @Nullable [] near) {
        double[] moments = PurchaseRows.moments(rows, regularity);
        List<double[]> starts = new ArrayList<>();
        if (near != null) {
            starts.add(new double[] {Math.log(near[0]), Math.log(near[1]), Math.log(near[2]), Math.log(near[3])});
        }
        for (int i = 0; i <= restarts; i++) {
            double[] s = STARTS[i];
            double shape = Math.log(s[0]);
            starts.add(new double[] {moments[0] + shape, moments[1] + shape, Math.log(s[1]), Math.log(s[2])});
        }
        return starts.toArray(new double[0][]);
    }

    private List<String> warnings(boolean[] held, double[] p, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        if (held[0] || held[1]) {
            warnings.add(
                    p[0] > 1
                            ? "r is at its limit: clients don't differ in their rate, which is "
                                    + p[0] / p[1] / regularity
                            : "r is at its limit: nearly all clients have a rate near 0");
        }
        if (held[2] && p[2] < 1) {
            warnings.add("a is at its limit: the data show no client that left; the NBD model says the same");
        } else if (held[3] && p[3] < 1) {
            warnings.add("b is at its limit: every client leaves at its first "
                    + (first == 0 ? "repeat purchase" : "purchase"));
        } else if (held[2] || held[3]) {
            warnings.add("a and b are at their limit: clients don't differ in their probability to leave, which is "
                    + p[2] / (p[2] + p[3]));
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
