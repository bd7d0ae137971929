package io.lendcrm.scoring.value.rfm;

import java.util.Arrays;

/** Cuts of bins of equal size. */
final class Quantiles {

    /** Up to how many times the number of values a range may be for counting to beat sorting. */
    private static final int COUNTING = 4;

    /** From how many values, and up to which range, sorting by digits beats comparing. */
    private static final int FEWEST_RADIX = 1 << 14;

    private static final long MOST_RADIX = 1L << 44;

    private static final int DIGIT = 11;

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

    /** Days and counts lie close together and are counted; sums of money are sorted, many of them digit by digit. */
    private static void sort(long[] values) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        long range = max - min;
        if (range < 0 || range > (long) COUNTING * values.length) {
            if (range >= 0 && range < MOST_RADIX && values.length > FEWEST_RADIX) {
                radixSort(values, min, range);
            } else {
                Arrays.sort(values);
            }
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

    private static void radixSort(long[] values, long min, long range) {
        long[] from = values;
        long[] to = new long[values.length];
        for (int shift = 0; range >>> shift != 0; shift += DIGIT) {
            int[] start = new int[(1 << DIGIT) + 1];
            int mask = (1 << DIGIT) - 1;
            for (long value : from) {
                start[(int) ((value - min) >>> shift & mask) + 1]++;
            }
            for (int i = 0; i <= mask; i++) {
                start[i + 1] += start[i];
            }
            for (long value : from) {
                to[start[(int) ((value - min) >>> shift & mask)]++] = value;
            }
            long[] swapped = from;
            from = to;
            to = swapped;
        }
        if (from != values) {
            System.arraycopy(from, 0, values, 0, values.length);
        }
    }
}
