package io.lendcrm.scoring;

/**
 * Room for the strongest reasons of one score, made once and used again and again, so that nothing is allocated a score.
 * A reason is a number, its place among the reasons that its scorer names. Not thread-safe; confine to one thread.
 */
public final class ReasonBuffer {

    private final int[] reasons;
    private final double[] differences;
    private int size;

    private ReasonBuffer(int most) {
        this.reasons = new int[most];
        this.differences = new double[most];
    }

    /**
     * An empty buffer.
     *
     * @param most how many reasons it holds, 1 to 64
     * @return the buffer
     */
    public static ReasonBuffer of(int most) {
        if (most < 1 || most > 64) {
            throw new IllegalArgumentException("most must be within [1, 64], found " + most);
        }
        return new ReasonBuffer(most);
    }

    /** {@return how many reasons it has room for} */
    public int capacity() {
        return reasons.length;
    }

    /** {@return how many reasons are in it} */
    public int size() {
        return size;
    }

    /**
     * A reason.
     *
     * @param rank from 0, the strongest
     * @return its place among the reasons that the scorer names
     * @throws IndexOutOfBoundsException if there are no more than {@code rank} reasons
     */
    public int reason(int rank) {
        return reasons[java.util.Objects.checkIndex(rank, size)];
    }

    /**
     * How much a reason counts.
     *
     * @param rank from 0, the strongest
     * @return by how much it worsened the score in comparison with the baseline, above 0
     * @throws IndexOutOfBoundsException if there are no more than {@code rank} reasons
     */
    public double difference(int rank) {
        return differences[java.util.Objects.checkIndex(rank, size)];
    }

    /** Takes all reasons out: for scorers, before they put theirs in. */
    public void clear() {
        size = 0;
    }

    /**
     * Puts a reason behind those that are in: for scorers that find them in order.
     *
     * @param reason its place among the scorer's reasons
     * @param difference how much it counts
     * @throws IndexOutOfBoundsException if there is no room
     */
    public void add(int reason, double difference) {
        reasons[size] = reason;
        differences[size] = difference;
        size++;
    }

    /**
     * Puts a reason where its difference belongs, the greatest first, behind those with an equal one; the last falls out if
     * there is no room. For scorers that find reasons in document order.
     *
     * @param reason its place among the scorer's reasons
     * @param difference how much it counts
     */
    public void insert(int reason, double difference) {
        int at = size;
        while (at > 0 && differences[at - 1] < difference) {
            at--;
        }
        if (at == reasons.length) {
            return;
        }
        size = Math.min(size + 1, reasons.length);
        for (int i = size - 1; i > at; i--) {
            reasons[i] = reasons[i - 1];
            differences[i] = differences[i - 1];
        }
        reasons[at] = reason;
        differences[at] = difference;
    }

    /** {@return how many reasons are in it} */
    @Override
    public String toString() {
        return "ReasonBuffer[" + size + " of " + reasons.length + "]";
    }
}
