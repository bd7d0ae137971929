package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.Collection;
import java.util.TreeSet;

/**
 * The doubles cut at thresholds, so that predicates are constant on each part: below the first, each threshold alone, and
 * what lies between. Where the origin compares in single precision, a threshold's part is every double that rounds to it,
 * ties to even, so that parts of doubles give what the origin gives of floats.
 */
final class NumberLine {

    private NumberLine() {}

    /** The least double of each part, ascending; the first is {@code -Double.MAX_VALUE}. */
    static double[] parts(Collection<Double> thresholds, Collection<Double> singleThresholds) {
        TreeSet<Double> parts = new TreeSet<>();
        parts.add(-Double.MAX_VALUE);
        for (double threshold : thresholds) {
            parts.add(threshold + 0.0);
            parts.add(Math.nextUp(threshold));
        }
        for (double threshold : singleThresholds) {
            parts.add(firstOf((float) threshold));
            parts.add(firstOf(Math.nextUp((float) threshold)));
        }
        parts.removeIf(part -> Double.isInfinite(part));
        return parts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The same where values are rounded to floats before they are compared: the least float of each part. */
    static double[] parts(Collection<Double> thresholds) {
        TreeSet<Double> parts = new TreeSet<>();
        parts.add((double) -Float.MAX_VALUE);
        for (double threshold : thresholds) {
            parts.add((float) threshold + 0.0);
            parts.add((double) Math.nextUp((float) threshold));
        }
        parts.removeIf(part -> Double.isInfinite(part));
        return parts.stream().mapToDouble(Double::doubleValue).toArray();
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
