package io.lendcrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Segment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R's Hartigan-Wong with 200 starts and scikit-learn's Lloyd, on real data. */
class KMeansReferenceTest {

    @ParameterizedTest
    @MethodSource("io.lendcrm.segmentation.cluster.Reference#all")
    void defaultOptionsFindTheBestKnownPartition(Reference known) {
        FeatureTable table = known.table();
        for (long seed : new long[] {7, 1, 42}) {
            KMeansModel model =
                    KMeans.of(known.k()).withSeed(seed).withScale(known.scale()).fit(table);
            assertThat(model.withinSumOfSquares()).isLessThanOrEqualTo(known.within() * (1 + 1e-9));
            assertThat(model.totalSumOfSquares())
                    .isCloseTo(known.within() + known.between(), within(1e-9 * model.totalSumOfSquares()));
        }
    }

    @ParameterizedTest
    @MethodSource("io.lendcrm.segmentation.cluster.Reference#all")
    void sizesAndSilhouetteAgree(Reference known) {
        FeatureTable table = known.table();
        KMeansModel model =
                KMeans.of(known.k()).withSeed(7).withScale(known.scale()).fit(table);
        assertThat(model.withinSumOfSquares()).isCloseTo(known.within(), within(1e-9 * known.within()));
        assertThat(model.segments().stream()
                        .map(s -> (int) s.clients())
                        .sorted()
                        .toList())
                .isEqualTo(known.sizes());
        assertThat(model.silhouette(table)).isCloseTo(known.silhouette(), within(1e-9));
    }

    /** Block sklearn_iris_kmeans_fixed_init_rows_1_51_101 of segmentation.json (scikit-learn 1.2.1). */
    @Test
    void fromGivenCentresLloydEndsWhereScikitLearnDoes() {
        FeatureTable iris = Reference.iris();
        KMeansModel model = KMeans.of(3)
                .withCentres(
                        iris.row(0).toArray(),
                        iris.row(50).toArray(),
                        iris.row(100).toArray())
                .fit(iris);

        assertThat(model.withinSumOfSquares()).isCloseTo(78.851441426146, within(1e-9));
        assertThat(model.segments()).extracting(Segment::clients).containsExactly(50L, 62L, 38L);
        assertThat(model.centre(1))
                .containsExactly(
                        new double[] {5.901612903225806, 2.7483870967741937, 4.393548387096774, 1.4338709677419355},
                        within(1e-12));
        double[][] flowers = {{5.0, 3.4, 1.5, 0.2}, {6.0, 2.9, 4.5, 1.5}, {6.9, 3.1, 5.4, 2.1}};
        List<String> segments = IntStream.range(0, 3)
                .mapToObj(i -> model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), flowers[i])))
                .map(assignment -> ((Assignment.Assigned) assignment).segment().value())
                .toList();
        assertThat(segments).containsExactly("cluster-1", "cluster-2", "cluster-3");
    }
}
