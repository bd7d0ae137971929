package io.lendcrm.segmentation.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.validity.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgglomerativeTest {

    static final FeatureTable LINE = NumericTables.of(new double[] {0, 1, 10, 12, 30});

    static final FeatureTable MIXED = mixed();

    private static FeatureTable mixed() {
        return FeatureTable.of(
                FeatureSchema.of(
                        Feature.numeric("income", "EUR"),
                        Feature.nominal("housing", List.of("own", "rent")),
                        Feature.binary("default")),
                IntStream.range(0, 6).mapToObj(i -> ClientId.of("c" + i)).toList(),
                new double[] {1000, 1200, Double.NaN, 5000, 5200, 4900},
                new double[] {1, 1, 1, 0, 0, 0},
                new double[] {1, 0, 1, 0, 0, 0});
    }

    @Test
    void singleLinkageOfPointsOnALineIsTheGaps() {
        Dendrogram tree = Agglomerative.of(Linkage.SINGLE, 2).dendrogram(LINE, Run.sequential());
        assertThat(tree.merges())
                .containsExactly(
                        new Dendrogram.Merge(0, 1, 1, 2),
                        new Dendrogram.Merge(2, 3, 2, 2),
                        new Dendrogram.Merge(5, 6, 9, 4),
                        new Dendrogram.Merge(4, 7, 18, 5));
        assertThat(tree.cut(3)).isEqualTo(Labels.of(0, 0, 1, 1, 2));
        assertThat(tree.cutAt(2)).isEqualTo(Labels.of(0, 0, 1, 1, 2));
        assertThat(tree.cutAt(1.9)).isEqualTo(Labels.of(0, 0, 1, 2, 3));
        assertThat(tree.cut(1)).isEqualTo(Labels.of(0, 0, 0, 0, 0));
        assertThat(tree.cut(5)).isEqualTo(Labels.of(0, 1, 2, 3, 4));
    }

    @Test
    void aTreeThatKeepsAllDistancesHasTheCorrelationOne() {
        FeatureTable three = NumericTables.of(new double[] {0, 1, 0.5}, new double[] {0, 0, 100});
        Dendrogram tree = Agglomerative.of(Linkage.AVERAGE, 2).dendrogram(three, Run.sequential());
        assertThat(tree.copheneticCorrelation(Euclidean.of(three.schema()).over(three)))
                .isCloseTo(1, within(1e-12));
        assertThatThrownBy(() ->
                        tree.copheneticCorrelation(Euclidean.of(LINE.schema()).over(LINE)))
                .hasMessageContaining("distances must be of 3 rows, found 5");
    }

    @Test
    void aClientGoesToTheNearestMedoidWithReasonsThatAddUp() {
        HierarchyModel model =
                Agglomerative.of(Linkage.WARD, 2).withScale(Scale.Z).fit(LINE);
        assertThat(model.segments()).extracting(segment -> segment.clients()).containsExactly(4L, 1L);
        assertThat(model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), 6)))
                .isInstanceOfSatisfying(Assignment.Assigned.class, assigned -> {
                    assertThat(assigned.segment().value()).isEqualTo("cluster-1");
                    assertThat(assigned.outside()).isFalse();
                    assertThat(sum(assigned.reasons())).isCloseTo(assigned.margin(), within(1e-12));
                    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                        assertThat(ReasonCatalogue.standard()
                                        .text(assigned.reasons().get(0), locale))
                                .contains("x1", "cluster-2");
                    }
                });
        assertThat(model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), 31)))
                .isInstanceOfSatisfying(
                        Assignment.Assigned.class,
                        assigned -> assertThat(assigned.outside()).isTrue());
        assertThat(model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), Double.NaN)))
                .isInstanceOf(Assignment.NotAssigned.class);
        assertThat(model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), 1e308)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        not -> assertThat(not.code().value()).isEqualTo("segment.out-of-range"));
    }

    @Test
    void gowersDistanceTakesCategoriesAndMissingValues() {
        HierarchyModel model =
                Agglomerative.of(Linkage.AVERAGE, 2).withGower(Gower.defaults()).fit(MIXED);
        int[] segment = model.assign(MIXED).segmentOfRows();
        assertThat(Labels.of(segment)).isEqualTo(Labels.of(0, 0, 0, 1, 1, 1));
        assertThat(model.assign(MIXED.row(2)))
                .isInstanceOfSatisfying(
                        Assignment.Assigned.class,
                        assigned -> assertThat(sum(assigned.reasons())).isCloseTo(assigned.margin(), within(1e-12)));
    }

    @Test
    void threadsDoNotMatter() {
        Random random = new Random(3);
        FeatureTable many = NumericTables.of(
                random.doubles(400).toArray(), random.doubles(400).toArray());
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(Agglomerative.of(Linkage.WARD, 4)
                            .dendrogram(many, Run.sequential().on(pool, 3))
                            .merges())
                    .isEqualTo(Agglomerative.of(Linkage.WARD, 4)
                            .dendrogram(many, Run.sequential())
                            .merges());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void identicalClientsMergeAtNothingAndAreNotParted() {
        FeatureTable equal = NumericTables.of(new double[1000]);
        for (Linkage linkage : Linkage.values()) {
            assertThat(Agglomerative.of(linkage, 1)
                            .dendrogram(equal, Run.sequential())
                            .merges())
                    .allMatch(merge -> merge.height() == 0);
            assertThat(Agglomerative.of(linkage, 1).fit(equal).segments()).hasSize(1);
            assertThatThrownBy(() -> Agglomerative.of(linkage, 3).fit(equal))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("1 distinct values for 3 clusters");
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> Agglomerative.of(Linkage.WARD, 0)).hasMessage("k must be at least 1, found 0");
        assertThatThrownBy(() -> Agglomerative.of(Linkage.WARD, 6).fit(LINE))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("5 rows for 6 clusters");
        FeatureTable large = NumericTables.of(new double[20_001]);
        assertThatThrownBy(() -> Agglomerative.of(Linkage.COMPLETE, 2).fit(large))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("20001 rows, and complete linkage takes at most 20000");
        assertThatThrownBy(() -> Agglomerative.of(Linkage.WARD, 2).fit(MIXED))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("income");
        for (Linkage linkage : Linkage.values()) {
            assertThatThrownBy(() -> Agglomerative.of(linkage, 2)
                            .fit(LINE, Run.sequential().withCancellation(() -> true)))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(
                            () -> Agglomerative.of(linkage, 2).fit(NumericTables.of(new double[] {-1e200, 1e200, 0})))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("can't be compared");
        }
        assertThatThrownBy(() -> Linkage.parse("centroid")).hasMessageContaining("[ward, complete, average, single]");
        Dendrogram tree = Agglomerative.of(Linkage.WARD, 1).dendrogram(LINE, Run.sequential());
        assertThatThrownBy(() -> tree.cut(6)).hasMessage("k must be within [1, rows=5], found 6");
        assertThatThrownBy(() -> tree.cutAt(-1)).hasMessage("height must be at least 0, found -1.0");
        assertThat(Arrays.asList(Linkage.values()))
                .allSatisfy(linkage -> assertThat(Linkage.parse(linkage.code())).isEqualTo(linkage));
    }

    private static double sum(List<Reason> reasons) {
        return reasons.stream().mapToDouble(Reason::contribution).sum();
    }
}
