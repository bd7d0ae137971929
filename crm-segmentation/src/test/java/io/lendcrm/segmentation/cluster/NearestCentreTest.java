package io.lendcrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NearestCentreTest {

    private final FeatureTable table = table();
    private final KMeansModel model = KMeans.of(4).withScale(Scale.LOG1P_Z).fit(table);

    @Test
    void tellsTheClusterOfEveryRowAsTheModelDoes() {
        NearestCentre nearest = model.nearestCentre();
        int[] known = model.assign(table).segmentOfRows();
        for (int i = 0; i < known.length; i++) {
            double[] row = table.row(i).toArray();
            assertThat(nearest.of(row)).isEqualTo(known[i]);
            assertThat(row).isEqualTo(table.row(i).toArray());
        }
    }

    @Test
    void hasNoClusterForAMissingOrAnInfiniteValue() {
        NearestCentre nearest = model.nearestCentre();
        assertThat(nearest.of(new double[] {1, Double.NaN, 1})).isEqualTo(-1);
        assertThat(nearest.of(new double[] {1, Double.POSITIVE_INFINITY, 1})).isEqualTo(-1);
        assertThatThrownBy(() -> nearest.of(new double[2])).hasMessage("row must have 3 values, found 2");
    }

    private static FeatureTable table() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] columns = new double[3][300];
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = 100 * random.nextDouble();
            }
        }
        return Reference.table(List.of("a", "b", "c"), columns);
    }
}
