package io.lendcrm.segmentation.structure;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.List;
import java.util.stream.IntStream;

/** Tables of coordinates, and of some of their rows. */
final class NumericTable {

    private NumericTable() {}

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
