package io.lendcrm.scoring.value.clv;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a fit tells of itself. */
record FitSummary(Climb.Peak peak, DistinctRows rows) {

    /** Beyond this the standard errors of some combination of parameters are 1e5 times those of another. */
    private static final double ILL_CONDITIONED = 1e10;

    Map<String, Double> diagnostics() {
        double clients = rows.clients();
        int free = 0;
        for (boolean held : peak.held()) {
            free += held ? 0 : 1;
        }
        Map<String, Double> diagnostics = new TreeMap<>();
        diagnostics.put("logLikelihood", peak.value());
        diagnostics.put("aic", 2.0 * free - 2 * peak.value());
        diagnostics.put("bic", free * Math.log(clients) - 2 * peak.value());
        diagnostics.put("iterations", (double) peak.iterations());
        diagnostics.put("converged", 1.0);
        diagnostics.put("gradientNorm", peak.gradientNorm());
        diagnostics.put("hessianCondition", peak.curvature().condition());
        diagnostics.put("clients", clients);
        diagnostics.put("distinctRows", (double) rows.size());
        return diagnostics;
    }

    Optional<String> warning() {
        return peak.curvature().condition() < ILL_CONDITIONED
                ? Optional.empty()
                : Optional.of("the data hardly tell the parameters apart: the condition of the Hessian is "
                        + peak.curvature().condition());
    }
}
