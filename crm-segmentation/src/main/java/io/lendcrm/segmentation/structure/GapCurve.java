package io.lendcrm.segmentation.structure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The gap statistic of 1, 2, … clusters. Immutable and thread-safe.
 *
 * @param reference what was drawn from
 * @param gap Gap(k) = mean of log W*(k) over the draws − log W(k), from k = 1
 * @param standardError s(k): the standard deviation of log W*(k) over B draws (by B) times √(1 + 1/B)
 * @param excess by how many standard errors Gap(k) − Gap(1) is above 0: how much more k clusters gain on these rows than on
 *     rows without clusters; 0 for k = 1
 */
public record GapCurve(GapReference reference, List<Double> gap, List<Double> standardError, List<Double> excess) {

    /** The least standard error of a gain, relative to one unit of log W, so that no excess is infinite. */
    private static final double LEAST_ERROR = 1e-9;

    public GapCurve {
        gap = List.copyOf(gap);
        standardError = List.copyOf(standardError);
        excess = List.copyOf(excess);
        if (gap.isEmpty() || standardError.size() != gap.size() || excess.size() != gap.size()) {
            throw new IllegalArgumentException("gap, standardError and excess must be as many and one at least, found "
                    + gap.size() + ", " + standardError.size() + " and " + excess.size());
        }
    }

    /** From log W of the rows, and of each draw, each from k = 1. */
    static GapCurve of(GapReference reference, double[] own, double[][] drawn) {
        int draws = drawn.length;
        double widen = Math.sqrt(1 + 1.0 / draws);
        double[] gap = new double[own.length];
        double[] error = new double[own.length];
        double[] excess = new double[own.length];
        for (int k = 0; k < own.length; k++) {
            int at = k;
            double[] level = Arrays.stream(drawn).mapToDouble(log -> log[at]).toArray();
            double[] gain =
                    Arrays.stream(drawn).mapToDouble(log -> log[0] - log[at]).toArray();
            gap[k] = mean(level) - own[k];
            error[k] = deviation(level) * widen;
            excess[k] = k == 0 ? 0 : (gap[k] - gap[0]) / Math.max(LEAST_ERROR, deviation(gain) * widen);
        }
        return new GapCurve(reference, list(gap), list(error), list(excess));
    }

    /** {@return the greatest number of clusters tried} */
    public int most() {
        return gap.size();
    }

    /**
     * The rule {@code firstSEmax} of R's {@code maxSE}: the least k whose gap is within one standard error below the first
     * local maximum.
     *
     * @return the number of clusters, at least 1
     */
    public int firstSeMax() {
        int top = 0;
        while (top + 1 < gap.size() && gap.get(top + 1) > gap.get(top)) {
            top++;
        }
        double bound = gap.get(top) - standardError.get(top);
        return IntStream.range(0, gap.size())
                        .filter(k -> gap.get(k) >= bound)
                        .findFirst()
                        .orElse(top)
                + 1;
    }

    /**
     * The rule of the paper, {@code Tibs2001SEmax} of R: the least k with Gap(k) ≥ Gap(k + 1) − s(k + 1).
     *
     * @return the number of clusters, at least 1; the greatest one tried if there is none
     */
    public int tibshirani() {
        return IntStream.range(0, gap.size() - 1)
                        .filter(k -> gap.get(k) >= gap.get(k + 1) - standardError.get(k + 1))
                        .findFirst()
                        .orElse(gap.size() - 1)
                + 1;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
