package io.lendcrm.segmentation.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureSearchTest {

    private static final StructureSearch SEARCH =
            StructureSearch.of(k -> KMeans.of(k).withStarts(1)).withMost(5).withRepetitions(12, 4, 2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void uniformClientsHaveNoClusters(long seed) {
        StructureFinding finding = SEARCH.withSeed(seed).in(uniform(seed, 2 + (int) seed), Run.sequential());

        assertThat(finding.verdict()).isEqualTo(StructureVerdict.NONE);
        assertThat(finding.clusters()).isEmpty();
        assertThat(ReasonCatalogue.standard().text(finding.reasons().get(0), Locale.ENGLISH))
                .startsWith("no cluster structure: even ");
        assertThat(ReasonCatalogue.standard().text(finding.reasons().get(0), Locale.CHINESE))
                .startsWith("没有聚类结构");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void oneGaussianHasNoClusters(long seed) {
        double[][] columns = gaussians(seed, 200, new double[][] {{0, 0, 0}});
        for (int i = 0; i < columns[0].length; i++) { // stretched and slanted
            columns[0][i] = 3 * columns[0][i] + columns[1][i];
        }
        assertThat(SEARCH.in(NumericTables.of(columns), Run.sequential()).verdict())
                .isEqualTo(StructureVerdict.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void plantedClustersAreFoundAndCounted(long seed) {
        double[][] centres = {{0, 0, 0}, {5.5, 0, 0}, {0, 5.5, 0}, {0, 0, 5.5}};
        StructureFinding finding = SEARCH.in(
                NumericTables.of(gaussians(seed, 200, Arrays.copyOf(centres, (int) seed - 2))), Run.sequential());

        assertThat(finding.verdict()).isEqualTo(StructureVerdict.CLUSTERS);
        assertThat(finding.clusters()).hasValue((int) seed - 2);
        assertThat(finding.candidates()).extracting(ClusterCandidate::clusters).containsExactly(2, 3, 4, 5);
        assertThat(finding.reasons())
                .extracting(reason -> reason.code().value())
                .containsExactly("structure.present", "structure.lasting");
    }

    @Test
    void aCurvedCloudHasStructureThatIsNoCluster() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] columns = new double[2][200];
        for (int i = 0; i < 200; i++) { // a ring
            double angle = 2 * Math.PI * random.nextDouble();
            columns[0][i] = Math.cos(angle) + 0.05 * normal(random);
            columns[1][i] = Math.sin(angle) + 0.05 * normal(random);
        }
        StructureFinding finding = SEARCH.in(NumericTables.of(columns), Run.sequential());
        assertThat(finding.verdict()).isEqualTo(StructureVerdict.NOT_REPRODUCIBLE);
        assertThat(finding.reasons().get(1).code().value()).isEqualTo("structure.fleeting");
    }

    @Test
    void threadsChangeNoBit() {
        FeatureTable table = NumericTables.of(gaussians(9, 80, new double[][] {{0, 0}, {9, 9}}));
        StructureSearch search = SEARCH.withMost(3).withPreparation(Preparation.of(Scale.Z));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            StructureFinding alone = search.in(table, Run.sequential());
            assertThat(search.in(table, Run.sequential().on(pool, 4))).isEqualTo(alone);
            assertThat(alone.clusters()).hasValue(2);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void identicalClientsHaveNoClusters() {
        double[] same = new double[20_000];
        Arrays.fill(same, 7);
        StructureFinding finding = SEARCH.in(NumericTables.of(same, same), Run.sequential());

        assertThat(finding.verdict()).isEqualTo(StructureVerdict.NONE);
        assertThat(finding.candidates()).isEmpty();
        assertThat(finding.reasons().get(0).code().value()).isEqualTo("structure.indivisible");
        assertThat(finding.rows()).isEqualTo(5_000);
    }

    @Test
    void levelsAndMissingValuesAreRefused() {
        FeatureTable levels = FeatureTable.of(
                FeatureSchema.of(Feature.nominal("branch", List.of("a", "b"))),
                java.util.stream.IntStream.range(0, 12)
                        .mapToObj(i -> ClientId.of("c" + i))
                        .toList(),
                new double[12]);
        assertThatThrownBy(() -> SEARCH.in(levels, Run.sequential()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("branch");
        assertThatThrownBy(() -> GapStatistic.defaults().of(levels, KMeans::of, 2, Run.sequential()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("branch");
        assertThatThrownBy(() -> SEARCH.in(NumericTables.of(new double[] {1, 2, 3}), Run.sequential()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("3 rows");
        double[] gap = new double[12];
        gap[4] = Double.NaN;
        assertThatThrownBy(() -> SEARCH.in(NumericTables.of(gap), Run.sequential()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("row 5");
        assertThatThrownBy(() -> SEARCH.withMost(1)).hasMessage("most must be at least 2, found 1");
    }

    /** Two pairs of far points: halves that hold a whole pair predict it; worked by the definition on certain clusters. */
    @Test
    void predictionStrengthIsOneOfFarClusters() {
        FeatureTable table = NumericTables.of(gaussians(10, 40, new double[][] {{0, 0}, {100, 0}}));
        PredictionStrength two = PredictionStrength.of(table, KMeans.of(2), 5, 1, Run.sequential());
        PredictionStrength five = PredictionStrength.of(table, KMeans.of(5), 5, 1, Run.sequential());
        assertThat(two.mean()).isEqualTo(1);
        assertThat(two.standardError()).isZero();
        assertThat(five.mean()).isLessThan(0.8);
        assertThat(ClusterStability.of(table, KMeans.of(2), 10, 1, Run.sequential())
                        .jaccard())
                .containsExactly(1.0, 1.0);
    }

    @Test
    void principalAxesKeepDistancesAndVariance() {
        double[][] columns = gaussians(11, 50, new double[][] {{1, 2, 3}});
        columns[2] = columns[0].clone(); // one axis without any variance
        PrincipalAxes axes = new PrincipalAxes(columns);
        double[][] back = axes.back(axes.onAxes(columns));
        for (int j = 0; j < 3; j++) {
            assertThat(back[j]).containsExactly(columns[j], within(1e-12));
        }
        double[] sorted = axes.variance().clone();
        Arrays.sort(sorted);
        assertThat(sorted[0]).isCloseTo(0, within(1e-12));
        double[][] scores = axes.onAxes(columns);
        for (int p = 0; p < 3; p++) {
            double sum = Arrays.stream(scores[p]).map(v -> v * v).sum();
            assertThat(sum / 49).isCloseTo(axes.variance()[p], within(1e-12));
        }
    }

    private static FeatureTable uniform(long seed, int features) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[features][200];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> random.nextDouble());
        }
        return NumericTables.of(columns);
    }

    private static double[][] gaussians(long seed, int rows, double[][] centres) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[centres[0].length][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = centres[i % centres.length][j] + normal(random);
            }
        }
        return columns;
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
