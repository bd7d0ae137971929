package io.lendcrm.segmentation.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.NumericTables;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HdbscanTest {

    private final FeatureTable crescents = Plane.crescents(300, 40, 1);
    private final HdbscanModel model = Hdbscan.of(15).fit(crescents);

    @Test
    void findsCrescentsWithoutARadius() {
        assertThat(model.segments()).hasSize(2);
        int[] segment = model.assign(crescents).segmentOfRows();
        assertThat(segment[0]).isNotEqualTo(segment[300]);
        assertThat(Arrays.stream(segment, 0, 300).filter(s -> s == segment[0]).count())
                .isGreaterThan(290);
        assertThat(Arrays.stream(segment, 300, 600)
                        .filter(s -> s == segment[300])
                        .count())
                .isGreaterThan(290);
        assertThat(model.noise())
                .isEqualTo(Arrays.stream(segment).filter(s -> s < 0).count());
        assertThat(model.assign(crescents).sizes())
                .containsExactly(model.segments().stream()
                        .mapToInt(s -> (int) s.clients())
                        .toArray());
        assertThat(model.birth(0)).isPositive();
    }

    @Test
    void findsGroupsOfDifferentDensityWhichNoRadiusFinds() {
        Random random = new Random(5);
        double[][] columns = new double[2][600];
        for (int i = 0; i < 600; i++) {
            double width = i < 200 ? 0.05 : i < 400 ? 0.05 : 3;
            columns[0][i] = width * random.nextGaussian() + (i < 200 ? 0 : i < 400 ? 1 : 30);
            columns[1][i] = width * random.nextGaussian();
        }
        FeatureTable table = NumericTables.of(columns);
        HdbscanModel found = Hdbscan.of(20).fit(table);
        assertThat(found.segments()).hasSize(3);
        int[] segment = found.assign(table).segmentOfRows();
        assertThat(new int[] {segment[0], segment[200]})
                .doesNotContain(segment[400])
                .doesNotHaveDuplicates();
    }

    @Test
    void reasonsAddUpToTheMargin() {
        assertThat(model.assign(Plane.row(model, -0.97, 0.2)))
                .isInstanceOfSatisfying(Assignment.Assigned.class, assigned -> {
                    assertThat(assigned.margin()).isPositive();
                    assertThat(assigned.reasons().stream()
                                    .mapToDouble(Reason::contribution)
                                    .sum())
                            .isCloseTo(assigned.margin(), within(1e-12));
                });
    }

    @Test
    void theFartherAwayTheStrangerAndTheLessFirm() {
        assertThat(model.assign(Plane.row(model, 9, 9)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        not -> assertThat(not.code().value()).isEqualTo("segment.noise"));
        assertThat(model.strength(Plane.row(model, 9, 9))).hasValue(0);
        assertThat(model.outlierScore(Plane.row(model, 9, 9)).orElseThrow())
                .isGreaterThan(model.outlierScore(Plane.row(model, 3, 2)).orElseThrow())
                .isBetween(0.9, 1.0);
        double[] strengths = new double[600];
        for (int i = 0; i < 600; i++) {
            strengths[i] = model.strength(crescents.row(i)).orElseThrow();
            assertThat(model.outlierScore(crescents.row(i)).orElseThrow()).isBetween(0.0, 1.0);
        }
        assertThat(Arrays.stream(strengths).max()).hasValue(1);
        assertThat(model.strength(Plane.row(model, Double.NaN, 9))).isEmpty();
        assertThat(model.outlierScore(Plane.row(model, 1e200, 9))).isEmpty();
    }

    @Test
    void noClusterIsAPossibleOutcome() {
        Random random = new Random(2);
        FeatureTable one = NumericTables.of(random.doubles(300).toArray());
        HdbscanModel none = Hdbscan.of(151).fit(one);
        assertThat(none.segments()).isEmpty();
        assertThat(none.noise()).isEqualTo(300);
        assertThat(none.info().warnings()).hasSize(1);
        assertThat(none.assign(one).segmentOfRows()).containsOnly(-1);
        assertThat(none.assign(one.row(0))).isInstanceOf(Assignment.NotAssigned.class);
    }

    @Test
    void aMillionIdenticalClientsAreOneRowAndNoCluster() {
        double[][] columns = new double[2][1_000_000];
        HdbscanModel identical = Hdbscan.of(10).fit(NumericTables.of(columns));
        assertThat(identical.segments()).isEmpty();
        assertThat(identical.noise()).isEqualTo(1_000_000);
        assertThat(identical.outlierScore(Plane.row(identical, 0, 0))).hasValue(0);
        for (int i = 0; i < 400_000; i++) {
            columns[1][i] = 5;
        }
        HdbscanModel two = Hdbscan.of(10).fit(NumericTables.of(columns));
        assertThat(two.segments()).extracting(segment -> segment.clients()).containsExactly(600_000L, 400_000L);
        assertThat(two.noise()).isZero();
    }

    @Test
    void threadsDoNotMatter() {
        FeatureTable many = Plane.crescents(1_500, 300, 4);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            HdbscanModel one = Hdbscan.of(20).fit(many);
            HdbscanModel three = Hdbscan.of(20).fit(many, Run.sequential().on(pool, 3));
            assertThat(three.assign(many).segmentOfRows())
                    .isEqualTo(one.assign(many).segmentOfRows());
            assertThat(three.dense().stability()).isEqualTo(one.dense().stability());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> Hdbscan.of(1)).hasMessage("minSize must be at least 2, found 1");
        assertThatThrownBy(() -> Hdbscan.of(5).withMinPoints(0)).hasMessage("minPoints must be at least 1, found 0");
        assertThatThrownBy(() -> Hdbscan.of(5).withMinPoints(641).fit(crescents))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("640 rows, where minPoints is 641");
        assertThatThrownBy(() -> Hdbscan.of(5).fit(crescents, Run.sequential().withCancellation(() -> true)))
                .isInstanceOf(CancellationException.class);
    }
}
