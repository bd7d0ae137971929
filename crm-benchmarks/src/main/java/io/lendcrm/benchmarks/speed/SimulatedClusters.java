package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.stream.IntStream;

/**
 * Rows around eight centres: their coordinates are normal · spread, those of a row of cluster q its centre's + normal ·
 * (0.7 + 0.1 · (q mod 5)).
 */
final class SimulatedClusters {

    private static final int CENTRES = 8;
    private static final long SEED = 11;

    private final double[][] columns;

    SimulatedClusters(int rows, int features, double spread) {
        SplitMix64 random = new SplitMix64(SEED);
        double[][] centre = new double[CENTRES][features];
        for (double[] c : centre) {
            for (int j = 0; j < features; j++) {
                c[j] = random.normal() * spread;
            }
        }
        columns = new double[features][rows];
        for (int i = 0; i < rows; i++) {
            int q = random.below(CENTRES);
            for (int j = 0; j < features; j++) {
                columns[j][i] = centre[q][j] + random.normal() * (0.7 + 0.1 * (q % 5));
            }
        }
    }

    int rows() {
        return columns[0].length;
    }

    String[] names() {
        return IntStream.range(0, columns.length).mapToObj(j -> "x" + j).toArray(String[]::new);
    }

    double[] row(int i) {
        double[] row = new double[columns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = columns[j][i];
        }
        return row;
    }

    FeatureTable table() {
        return FeatureTable.of(
                FeatureSchema.of(IntStream.range(0, columns.length)
                        .mapToObj(j -> Feature.numeric("x" + j, ""))
                        .toList()),
                IntStream.range(0, rows()).mapToObj(i -> ClientId.of("c" + i)).toList(),
                columns);
    }
}
