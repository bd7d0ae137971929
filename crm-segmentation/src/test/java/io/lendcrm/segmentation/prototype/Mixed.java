package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of numbers x1, x2, … and nominal features c1, c2, … with the levels a, b, c. */
final class Mixed {

    static final int LEVELS = 3;

    private Mixed() {}

    static FeatureSchema schema(int numbers, int nominals) {
        List<Feature> features = new ArrayList<>();
        for (int j = 1; j <= numbers; j++) {
            features.add(Feature.numeric("x" + j, "EUR"));
        }
        for (int j = 1; j <= nominals; j++) {
            features.add(Feature.nominal("c" + j, List.of("a", "b", "c")));
        }
        return FeatureSchema.of(features);
    }

    static FeatureTable of(FeatureSchema schema, double[]... columns) {
        return FeatureTable.of(
                schema,
                IntStream.rangeClosed(1, columns[0].length)
                        .mapToObj(i -> ClientId.of("c" + i))
                        .toList(),
                columns);
    }

    static FeatureTable random(long seed, int rows, int numbers, int nominals) {
        Random random = new Random(seed);
        double[][] columns = new double[numbers + nominals][rows];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows; i++) {
                columns[j][i] = j < numbers ? random.nextInt(20) : random.nextInt(LEVELS);
            }
        }
        return of(schema(numbers, nominals), columns);
    }

    static FeatureTable rows(FeatureTable table, int... rows) {
        double[][] columns = new double[table.schema().size()][rows.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = table.value(rows[i], j);
            }
        }
        return of(table.schema(), columns);
    }

    static FeatureRow row(KPrototypesModel model, double... values) {
        return FeatureRow.of(ClientId.of("new"), model.schema(), values);
    }
}
