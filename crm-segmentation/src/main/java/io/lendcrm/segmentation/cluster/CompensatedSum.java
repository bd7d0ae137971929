package io.lendcrm.segmentation.cluster;

/** A sum of doubles that keeps what rounding drops (Neumaier 1974). */
final class CompensatedSum {

    private double sum;
    private double dropped;

    void add(double value) {
        double next = sum + value;
        dropped += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + dropped;
    }
}
