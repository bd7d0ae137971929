package io.lendcrm.scoring.risk.rejects;

import java.util.Arrays;

/** Bands of about equal counts by the quantiles of some values. */
final class Bands {

    private final double[] uppers;

    private Bands(double[] uppers) {
        this.uppers = uppers;
    }

    /** Ties stay in one band, so that there can be fewer than asked for. */
    static Bands of(double[] values, int count) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] uppers = new double[count - 1];
        for (int i = 1; i < count; i++) {
            uppers[i - 1] = sorted[(int) ((long) i * sorted.length / count)];
        }
        return new Bands(Arrays.stream(uppers).distinct().toArray());
    }

    int size() {
        return uppers.length + 1;
    }

    /** The band of a value, the lowest first; a value at a border belongs above it. */
    int of(double value) {
        int at = Arrays.binarySearch(uppers, value);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
