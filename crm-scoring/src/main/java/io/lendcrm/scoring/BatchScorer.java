package io.lendcrm.scoring;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureSchema;

/**
 * The bare numbers of many scores, column by column where that is faster. Bit-equal to {@link CompiledScorer#score} row by
 * row. Implementations are immutable and thread-safe.
 */
public interface BatchScorer {

    /** {@return the features it takes} */
    FeatureSchema schema();

    /**
     * Scores rows of a table.
     *
     * @param table bound to {@link #schema()}
     * @param from the first row
     * @param to the row behind the last
     * @param scores where they go: the score of row i to place i, {@code NaN} if the client can't be scored
     * @throws IllegalArgumentException if the table is bound to another schema
     */
    void score(BoundTable table, int from, int to, double[] scores);
}
