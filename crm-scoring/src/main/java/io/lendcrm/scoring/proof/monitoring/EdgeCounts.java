package io.lendcrm.scoring.proof.monitoring;

/**
 * Counts values between edges without a branch that they could mislead: for each edge how many of a block are at least the
 * edge, told by the sign bit of (the number before the edge - value), then differences. A missing value has the same sign in
 * every difference; those that look large are taken off again.
 */
final class EdgeCounts {

    private static final int BLOCK = 4096;

    /** With more edges a search for each value is faster. */
    private static final int MANY = 24;

    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

    private EdgeCounts() {}

    /** Rows below the first edge, between edges, from the last on, and missing. The edges ascend. */
    static long[] of(double[] edges, double[] values) {
        if (edges.length > MANY || edges.length > 0 && edges[0] <= -Double.MAX_VALUE) {
            return searched(edges, values);
        }
        long[] counts = new long[edges.length + 2];
        long missing = 0;
        long largeMissing = 0;
        long[] atLeast = new long[edges.length];
        for (int from = 0; from < values.length; from += BLOCK) {
            int to = Math.min(values.length, from + BLOCK);
            for (int e = 0; e < edges.length; e++) {
                atLeast[e] += countAtLeast(Math.nextDown(edges[e]), values, from, to);
            }
            if (areFinite(values, from, to)) {
                continue;
            }
            for (int i = from; i < to; i++) {
                long isMissing = INFINITY - (Double.doubleToRawLongBits(values[i]) & Long.MAX_VALUE) >>> 63;
                missing += isMissing;
                largeMissing += isMissing & Double.doubleToRawLongBits(0.0 - values[i]) >>> 63;
            }
        }
        long above = values.length - missing;
        for (int e = 0; e < edges.length; e++) {
            long next = atLeast[e] - largeMissing;
            counts[e] = above - next;
            above = next;
        }
        counts[edges.length] = above;
        counts[edges.length + 1] = missing;
        return counts;
    }

    /** Whether a product with 0 is a number for all: no missing and no infinite value is there. Four sums side by side. */
    private static boolean areFinite(double[] values, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            s0 += values[i] * 0;
            s1 += values[i + 1] * 0;
            s2 += values[i + 2] * 0;
            s3 += values[i + 3] * 0;
        }
        for (; i < to; i++) {
            s0 += values[i] * 0;
        }
        return s0 + s1 + (s2 + s3) == 0;
    }

    private static long countAtLeast(double before, double[] values, int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += Double.doubleToRawLongBits(before - values[i]) >>> 63;
        }
        return count;
    }

    private static long[] searched(double[] edges, double[] values) {
        long[] counts = new long[edges.length + 2];
        for (double value : values) {
            int low = 0;
            int high = edges.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (value >= edges[middle]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            counts[Double.isNaN(value) ? edges.length + 1 : low]++;
        }
        return counts;
    }
}
