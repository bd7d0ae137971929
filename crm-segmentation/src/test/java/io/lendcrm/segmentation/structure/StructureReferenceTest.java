package io.lendcrm.segmentation.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R's clusGap and clusterboot; both draw at random, so that the tolerances are theirs. */
class StructureReferenceTest {

    private static final int DRAWS = 25;

    @ParameterizedTest
    @MethodSource("references")
    void gapsOfKMeansAreThoseOfR(String line) {
        String[] known = line.split(",");
        List<Double> gaps = numbers(known[3]);
        List<Double> errors = numbers(known[4]);
        // the gap of the mean of a few draws is off by a fraction of the error of one
        int most = 5;
        GapCurve curve = GapStatistic.defaults()
                .withDispersion(Dispersion.DISTANCE)
                .withDraws(DRAWS)
                .withSeed(3)
                .of(table(known[0]), k -> KMeans.of(k).withStarts(1), most, Run.sequential());
        for (int k = 0; k < most; k++) {
            assertThat(curve.gap().get(k)).as("k = " + (k + 1)).isCloseTo(gaps.get(k), within(0.02));
            assertThat(curve.standardError().get(k)).isBetween(errors.get(k) / 2, errors.get(k) * 2);
        }
    }

    /** The rules alone, on R's own figures. */
    @ParameterizedTest
    @MethodSource("references")
    void bothRulesChooseWhatRChooses(String line) {
        String[] known = line.split(",");
        List<Double> gaps = numbers(known[3]);
        GapCurve curve = new GapCurve(GapReference.PRINCIPAL_BOX, gaps, numbers(known[4]), gaps);
        assertThat(curve.firstSeMax()).isEqualTo(Integer.parseInt(known[1]));
        assertThat(curve.tibshirani()).isEqualTo(Integer.parseInt(known[2]));
    }

    /**
     * Wine has its three cultivars, iris two or three species by the draw, as two of them overlap; the gap's rule says 2 for wholesale clients (block
     * wholesale_log1p_zscore, gap_kmeans), for it knows boxes only: one Gaussian of the same covariance gains nearly as much.
     */
    @Test
    void verdictsOnRealClients() {
        StructureSearch search =
                StructureSearch.of(k -> KMeans.of(k).withStarts(1)).withMost(4).withRepetitions(15, 6, 2);
        assertThat(search.in(table("iris"), Run.sequential()).clusters().orElse(0))
                .isBetween(2, 3);
        assertThat(search.in(table("wine"), Run.sequential()).clusters()).hasValue(3);
        StructureFinding wholesale = search.in(table("wholesale"), Run.sequential());
        assertThat(wholesale.verdict()).isEqualTo(StructureVerdict.NONE);
        assertThat(wholesale.firstSeMax()).isEqualTo(2);
        ClusterCandidate two = wholesale.candidates().get(0);
        assertThat(two.boxExcess()).isGreaterThan(StructureReasons.EXCESS);
        assertThat(two.gaussianExcess()).isBetween(0.5, 2.5);
        assertThat(two.strength().mean()).isGreaterThan(0.75);
    }

    /** Block wholesale_log1p_zscore, key clusterboot_kmeans (R 4.2.2, fpc 2.2-10, B = 200), in the order of similarity. */
    @Test
    void bootstrapSimilaritiesAreThoseOfR() {
        FeatureTable wholesale = table("wholesale");
        assertStability(wholesale, 2, 0.963815090926, 0.971547027321);
        assertStability(wholesale, 3, 0.8047162173, 0.842229513314, 0.916545462139);
    }

    private static void assertStability(FeatureTable table, int k, double... known) {
        ClusterStability found = ClusterStability.of(table, KMeans.of(k).withStarts(1), 60, 5, Run.sequential());
        double[] sorted = found.jaccard().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        assertThat(sorted).containsExactly(known, within(0.05));
    }

    static Stream<String> references() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                StructureReferenceTest.class.getResourceAsStream("gap-reference.csv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
    }

    private static FeatureTable table(String data) {
        FeatureTable table = switch (data) {
            case "iris" -> NumericTables.read("iris.csv", 0, 4);
            case "wine" -> NumericTables.read("wine.csv", 0, 13);
            default -> NumericTables.read("wholesale-customers.csv", 2, 8);
        };
        Scale scale = switch (data) {
            case "iris" -> Scale.NONE;
            case "wine" -> Scale.Z;
            default -> Scale.LOG1P_Z;
        };
        return NumericTables.of(Preparation.of(scale).fit(table, "test").columns(table));
    }
}
