package io.lendcrm.segmentation.preparation;

/**
 * A sum of doubles that keeps what rounding drops (A. Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54,
 * 1974). Not thread-safe; confine to one thread.
 */
public final class CompensatedSum {

    private double sum;
    private double dropped;

    /** A sum of nothing: 0. */
    public CompensatedSum() {}

    /**
     * Adds a value.
     *
     * @param value the value
     */
    public void add(double value) {
        double next = sum + value;
        dropped += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    /** {@return the sum of what was added} */
    public double value() {
        return sum + dropped;
    }
}
