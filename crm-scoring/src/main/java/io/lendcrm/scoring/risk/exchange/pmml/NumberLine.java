package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.Arrays;
import java.util.Collection;

/**
 * The doubles cut at thresholds, so that predicates are constant on each part: below the first, each threshold alone, and
 * what lies between. Where the origin compares in single precision, a threshold's part is every double that rounds to it,
 * ties to even, so that parts of doubles give what the origin gives of floats.
 */
final class NumberLine {

    private NumberLine() {}

    /** The least double of each part, ascending; the first is {@code -Double.MAX_VALUE}. */
    static double[] parts(Collection<Double> thresholds, Collection<Double> singleThresholds) {
        double[] parts = new double[1 + 2 * (thresholds.size() + singleThresholds.size())];
        int size = 0;
        parts[size++] = -Double.MAX_VALUE;
        for (double threshold : thresholds) {
            parts[size++] = threshold + 0.0;
            parts[size++] = Math.nextUp(threshold);
        }
        for (double threshold : singleThresholds) {
            parts[size++] = firstOf((float) threshold);
            parts[size++] = firstOf(Math.nextUp((float) threshold));
        }
        return distinct(parts);
    }

    /** The same where values are rounded to floats before they are compared: the least float of each part. */
    static double[] parts(Collection<Double> thresholds) {
        double[] parts = new double[1 + 2 * thresholds.size()];
        int size = 0;
        parts[size++] = -Float.MAX_VALUE;
        for (double threshold : thresholds) {
            parts[size++] = (float) threshold + 0.0;
            parts[size++] = Math.nextUp((float) threshold);
        }
        return distinct(parts);
    }

    private static double[] distinct(double[] parts) {
        Arrays.sort(parts);
        int size = 0;
        for (double part : parts) {
            if (!Double.isInfinite(part) && (size == 0 || part != parts[size - 1])) {
                parts[size++] = part + 0.0;
            }
        }
        return Arrays.copyOf(parts, size);
    }

    /** The least double that rounds to a float or above. */
    static double firstOf(float at) {
        if (at == Float.NEGATIVE_INFINITY) {
            return -Double.MAX_VALUE;
        }
        if (at == Float.POSITIVE_INFINITY) {
            return (double) Float.MAX_VALUE + Math.ulp(Float.MAX_VALUE) / 2.0;
        }
        float before = Math.nextDown(at);
        double middle =
                Float.isInfinite(before) ? (double) at - Math.ulp(at) / 2.0 : ((double) before + (double) at) / 2;
        return (float) middle >= at ? middle : Math.nextUp(middle);
    }
}
