package io.lendcrm.segmentation.density;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.NumericTables;
import java.util.Random;
import java.util.stream.IntStream;

/** Tables of clients for the tests of density. */
final class Plane {

    private Plane() {}

    /** Two crescents around each other, which no centre tells apart, and clients strewn about. */
    static FeatureTable crescents(int each, int strewn, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[2][2 * each + strewn];
        for (int i = 0; i < columns[0].length; i++) {
            double angle = Math.PI * random.nextDouble();
            boolean first = i < each;
            boolean second = !first && i < 2 * each;
            columns[0][i] = first ? Math.cos(angle) : second ? 1 - Math.cos(angle) : 6 * random.nextDouble() - 2.5;
            columns[1][i] = first ? Math.sin(angle) : second ? 0.5 - Math.sin(angle) : 5 * random.nextDouble() - 2.5;
            if (first || second) {
                columns[0][i] += 0.05 * random.nextGaussian();
                columns[1][i] += 0.05 * random.nextGaussian();
            }
        }
        return NumericTables.of(columns);
    }

    /** Whole numbers below {@code most}: many ties, many equal rows. */
    static FeatureTable lattice(int rows, int d, int most, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[d][rows];
        for (double[] column : columns) {
            for (int i = 0; i < rows; i++) {
                column[i] = random.nextInt(most);
            }
        }
        return NumericTables.of(columns);
    }

    /** The same rows in another order. */
    static FeatureTable permuted(FeatureTable table, int[] order) {
        double[][] columns = new double[table.schema().size()][];
        for (int j = 0; j < columns.length; j++) {
            double[] column = table.column(j);
            columns[j] = IntStream.of(order).mapToDouble(i -> column[i]).toArray();
        }
        return NumericTables.of(columns);
    }

    static int[] order(int rows, long seed) {
        Random random = new Random(seed);
        int[] order = IntStream.range(0, rows).toArray();
        for (int i = rows - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    static FeatureRow row(ClusterModel model, double... values) {
        var builder = model.schema().row(ClientId.of("client"));
        for (int j = 0; j < values.length; j++) {
            builder.set(model.schema().feature(j).name(), values[j]);
        }
        return builder.build();
    }

    static double[][] rows(FeatureTable table) {
        return IntStream.range(0, table.rows())
                .mapToObj(i -> table.row(i).toArray())
                .toArray(double[][]::new);
    }

    static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }

    static int[] segments(Assignments assignments) {
        return assignments.segmentOfRows();
    }
}
