package io.lendcrm.segmentation.cluster;

import java.util.Arrays;

/**
 * The value at a place of the sorted values, without sorting all: counts by exponent and first binary digits tell which
 * few values hold the place. In time linear in their number, unless most of them are nearly equal.
 */
final class OrderStatistic {

    /** Sign, exponent and four digits of the mantissa remain. */
    private static final int DROPPED = 48;

    /** So many are sorted faster than counted. */
    private static final int FEW = 8192;

    private OrderStatistic() {}

    /** The value at a place from 0 of values that are at least 0; infinite ones and NaN come last. */
    static double of(double[] values, int place) {
        if (values.length < FEW) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[place];
        }
        int[] count = new int[1 << Double.SIZE - 1 - DROPPED];
        for (double value : values) {
            count[bucket(value)]++;
        }
        int bucket = 0;
        int below = 0;
        while (below + count[bucket] <= place) {
            below += count[bucket++];
        }
        double[] near = new double[count[bucket]];
        int at = 0;
        for (double value : values) {
            if (bucket(value) == bucket) {
                near[at++] = value;
            }
        }
        Arrays.sort(near);
        return near[place - below];
    }

    private static int bucket(double value) {
        return (int) (Double.doubleToLongBits(value) >>> DROPPED);
    }
}
