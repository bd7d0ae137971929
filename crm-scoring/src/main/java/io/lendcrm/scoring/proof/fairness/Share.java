package io.lendcrm.scoring.proof.fairness;

import io.lendcrm.scoring.likelihood.Interval;

/**
 * A share of some rows. Immutable and thread-safe.
 *
 * @param rows how many rows, above 0
 * @param effective how many rows of equal weight tell as much, {@code (Σw)² / Σw²}; above 0
 * @param value the share, by weight, within [0, 1]
 */
public record Share(int rows, double effective, double value) {

    public Share {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, found " + rows);
        }
        if (!(effective > 0 && effective < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("effective must be finite and above 0, found " + effective);
        }
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be within [0, 1], found " + value);
        }
    }

    /**
     * The score interval of Wilson (1927), which stays within [0, 1] and has a width at 0 and 1 too.
     *
     * @param level its confidence, within (0, 1)
     * @return the share with its interval
     */
    public Interval interval(double level) {
        double z = Comparisons.quantile(level);
        double centre = value + z * z / (2 * effective);
        double reach = z * Math.sqrt(value * (1 - value) / effective + z * z / (4 * effective * effective));
        double scale = 1 + z * z / effective;
        double lower = value == 0 ? 0 : Math.min(value, (centre - reach) / scale);
        double upper = value == 1 ? 1 : Math.max(value, (centre + reach) / scale);
        return new Interval(value, Math.max(0, lower), Math.min(1, upper), level);
    }
}
