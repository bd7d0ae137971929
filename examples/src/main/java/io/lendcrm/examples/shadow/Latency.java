package io.lendcrm.examples.shadow;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How long single scores took, in nanoseconds. The clock itself takes time, which is told and not taken off.
 *
 * @param p50 half of the scores took no longer
 * @param p90 nine of ten
 * @param p99 99 of 100
 * @param p999 999 of 1000
 * @param most the longest
 * @param clock the median of measuring nothing
 * @param calls how many scores were measured
 */
record Latency(long p50, long p90, long p99, long p999, long most, long clock, int calls) {

    private static final int WARM_UP = 200_000;
    private static final int PAUSES = 10_000;

    /** Measures scores of these rows, one after the other, again from the first behind the last. */
    static Latency of(double[][] rows, int calls, ToDoubleFunction<double[]> scoring) {
        double sink = 0;
        for (int i = 0; i < Math.max(WARM_UP, calls); i++) {
            sink += scoring.applyAsDouble(rows[i % rows.length]);
        }
        long[] nothing = new long[PAUSES];
        for (int i = 0; i < PAUSES; i++) {
            long began = System.nanoTime();
            nothing[i] = System.nanoTime() - began;
        }
        long[] taken = new long[calls];
        for (int i = 0; i < calls; i++) {
            double[] row = rows[i % rows.length];
            long began = System.nanoTime();
            sink += scoring.applyAsDouble(row);
            taken[i] = System.nanoTime() - began;
        }
        if (sink == 0.123456789) {
            throw new IllegalStateException("never: it only keeps the scores from being left out");
        }
        Arrays.sort(nothing);
        Arrays.sort(taken);
        return new Latency(
                at(taken, 0.5),
                at(taken, 0.9),
                at(taken, 0.99),
                at(taken, 0.999),
                taken[calls - 1],
                at(nothing, 0.5),
                calls);
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(share * sorted.length) - 1)];
    }
}
