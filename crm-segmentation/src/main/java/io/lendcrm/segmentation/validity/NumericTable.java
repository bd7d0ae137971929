package io.lendcrm.segmentation.validity;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import java.util.List;
import java.util.stream.IntStream;

/** Tables of known numbers as columns, and back. */
final class NumericTable {

    private NumericTable() {}

    static double[][] columns(FeatureTable table) {
        if (table.rows() == 0 || table.schema().size() == 0) {
            throw new IllegalArgumentException("table must have a row and a feature, found " + table.rows()
                    + " rows and " + table.schema().size() + " features");
        }
        double[][] columns = table.toColumns();
        for (int j = 0; j < columns.length; j++) {
            Feature feature = table.schema().feature(j);
            if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
                throw new IllegalArgumentException("features must be " + FeatureType.NUMERIC + " or "
                        + FeatureType.BINARY + ", found " + feature.name() + ", which is " + feature.type());
            }
            for (int i = 0; i < columns[j].length; i++) {
                if (Double.isNaN(columns[j][i])) {
                    throw new IllegalArgumentException(
                            feature.name() + " must be known in every row, found it missing in row " + (i + 1));
                }
            }
        }
        return columns;
    }

    static FeatureTable of(double[][] columns) {
        FeatureSchema schema = FeatureSchema.of(IntStream.rangeClosed(1, columns.length)
                .mapToObj(j -> Feature.numeric("x" + j, ""))
                .toList());
        List<ClientId> rows = IntStream.rangeClosed(1, columns[0].length)
                .mapToObj(i -> ClientId.of("row-" + i))
                .toList();
        return FeatureTable.of(schema, rows, columns);
    }

    /** Some rows of a table. */
    static FeatureTable rows(FeatureTable table, int[] rows) {
        double[][] all = table.toColumns();
        double[][] columns = new double[all.length][rows.length];
        for (int j = 0; j < all.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = all[j][rows[i]];
            }
        }
        List<ClientId> clients = table.clients();
        return FeatureTable.of(
                table.schema(), IntStream.of(rows).mapToObj(clients::get).toList(), columns);
    }
}
