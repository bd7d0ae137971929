package io.lendcrm.segmentation.distance;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureTable;

/**
 * The rows of a table and a distance over them. Distances are taken when they are asked for: the memory is that of the
 * rows, not of their pairs. Immutable and thread-safe.
 */
public final class RowDistances {

    private final Distance distance;
    private final double[][] rows;

    RowDistances(Distance distance, FeatureTable table) {
        this.distance = distance;
        BoundTable bound = distance.schema().bind(requireNonNull(table, "table"));
        this.rows = new double[bound.rows()][distance.schema().size()];
        for (int i = 0; i < rows.length; i++) {
            bound.copyRow(i, rows[i]);
        }
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows.length;
    }

    /** {@return the distance that compares them} */
    public Distance distance() {
        return distance;
    }

    /**
     * The distance of two rows.
     *
     * @param one a row, from 0
     * @param other a row, from 0
     * @return as {@link Distance#between} says
     */
    public double between(int one, int other) {
        return distance.between(rows[one], rows[other]);
    }

    /**
     * The distance of a row to values from outside the table, such as a new client's.
     *
     * @param row a row, from 0
     * @param values a value for each feature of the distance's schema
     * @return as {@link Distance#between} says
     */
    public double to(int row, double[] values) {
        return distance.between(rows[row], values);
    }

    /** {@return the distance and the number of rows} */
    @Override
    public String toString() {
        return "RowDistances[" + rows.length + " rows, " + distance + "]";
    }
}
