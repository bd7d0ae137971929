package io.lendcrm.scoring.value.rfm;

import java.util.Arrays;

/** Cuts of bins of equal size. */
final class Quantiles {

    /** Up to how many times the number of values a range may be for counting to beat sorting. */
    private static final int COUNTING = 4;

    private Quantiles() {}

    /**
     * The smallest value that reaches each bin above the first.
     *
     * <p>A value x falls above bin b if ⌈bins · rank(x) / n⌉ &gt; b, that is, rank(x) ≥ k + 1 with k = ⌊b · n / bins⌋.
     * High ties: rank(x) = #{v ≤ x}, so x is at least the (k+1)-th smallest value. Low ties: rank(x) = #{v &lt; x} + 1, so
     * x is above the k-th smallest one, or any number if k = 0.
     *
     * @param values greater is better; reordered
     */
    static long[] cuts(long[] values, int bins, RfmTies ties) {
        sort(values);
        long n = values.length;
        long[] cuts = new long[bins - 1];
        for (int b = 1; b < bins; b++) {
            int k = (int) (b * n / bins);
            cuts[b - 1] = ties == RfmTies.HIGH ? values[k] : k == 0 ? -RfmCuts.REACHED : values[k - 1] + 1;
        }
        return cuts;
    }

    /** Days and counts lie close together and are counted; sums of money are sorted. */
    private static void sort(long[] values) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        long range = max - min;
        if (range < 0 || range > (long) COUNTING * values.length) {
            Arrays.sort(values);
            return;
        }
        int[] count = new int[(int) range + 1];
        for (long value : values) {
            count[(int) (value - min)]++;
        }
        int at = 0;
        for (int i = 0; i < count.length; i++) {
            Arrays.fill(values, at, at + count[i], min + i);
            at += count[i];
        }
    }
}
