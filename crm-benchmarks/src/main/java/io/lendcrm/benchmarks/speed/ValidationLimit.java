package io.lendcrm.benchmarks.speed;

/** What an area and a stability index cost at least, written for scores within [0, 1) and one set of edges. */
final class ValidationLimit {

    private static final int DIGIT = 11;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int BLOCK = 4096;

    private ValidationLimit() {}

    /** The area by a radix sort of the scores' bits with the outcome in the lowest. */
    static double area(double[] score, boolean[] bad) {
        int n = score.length;
        long[] from = new long[n];
        long[] to = new long[n];
        int[][] counts = new int[6][BUCKETS];
        for (int i = 0; i < n; i++) {
            long key = Double.doubleToRawLongBits(score[i]) << 1 | (bad[i] ? 1 : 0);
            from[i] = key;
            for (int d = 0; d < 6; d++) {
                counts[d][(int) (key >>> d * DIGIT) & BUCKETS - 1]++;
            }
        }
        for (int d = 0; d < 6; d++) {
            int[] at = counts[d];
            int next = 0;
            for (int b = 0; b < BUCKETS; b++) {
                int count = at[b];
                at[b] = next;
                next += count;
            }
            for (long key : from) {
                to[at[(int) (key >>> d * DIGIT) & BUCKETS - 1]++] = key;
            }
            long[] used = from;
            from = to;
            to = used;
        }
        long twice = 0;
        long goods = 0;
        int i = 0;
        while (i < n) {
            int begin = i;
            long bads = 0;
            long tie = from[i] >>> 1;
            while (i < n && from[i] >>> 1 == tie) {
                bads += from[i++] & 1;
            }
            long g = i - begin - bads;
            twice += bads * (2 * goods + g);
            goods += g;
        }
        return twice / (2.0 * goods * (n - goods));
    }

    /** The index from counts of the values at or above each edge, a block at a time; no value is missing. */
    static double index(double[] edges, double[] values, long[] expected, long rows) {
        long[] atLeast = new long[edges.length];
        for (int from = 0; from < values.length; from += BLOCK) {
            int to = Math.min(values.length, from + BLOCK);
            for (int e = 0; e < edges.length; e++) {
                double edge = edges[e];
                int count = 0;
                for (int i = from; i < to; i++) {
                    count += values[i] >= edge ? 1 : 0;
                }
                atLeast[e] += count;
            }
        }
        double index = 0;
        long above = values.length;
        for (int bin = 0; bin <= edges.length; bin++) {
            long next = bin < edges.length ? atLeast[bin] : 0;
            double e = (double) expected[bin] / rows;
            double a = (double) (above - next) / values.length;
            index += (a - e) * Math.log(a / e);
            above = next;
        }
        return index;
    }
}
