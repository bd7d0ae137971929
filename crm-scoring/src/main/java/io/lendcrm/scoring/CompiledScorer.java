package io.lendcrm.scoring;

/**
 * The bare number of a score, for the hot path: no reasons, nothing allocated. Bit-equal to the value of
 * {@link Scorer#score} for the same client. Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface CompiledScorer {

    /**
     * Scores a row.
     *
     * @param row the values in the order of the scorer's schema, {@code NaN} where missing; not kept, not changed
     * @return the score, or {@code NaN} if the client can't be scored
     * @throws IllegalArgumentException if the row has too few or too many values
     */
    double score(double[] row);
}
