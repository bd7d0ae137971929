package io.lendcrm.scoring.proof.validation;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * An area under the receiver operating characteristic and how well it is known. Immutable and thread-safe.
 *
 * @param value within [0, 1]; 0.5 for a score that tells nothing
 * @param variance by DeLong, DeLong and Clarke-Pearson (1988); {@code NaN} with a single bad or a single good
 */
public record Auc(double value, double variance) {

    public Auc {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be within [0, 1], found " + value);
        }
    }

    /** {@return twice the area minus 1} */
    public double gini() {
        return 2 * value - 1;
    }

    /**
     * The lower end of a two-sided normal interval.
     *
     * @param level its confidence, within (0, 1)
     * @return the end, not below 0; {@code NaN} if the variance is
     */
    public double lower(double level) {
        return Double.isNaN(variance) ? variance : Math.max(0, value - reach(level));
    }

    /**
     * The upper end of a two-sided normal interval.
     *
     * @param level its confidence, within (0, 1)
     * @return the end, not above 1; {@code NaN} if the variance is
     */
    public double upper(double level) {
        return Double.isNaN(variance) ? variance : Math.min(1, value + reach(level));
    }

    private double reach(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2) * Math.sqrt(variance);
    }
}
