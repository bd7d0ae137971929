package io.lendcrm.segmentation.distance;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;

/**
 * How far two rows of features are apart: never negative, the same both ways, and 0 from a row to itself. What it needs
 * to know of the data (ranges, covariances) it carries with it, so that new clients are measured as the old ones were.
 * Implementations are immutable and thread-safe.
 */
public interface Distance {

    /** {@return the features compared; rows hold their values in this order} */
    FeatureSchema schema();

    /**
     * The distance of two rows. Allocates nothing.
     *
     * @param one a value for each feature of {@link #schema()}, as a {@link FeatureTable} holds them
     * @param other a value for each feature
     * @return the distance, 0 or more and finite; NaN only where the implementation says so
     * @throws IllegalArgumentException if a row is of another length
     */
    double between(double[] one, double[] other);

    /**
     * The rows of a table, ready to be compared by their places.
     *
     * @param table has the features of {@link #schema()}, in any order; others are ignored
     * @return the rows
     * @throws IllegalArgumentException if a feature is missing from the table or differs in type or unit
     */
    default RowDistances over(FeatureTable table) {
        return new RowDistances(this, table);
    }
}
