package io.lendcrm.scoring.likelihood;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a fit tells of itself. Immutable and thread-safe.
 *
 * @param optimum where the ascent ended
 * @param clients how many observations were fitted, by weight, above 0
 * @param distinctRows how many distinct rows they make
 */
public record FitSummary(NewtonAscent.Optimum optimum, double clients, int distinctRows) {

    /** Beyond this the standard errors of some combination of parameters are 1e5 times those of another. */
    private static final double ILL_CONDITIONED = 1e10;

    public FitSummary {
        requireNonNull(optimum, "optimum");
        if (!(clients > 0)) {
            throw new IllegalArgumentException("clients must be above 0, found " + clients);
        }
    }

    /**
     * The diagnostics of a model's provenance: {@code logLikelihood}, {@code aic} and {@code bic} (the parameters held at
     * a bound not counted), {@code iterations}, {@code converged}, {@code gradientNorm} and {@code hessianCondition} on
     * the scale of the ascent, {@code clients}, {@code distinctRows}.
     *
     * @return the numbers by name, in a map of the caller's own
     */
    public Map<String, Double> diagnostics() {
        int free = optimum.freeParameters();
        Map<String, Double> diagnostics = new TreeMap<>();
        diagnostics.put("logLikelihood", optimum.value());
        diagnostics.put("aic", 2.0 * free - 2 * optimum.value());
        diagnostics.put("bic", free * Math.log(clients) - 2 * optimum.value());
        diagnostics.put("iterations", (double) optimum.iterations());
        diagnostics.put("converged", optimum.converged() ? 1.0 : 0.0);
        diagnostics.put("gradientNorm", optimum.gradientNorm());
        diagnostics.put("hessianCondition", optimum.curvature().condition());
        diagnostics.put("clients", clients);
        diagnostics.put("distinctRows", (double) distinctRows);
        return diagnostics;
    }

    /** {@return that the data hardly tell the parameters apart, if so} */
    public Optional<String> warning() {
        return optimum.curvature().condition() < ILL_CONDITIONED
                ? Optional.empty()
                : Optional.of("the data hardly tell the parameters apart: the condition of the Hessian is "
                        + optimum.curvature().condition());
    }
}
