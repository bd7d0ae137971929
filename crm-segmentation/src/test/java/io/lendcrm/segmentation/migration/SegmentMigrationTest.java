package io.lendcrm.segmentation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.validity.Agreement;
import io.lendcrm.segmentation.validity.Labels;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentMigrationTest {

    private static final FeatureTable BEFORE =
            NumericTables.of(new double[] {0, 1, 0, 1, 9, 10, 9, 10}, new double[] {5, 5, 6, 6, 5, 5, 6, 6});

    private static List<SegmentId> ids(String prefix, int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> SegmentId.of(prefix + i))
                .toList();
    }

    /** Reference: segmentation.json, alignment_examples, the first. */
    @Test
    void alignsFourOldSegmentsWithThreeNewOnesAsTheReferenceDoes() {
        long[][] counts = {{50, 3, 0}, {2, 40, 8}, {0, 5, 42}, {1, 1, 9}};
        LabelAlignment alignment = LabelAlignment.of(counts, ids("s", 4), ids("t", 3));
        assertThat(IntStream.range(0, 4).map(alignment::newOf)).containsExactly(0, 1, 2, -1);
        assertThat(alignment.matched()).isEqualTo(132);
        assertThat(alignment.names()).containsExactlyElementsOf(ids("s", 3));
        int[] rows = IntStream.range(0, 12)
                .flatMap(c -> IntStream.range(0, (int) counts[c / 3][c % 3]).map(i -> c))
                .toArray();
        assertThat(Agreement.of(
                                Labels.of(IntStream.of(rows).map(c -> c / 3).toArray()),
                                Labels.of(IntStream.of(rows).map(c -> c % 3).toArray()))
                        .adjustedRand())
                .isCloseTo(0.6172064184522426, within(1e-12));
    }

    @Test
    void aNewSegmentGetsANameThatNoOldOneHas() {
        LabelAlignment alignment = LabelAlignment.of(new long[][] {{0, 9, 2}}, ids("s", 1), ids("s", 3));
        assertThat(alignment.names()).containsExactly(SegmentId.of("s1-new"), SegmentId.of("s1"), SegmentId.of("s3"));
        assertThat(alignment.oldOf(0)).isEqualTo(-1);
    }

    @Test
    void aMoveNamesTheFeatureThatCausedIt() {
        KMeansModel model = KMeans.of(2).withSeed(7).fit(BEFORE);
        FeatureTable after =
                NumericTables.of(new double[] {9.5, 1, 0, 1, 9, 10, 9, 10}, new double[] {5.5, 5, 6, 6, 5, 5, 6, 6});
        SegmentMigration migration = SegmentMigration.of(model, BEFORE, model, after);
        assertThat(migration.moves()).singleElement().satisfies(move -> {
            assertThat(move.client()).isEqualTo(BEFORE.clients().get(0));
            assertThat(move.cause()).isEqualTo(SegmentMove.Cause.FEATURES);
            assertThat(move.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.contribution()).isEqualTo(1);
                assertThat(reason.arguments()).containsEntry("feature", "x1").containsEntry("from", "0");
            });
            assertThat(ReasonCatalogue.standard().text(move.reasons().get(0), Locale.ENGLISH))
                    .startsWith("x1 changed from 0 to 9.5");
        });
        assertThat(migration.counts().stream()
                        .flatMap(List::stream)
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(8);
    }

    @Test
    void aMoveThatOnlyTheModelMakesSaysSo() {
        KMeansModel two = KMeans.of(2).withSeed(7).fit(BEFORE);
        KMeansModel four = KMeans.of(4).withSeed(7).fit(BEFORE);
        SegmentMigration migration = SegmentMigration.of(two, BEFORE, four, BEFORE);
        assertThat(migration.moves()).hasSize(4).allSatisfy(move -> {
            assertThat(move.cause()).isEqualTo(SegmentMove.Cause.MODEL);
            assertThat(move.reasons()).containsExactly(Reason.of("move.model", 0));
        });
        PromotionPolicy.Verdict verdict = PromotionPolicy.defaults().judge(migration);
        assertThat(verdict.promoted()).isFalse();
        assertThat(verdict.reasons().stream().map(reason -> reason.code().value()))
                .contains("promotion.agreement", "promotion.moved-by-model", "promotion.share");
    }

    @Test
    void anUnchangedSegmentationIsPromoted() {
        KMeansModel model = KMeans.of(2).withSeed(7).fit(BEFORE);
        SegmentMigration migration =
                SegmentMigration.of(model, BEFORE, KMeans.of(2).withSeed(8).fit(BEFORE), BEFORE);
        assertThat(migration.moves()).isEmpty();
        assertThat(migration.drift()).allMatch(drift -> drift.centreShift() == 0);
        assertThat(PromotionPolicy.defaults().judge(migration).promoted()).isTrue();
    }

    @Test
    void clientsOfOneTableOnlyAreCountedApart() {
        KMeansModel model = KMeans.of(2).withSeed(7).fit(BEFORE);
        FeatureTable fewer = NumericTables.of(new double[] {0, 1, 9}, new double[] {5, 5, 5});
        SegmentMigration gone = SegmentMigration.of(model, BEFORE, model, fewer);
        assertThat(gone.left()).isEqualTo(5);
        assertThat(gone.clients()).isEqualTo(3);
        assertThat(SegmentMigration.of(model, fewer, model, BEFORE).entered()).isEqualTo(5);
    }

    @Test
    void manyChangedFeaturesAreSharedOutOverSeededOrders() {
        double[][] columns = new double[10][];
        double[][] later = new double[10][];
        for (int j = 0; j < 10; j++) {
            columns[j] = new double[] {0, 0.1, 5, 5.1};
            later[j] = new double[] {j == 3 ? 40 : 0.5, 0.1, 5, 5.1};
        }
        KMeansModel model = KMeans.of(2).withSeed(7).fit(NumericTables.of(columns));
        SegmentMove move = SegmentMigration.of(model, NumericTables.of(columns), model, NumericTables.of(later))
                .moves()
                .get(0);
        assertThat(move.reasons().get(0).arguments()).containsEntry("feature", "x4");
        assertThat(move.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void refusesWhatItCannotCompare() {
        assertThatThrownBy(() -> LabelAlignment.of(new long[][] {{1, 2}}, ids("s", 1), ids("t", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contingency must have 1 rows of 1 counts");
        assertThatThrownBy(() -> new PromotionPolicy(0.7, 1.2, 0, 0, 0, 0))
                .hasMessage("maxMovedByModel must be within [0, 1], found 1.2");
    }
}
