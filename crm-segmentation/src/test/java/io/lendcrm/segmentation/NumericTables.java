package io.lendcrm.segmentation;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** Tables of numbers for tests: of real files, and of columns. Features are named x1, x2, …. */
public final class NumericTables {

    private NumericTables() {}

    /** The columns of a file of the segmentation data, {@code from} (from 0) up to but not {@code to}. */
    public static FeatureTable read(String file, int from, int to) {
        try {
            List<String> lines = Files.readAllLines(RealData.file("segmentation/" + file));
            double[][] columns = new double[to - from][lines.size() - 1];
            for (int i = 1; i < lines.size(); i++) {
                String[] fields = lines.get(i).split(",");
                for (int j = from; j < to; j++) {
                    columns[j - from][i - 1] = Double.parseDouble(fields[j]);
                }
            }
            return of(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FeatureTable of(double[]... columns) {
        return FeatureTable.of(
                FeatureSchema.of(IntStream.rangeClosed(1, columns.length)
                        .mapToObj(j -> Feature.numeric("x" + j, ""))
                        .toList()),
                IntStream.rangeClosed(1, columns[0].length)
                        .mapToObj(i -> ClientId.of("c" + i))
                        .toList(),
                columns);
    }
}
