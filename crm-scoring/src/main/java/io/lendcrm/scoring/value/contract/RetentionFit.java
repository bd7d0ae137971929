package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the fits of all retention models share: the data's checks, the ascent from several starts, the provenance. */
final class RetentionFit {

    private static final double LIMIT = Math.log(1e6);
    private static final double SHAPE_LIMIT = Math.log(10);

    private final String type;
    private final Tenures tenures;
    private final DistinctRows rows;
    private final NewtonAscent.Optimum peak;

    private RetentionFit(String type, Tenures tenures, DistinctRows rows, NewtonAscent.Optimum peak) {
        this.type = type;
        this.tenures = tenures;
        this.rows = rows;
        this.peak = peak;
    }

    /** From starts of two or three logarithms; times are divided by the scale. */
    static RetentionFit of(
            String type,
            Tenures tenures,
            double scale,
            TenureLikelihood.Family family,
            double[][] starts,
            int maxIterations,
            Run run) {
        DistinctRows rows = tenures.rows();
        int size = starts[0].length;
        double[] high = {LIMIT, LIMIT, SHAPE_LIMIT};
        double[] low = {-LIMIT, -LIMIT, -SHAPE_LIMIT};
        NewtonAscent ascent = new NewtonAscent(
                type,
                new TenureLikelihood(rows, scale, family, run),
                Arrays.copyOf(low, size),
                Arrays.copyOf(high, size),
                maxIterations);
        return new RetentionFit(type, tenures, rows, ascent.fromAny(starts, run));
    }

    static void requireOptions(int maxIterations, int restarts, int starts) {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
        if (restarts < 0 || restarts >= starts) {
            throw new IllegalArgumentException("restarts must be within [0, " + (starts - 1) + "], found " + restarts);
        }
    }

    /** The rate at which clients left, by time watched; refused where there is none. */
    static double hazard(String type, Tenures tenures) {
        double left = tenures.left();
        if (tenures.size() == 0) {
            throw new FitException(type, "there are no clients", "a wider choice");
        }
        if (left == 0) {
            throw new FitException(
                    type, "none of " + tenures.clients() + " clients left", "a longer observation, or parameters set");
        }
        long kinds = tenures.rows().size();
        if (kinds < 2) {
            throw new FitException(
                    type,
                    "all " + tenures.clients() + " clients share one row, which says nothing of how clients differ",
                    "a longer observation, or parameters set");
        }
        return left / tenures.exposure();
    }

    NewtonAscent.Optimum peak() {
        return peak;
    }

    /** The covariance of three logarithms; none of the third where it was held. */
    double[][] covariance() {
        int size = peak.point().length;
        double[][] found = peak.curvature().inverse(size);
        double[][] covariance = new double[3][3];
        for (int i = 0; i < size; i++) {
            System.arraycopy(found[i], 0, covariance[i], 0, size);
        }
        return covariance;
    }

    ModelInfo info(int maxIterations, int restarts, boolean shapeFitted, List<String> limits, Run run) {
        FitSummary summary = new FitSummary(peak, tenures.clients(), rows.size());
        List<String> warnings = new ArrayList<>(limits);
        if (shapeFitted && peak.held()[2]) {
            warnings.add("c is at its limit: the data don't say how the readiness to leave changes with tenure");
        }
        summary.warning().ifPresent(warnings::add);
        return ModelInfo.of(
                        type,
                        run,
                        tenures.size(),
                        rows.fingerprint(tenures.unit().name(), "kind", "from", "until"))
                .withOptions(Map.of(
                        "maxIterations",
                        "" + maxIterations,
                        "restarts",
                        "" + restarts,
                        "shapeFitted",
                        "" + shapeFitted))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings);
    }
}
