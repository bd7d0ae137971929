package io.lendcrm.scoring.proof.validation;

/**
 * How far apart the distribution functions of two samples lie. Immutable and thread-safe.
 *
 * @param steps the greatest distance in units of 1 / (size of the first · size of the second), exact; at least 0
 * @param ks the greatest distance, within [0, 1]: the statistic of Kolmogorov and Smirnov
 * @param wasserstein the area between the two, Wasserstein's distance of order 1, in the unit of the values; at least 0
 */
public record EmpiricalDistance(long steps, double ks, double wasserstein) {

    public EmpiricalDistance {
        if (steps < 0 || !(ks >= 0 && ks <= 1) || !(wasserstein >= 0 && wasserstein < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "steps must be at least 0, ks within [0, 1], wasserstein finite and at least 0, found " + steps
                            + ", " + ks + " and " + wasserstein);
        }
    }

    /**
     * Of two samples.
     *
     * @param first in ascending order, finite, not empty
     * @param second in ascending order, finite, not empty
     * @return the distance
     * @throws IllegalArgumentException if a sample is empty or not ascending, a value is infinite or {@code NaN}, or the area is
     *     greater than a double can tell
     */
    public static EmpiricalDistance of(double[] first, double[] second) {
        requireAscending(first, "first");
        requireAscending(second, "second");
        double pairs = (double) first.length * second.length;
        long steps = 0;
        double half = 0;
        double before = Math.min(first[0], second[0]);
        for (int i = 0, j = 0; i < first.length || j < second.length; ) {
            double value = j == second.length || (i < first.length && first[i] <= second[j]) ? first[i] : second[j];
            long distance = Math.abs((long) i * second.length - (long) j * first.length);
            steps = Math.max(steps, distance);
            half += distance
                    / pairs
                    * (value / 2 - before / 2); // halves, as two values may lie further apart than a double
            before = value;
            while (i < first.length && first[i] == value) {
                i++;
            }
            while (j < second.length && second[j] == value) {
                j++;
            }
        }
        if (!(2 * half < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("first and second must lie less than " + Double.MAX_VALUE + " apart");
        }
        return new EmpiricalDistance(steps, steps / pairs, 2 * half);
    }

    private static void requireAscending(double[] values, String name) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " must have a value, found none");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && values[i] < values[i - 1])) {
                throw new IllegalArgumentException(
                        name + " must be finite and ascending, found " + values[i] + " in place " + (i + 1));
            }
        }
    }
}
