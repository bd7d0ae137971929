package io.lendcrm.examples.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the values of many clients are spread: a histogram and the usual landmarks. Immutable and thread-safe.
 *
 * <p>Quantiles interpolate linearly between order statistics (Hyndman and Fan 1996, type 7).
 *
 * @param count number of values
 * @param mean arithmetic mean
 * @param min smallest value
 * @param p10 first decile
 * @param median median
 * @param p90 ninth decile
 * @param max largest value
 * @param bins the histogram, adjoining, in ascending order
 */
public record Distribution(
        long count, double mean, double min, double p10, double median, double p90, double max, List<Bin> bins) {
    public Distribution {
        Require.count(count, "count");
        Require.finite(mean, "mean");
        Require.finite(min, "min");
        Require.finite(p10, "p10");
        Require.finite(median, "median");
        Require.finite(p90, "p90");
        Require.finite(max, "max");
        bins = List.copyOf(bins);
    }

    /**
     * Describes values by a histogram of equal widths with round edges. Where a long tail would flatten it, the values
     * above the 95th percentile share the last bin, which then is wider than the others.
     *
     * @param values the values, finite, at least one
     * @param bins about how many bins, at least 2
     * @return their distribution
     * @throws IllegalArgumentException if there is no value, or one that is not finite
     */
    public static Distribution of(double[] values, int bins) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must have at least one value, found none");
        }
        if (bins < 2) {
            throw new IllegalArgumentException("bins must be at least 2, found " + bins);
        }
        double[] sorted = values.clone();
        for (double value : sorted) {
            Require.finite(value, "values");
        }
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        return new Distribution(
                sorted.length,
                sum / sorted.length,
                sorted[0],
                quantile(sorted, 0.1),
                quantile(sorted, 0.5),
                quantile(sorted, 0.9),
                sorted[sorted.length - 1],
                histogram(sorted, bins));
    }

    private static List<Bin> histogram(double[] sorted, int bins) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (low == high) {
            return List.of(new Bin(low, high, sorted.length));
        }
        double p95 = quantile(sorted, 0.95);
        boolean longTail = p95 > low && high - low > 2 * (p95 - low);
        double width = roundWidth(((longTail ? p95 : high) - low) / bins);
        long first = (long) Math.floor(low / width);
        long last = (long) Math.ceil((longTail ? p95 : high) / width);
        List<Bin> result = new ArrayList<>();
        int next = 0;
        for (long i = first; i < last; i++) {
            boolean end = i == last - 1;
            double to = (i + 1) * width;
            int start = next;
            while (next < sorted.length && (sorted[next] < to || (end && !longTail))) {
                next++;
            }
            result.add(new Bin(i * width, to, next - start));
        }
        if (next < sorted.length) {
            result.add(new Bin(last * width, high, sorted.length - next));
        }
        return result;
    }

    /** Of 1, 2, 2.5, 5 × 10ⁿ the one nearest to the given width, as a ratio. */
    private static double roundWidth(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double best = power;
        for (double step : new double[] {2, 2.5, 5, 10}) {
            if (Math.abs(Math.log(step * power / width)) < Math.abs(Math.log(best / width))) {
                best = step * power;
            }
        }
        return best;
    }

    private static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        double rest = position - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    /**
     * One bin. Immutable and thread-safe.
     *
     * @param from lower edge, included
     * @param to upper edge, excluded except in the last bin
     * @param count values in it
     */
    public record Bin(double from, double to, long count) {
        public Bin {
            Require.finite(from, "from");
            Require.finite(to, "to");
            Require.count(count, "count");
        }
    }
}
