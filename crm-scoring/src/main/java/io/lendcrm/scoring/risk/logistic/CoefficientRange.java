package io.lendcrm.scoring.risk.logistic;

/**
 * Where a coefficient may lie, in the units of its column. Immutable and thread-safe.
 *
 * @param low the least value; minus infinity for none
 * @param high the greatest value, at least {@code low}; infinity for none
 */
public record CoefficientRange(double low, double high) {

    /** Anywhere. */
    public static final CoefficientRange FREE =
            new CoefficientRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** At least 0. */
    public static final CoefficientRange NOT_NEGATIVE = new CoefficientRange(0, Double.POSITIVE_INFINITY);

    /** At most 0. */
    public static final CoefficientRange NOT_POSITIVE = new CoefficientRange(Double.NEGATIVE_INFINITY, 0);

    public CoefficientRange {
        if (!(low <= high) || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("low must be at most high, found " + low + " and " + high);
        }
    }
}
