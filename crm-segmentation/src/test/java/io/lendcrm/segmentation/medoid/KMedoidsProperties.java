package io.lendcrm.segmentation.medoid;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.preparation.Preparation;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KMedoidsProperties {

    private final ModelJson json = ModelJson.standard();

    @Property(tries = 100)
    void noSwapOfAMedoidForAClientMakesItBetter(@ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int n) {
        double[] x = new Random(seed).doubles(n, 0, 100).toArray();
        KMedoidsModel model = KMedoids.of(2).withEuclidean(Preparation.none()).fit(NumericTables.of(x));
        for (int kept = 0; kept < 2; kept++) {
            for (double candidate : x) {
                double cost = 0;
                for (double point : x) {
                    cost += Math.min(Math.abs(point - model.medoid(kept)[0]), Math.abs(point - candidate));
                }
                assertThat(model.meanDistance()).isLessThanOrEqualTo(cost / n * (1 + 1e-9));
            }
        }
    }

    @Property(tries = 30)
    void singleRowsAndTablesAndStoredModelsAssignAlike(@ForAll long seed, @ForAll boolean gower) {
        Random random = new Random(seed);
        FeatureTable table = NumericTables.of(
                random.doubles(40).toArray(), random.doubles(40, 0, 9).toArray());
        KMedoids fitter = KMedoids.of(3).withSeed(seed);
        KMedoidsModel model = (gower ? fitter : fitter.withEuclidean(Preparation.none())).fit(table);
        KMedoidsModel read = json.read(json.write(model), KMedoidsModel.class);
        Assignments batch = model.assign(table);
        for (int i = 0; i < table.rows(); i++) {
            Assignment single = model.assign(table.row(i));
            assertThat(single).isEqualTo(read.assign(table.row(i)));
            assertThat(((Assignment.Assigned) single).distance()).isEqualTo(batch.distance(i));
        }
        assertThat(json.write(read)).isEqualTo(json.write(model));
    }
}
