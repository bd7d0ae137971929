package io.lendcrm.scoring.risk.binning;

import io.lendcrm.core.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The value counts of all variables of a table. A model fitted to the merged counts of parts is the model fitted to the whole, bit
 * by bit; with weights, if they are whole numbers. Immutable and thread-safe.
 *
 * @param rows how many rows were counted
 * @param variables the counts, one a feature, all of the same goods and bads
 */
public record BinningCounts(long rows, List<ValueCounts> variables) {

    public BinningCounts {
        variables = List.copyOf(variables);
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be at least 0, found " + rows);
        }
    }

    /**
     * Counts a table.
     *
     * @param table features and outcomes
     * @return the counts of every feature
     */
    public static BinningCounts of(LabelledTable table) {
        List<ValueCounts> variables = new ArrayList<>();
        for (int column = 0; column < table.features().schema().size(); column++) {
            variables.add(table.counts(column));
        }
        return new BinningCounts(table.rows(), variables);
    }

    /**
     * The counts of both.
     *
     * @param other counts of the same features in the same order
     * @return the sums
     * @throws IllegalArgumentException if the features differ; the message names them
     */
    public BinningCounts merge(BinningCounts other) {
        if (!schema().equals(other.schema())) {
            throw new IllegalArgumentException("counts to merge must be of " + schema().names() + ", found "
                    + other.schema().names() + " or a change of them");
        }
        List<ValueCounts> sums = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            sums.add(variables.get(i).merge(other.variables.get(i)));
        }
        return new BinningCounts(rows + other.rows, sums);
    }

    /** {@return the features} */
    public FeatureSchema schema() {
        return FeatureSchema.of(variables.stream().map(ValueCounts::feature).toList());
    }
}
