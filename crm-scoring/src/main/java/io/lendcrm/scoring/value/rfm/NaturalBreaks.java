package io.lendcrm.scoring.value.rfm;

import java.util.Arrays;

/**
 * Natural breaks by dynamic programming over the distinct values. Since the best start of the last class never moves
 * back as values are added (the costs form a Monge array), each row is filled by divide and conquer: O(k d log d) for d
 * distinct values (Wang and Song 2011, Ckmeans.1d.dp; Grønlund et al. 2017, arXiv:1701.07204). Exact but for rounding in
 * sums of squares, which are taken about the median.
 */
final class NaturalBreaks {

    private final long[] distinct;
    private final double[] weights;
    private final double[] sums;
    private final double[] squares;

    /** @param values reordered */
    NaturalBreaks(long[] values) {
        Arrays.sort(values);
        int d = 0;
        int[] counts = new int[values.length];
        long[] found = new long[values.length];
        for (long value : values) {
            if (d == 0 || found[d - 1] != value) {
                found[d++] = value;
            }
            counts[d - 1]++;
        }
        distinct = Arrays.copyOf(found, d);
        weights = new double[d + 1];
        sums = new double[d + 1];
        squares = new double[d + 1];
        double centre = values.length == 0 ? 0 : values[values.length / 2];
        for (int i = 0; i < d; i++) {
            double x = distinct[i] - centre;
            weights[i + 1] = weights[i] + counts[i];
            sums[i + 1] = sums[i] + counts[i] * x;
            squares[i + 1] = squares[i] + counts[i] * x * x;
        }
    }

    int distinct() {
        return distinct.length;
    }

    /** The smallest value of each class above the first; there must be at least as many distinct values as classes. */
    long[] cuts(int classes) {
        int d = distinct.length;
        double[] cost = new double[d];
        int[][] start = new int[classes][d];
        for (int i = 0; i < d; i++) {
            cost[i] = cost(0, i);
        }
        for (int c = 1; c < classes; c++) {
            double[] before = cost;
            cost = new double[d];
            Arrays.fill(cost, 0, c, Double.POSITIVE_INFINITY);
            fill(before, cost, start[c], c, d - 1, c, d - 1);
        }
        long[] cuts = new long[classes - 1];
        int last = d - 1;
        for (int c = classes - 1; c > 0; c--) {
            int first = start[c][last];
            cuts[c - 1] = distinct[first];
            last = first - 1;
        }
        return cuts;
    }

    /** Fills cost[from..to], knowing that the last class starts within [least, most]. */
    private void fill(double[] before, double[] cost, int[] start, int from, int to, int least, int most) {
        if (from > to) {
            return;
        }
        int middle = (from + to) >>> 1;
        double best = Double.POSITIVE_INFINITY;
        int where = least;
        for (int j = least; j <= Math.min(middle, most); j++) {
            double total = before[j - 1] + cost(j, middle);
            if (total < best) {
                best = total;
                where = j;
            }
        }
        cost[middle] = best;
        start[middle] = where;
        fill(before, cost, start, from, middle - 1, least, where);
        fill(before, cost, start, middle + 1, to, where, most);
    }

    /** The sum of squared deviations from the mean of the distinct values from..to, each as often as it occurs. */
    private double cost(int from, int to) {
        double sum = sums[to + 1] - sums[from];
        double weight = weights[to + 1] - weights[from];
        return Math.max(0, squares[to + 1] - squares[from] - sum * sum / weight);
    }
}
