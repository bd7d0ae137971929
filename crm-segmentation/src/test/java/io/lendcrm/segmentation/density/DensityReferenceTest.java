package io.lendcrm.segmentation.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.NumericTables;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * R's dbscan 1.1-11 and scikit-learn 1.2.1 on real data: segmentation.json, blocks iris_raw and
 * sklearn_wholesale_log1p_standardized_populationSD.
 */
class DensityReferenceTest {

    @Test
    void dbscanFindsWhatRFindsOnIris() { // iris_raw.dbscan_eps0.5_minPts5
        DbscanModel model = Dbscan.of(0.5, 5).fit(iris());
        assertThat(model.noise()).isEqualTo(17);
        assertThat(model.segments()).extracting(segment -> segment.clients()).containsExactly(84L, 49L);
    }

    @Test
    void dbscanFindsWhatScikitLearnFindsOnWholesaleCustomers() { // dbscan_eps1.0_min7, dbscan_eps1.5_min7
        FeatureTable wholesale = wholesale();
        DbscanModel one = Dbscan.of(1.0, 7).fit(wholesale);
        assertThat(one.noise()).isEqualTo(134);
        assertThat(one.segments()).extracting(segment -> segment.clients()).containsExactly(297L, 9L);
        DbscanModel wider = Dbscan.of(1.5, 7).fit(wholesale);
        assertThat(wider.noise()).isEqualTo(44);
        assertThat(wider.segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.clients()).isEqualTo(396));
    }

    @Test
    void hdbscanFindsWhatRFindsOnIris() { // iris_raw.hdbscan_minPts5
        HdbscanModel model = Hdbscan.of(5).fit(iris());
        assertThat(model.noise()).isZero();
        assertThat(model.segments()).extracting(segment -> segment.clients()).containsExactly(100L, 50L);
        assertThat(model.stability(0)).isCloseTo(150.98635723, within(1e-8));
        assertThat(model.stability(1)).isCloseTo(135.343703856, within(1e-8));
    }

    private static FeatureTable iris() {
        return NumericTables.read("iris.csv", 0, 4);
    }

    /** log1p, then less the mean and by the deviation of n, as the reference was computed. */
    private static FeatureTable wholesale() {
        FeatureTable raw = NumericTables.read("wholesale-customers.csv", 2, 8);
        return NumericTables.of(IntStream.range(0, raw.schema().size())
                .mapToObj(j -> {
                    double[] x = Arrays.stream(raw.column(j)).map(Math::log1p).toArray();
                    double mean = Arrays.stream(x).average().orElseThrow();
                    double deviation = Math.sqrt(Arrays.stream(x)
                            .map(v -> (v - mean) * (v - mean))
                            .average()
                            .orElseThrow());
                    return Arrays.stream(x).map(v -> (v - mean) / deviation).toArray();
                })
                .toArray(double[][]::new));
    }
}
