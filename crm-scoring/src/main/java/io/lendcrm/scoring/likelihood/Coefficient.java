package io.lendcrm.scoring.likelihood;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.special.Tails;

/**
 * An estimated coefficient of a regression. Immutable and thread-safe.
 *
 * @param name what it belongs to
 * @param estimate its value
 * @param standardError its standard error; 0 where it was set or is held at a bound
 */
public record Coefficient(String name, double estimate, double standardError) {

    public Coefficient {
        requireNonNull(name, "name");
        if (!Double.isFinite(estimate) || !(standardError >= 0) || standardError == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("estimate and standardError of " + name
                    + " must be finite, the latter at least 0, found " + estimate + " and " + standardError);
        }
    }

    /** {@return whether it was set, or is held at a bound, and so has no uncertainty of its own} */
    public boolean held() {
        return standardError == 0;
    }

    /**
     * The estimate in standard errors.
     *
     * @return Wald's z; 0 for a coefficient that {@link #held() has no uncertainty}
     */
    public double z() {
        return held() ? 0 : estimate / standardError;
    }

    /**
     * Wald's test that the coefficient is 0.
     *
     * @return the two-sided probability; 1 for a coefficient that {@link #held() has no uncertainty}
     */
    public double probability() {
        return Tails.normal(z());
    }

    /**
     * The lower end of Wald's interval.
     *
     * @param level the confidence, within (0, 1)
     * @return the estimate less so many standard errors
     */
    public double lower(double level) {
        return estimate - Tails.deviations(level) * standardError;
    }

    /**
     * The upper end of Wald's interval.
     *
     * @param level the confidence, within (0, 1)
     * @return the estimate and so many standard errors
     */
    public double upper(double level) {
        return estimate + Tails.deviations(level) * standardError;
    }
}
