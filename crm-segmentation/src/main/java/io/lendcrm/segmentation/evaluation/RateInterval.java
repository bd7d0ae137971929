package io.lendcrm.segmentation.evaluation;

/**
 * Where a share or a difference of shares lies. Immutable and thread-safe.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record RateInterval(double low, double high) {

    public RateInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("high must be at least low=" + low + ", found " + high);
        }
    }

    /**
     * Whether all of it lies above a value.
     *
     * @param value the value
     * @return true if so
     */
    public boolean above(double value) {
        return low > value;
    }

    /**
     * Whether all of it lies below a value.
     *
     * @param value the value
     * @return true if so
     */
    public boolean below(double value) {
        return high < value;
    }
}
