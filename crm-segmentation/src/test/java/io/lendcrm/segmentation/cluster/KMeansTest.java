package io.lendcrm.segmentation.cluster;

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
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.profile.SegmentProfile;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class KMeansTest {

    /** Small spenders around (1, 10), great ones around (100, 1000). */
    private final FeatureTable clients =
            Reference.table(List.of("visits", "spend"), new double[] {1, 2, 0, 1, 1, 100, 101, 99}, new double[] {
                10, 11, 9, 12, 8, 1000, 1001, 999
            });

    private final KMeansModel model = KMeans.of(2).withSeed(7).fit(clients);

    @Test
    void findsTheGroupsLargestFirst() {
        assertThat(model.segments()).extracting(Segment::clients).containsExactly(5L, 3L);
        assertThat(model.centre(0)).containsExactly(1, 10);
        assertThat(model.centre(1)).containsExactly(100, 1000);
        // 2 + 10 within the small ones, 2 + 2 within the great ones
        assertThat(model.withinSumOfSquares()).isCloseTo(16, within(1e-12));
        assertThat(model.withinSumOfSquares(1)).isCloseTo(4, within(1e-12));
        assertThat(model.betweenShare()).isGreaterThan(0.99);
        assertThat(model.info().diagnostics()).containsEntry("converged", 1.0);
    }

    @Test
    void aNewClientGetsTheNearestClusterWithDistanceMarginAndReasons() {
        Assignment.Assigned assigned = assigned(1, 13);
        assertThat(assigned.segment().value()).isEqualTo("cluster-1");
        assertThat(assigned.distance()).isCloseTo(3, within(1e-12));
        double toSecond = Math.hypot(99, 987);
        assertThat(assigned.margin()).isCloseTo(toSecond - 3, within(1e-9));
        assertThat(assigned.reasons()).extracting(r -> r.code().value()).containsOnly("cluster.nearer");
        assertThat(assigned.reasons().get(0).arguments())
                .containsEntry("feature", "spend")
                .containsEntry("value", "13")
                .containsEntry("centre", "10")
                .containsEntry("secondCentre", "1000");
        assertThat(assigned.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(toSecond * toSecond - 9, within(1e-6));
    }

    @Test
    void aClientFartherThanTheClustersOwnIsOutside() {
        assertThat(model.outsideDistance(0)).isCloseTo(2, within(1e-12));
        assertThat(assigned(1, 12).outside()).isFalse();
        assertThat(assigned(1, 12.1).outside()).isTrue();
        KMeansModel strict = KMeans.of(2).withOutsideQuantile(0.6).fit(clients);
        assertThat(strict.outsideDistance(0)).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void aClientWithoutAValueIsNotAssigned() {
        Assignment none = model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), Double.NaN, 3));
        assertThat(none).isInstanceOfSatisfying(Assignment.NotAssigned.class, why -> {
            assertThat(why.code().value()).isEqualTo("segment.missing");
            assertThat(why.detail()).isEqualTo("missing: visits");
        });
        Assignment far = model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), 1e300, 3));
        assertThat(far)
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        why -> assertThat(why.code().value()).isEqualTo("segment.out-of-range"));
        KMeansModel logs = KMeans.of(2).withScale(Scale.LOG1P_Z).fit(clients);
        assertThat(logs.assign(FeatureRow.of(ClientId.of("new"), logs.schema(), -1, 3))
                        .kind())
                .isEqualTo(Assignment.Kind.NOT_ASSIGNED);
        assertThat(model.assign(Reference.table(
                                List.of("visits", "spend"), new double[] {Double.NaN}, new double[] {1}))
                        .segment(0))
                .isEqualTo(-1);
    }

    @Test
    void profilesTellSizesMeansAndPrototypes() {
        List<SegmentProfile> profiles = SegmentProfile.of(clients, model.assign(clients), 1);
        assertThat(profiles.get(0).clients()).isEqualTo(5);
        assertThat(profiles.get(0).share()).isEqualTo(0.625);
        assertThat(profiles.get(0).prototypes()).containsExactly(ClientId.of("row-1"));
        assertThat(profiles.get(1).prototypes()).containsExactly(ClientId.of("row-6"));
        assertThat(profiles.get(1).traits().get(1).feature()).isEqualTo("spend");
        assertThat(profiles.get(1).traits().get(1).mean()).isEqualTo(1000);
        // mean 381.25, sample variance ((371.25² · 5 + 618.75² · 3) + 10 + 2) / 7 = 262521.64…
        assertThat(profiles.get(1).traits().get(1).z()).isCloseTo(618.75 / Math.sqrt(1837699.5 / 7), within(1e-12));
    }

    @Test
    void centresOfLogarithmsComeBackInTheFeaturesUnit() {
        KMeansModel logs = KMeans.of(1).withScale(Scale.LOG1P_Z).fit(clients);
        double product = 1;
        for (double spend : clients.column(1)) {
            product *= spend + 1;
        }
        assertThat(logs.centre(0)[1]).isCloseTo(Math.pow(product, 1 / 8.0) - 1, within(1e-9));
    }

    @Test
    void aClusterThatLosesAllRowsGetsTheFarthestOne() {
        KMeansModel filled = KMeans.of(3)
                .withCentres(new double[] {0, 0}, new double[] {-1e6, -1e6}, new double[] {-2e6, -2e6})
                .fit(clients);
        assertThat(filled.segments()).extracting(Segment::clients).doesNotContain(0L);
        assertThat(filled.withinSumOfSquares()).isLessThan(16);
    }

    @Test
    void aFilledValueIsToldAsUnknown() {
        FeatureTable gap =
                Reference.table(List.of("visits", "spend"), new double[] {1, 2, Double.NaN, 100, 101}, new double[] {
                    10, 11, 9, 1000, 1001
                });
        KMeansModel filling = KMeans.of(2)
                .withPreparation(Preparation.of(Scale.NONE).withMissing(MissingValues.MEDIAN))
                .fit(gap);
        Assignment.Assigned assigned = (Assignment.Assigned) filling.assign(gap.row(2));
        assertThat(assigned.segment().value()).isEqualTo("cluster-1");
        assertThat(assigned.distance()).isFinite();
        assertThat(assigned.reasons())
                .filteredOn(reason -> reason.arguments().get("feature").equals("visits"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.arguments()).containsEntry("value", "?"));
    }

    @Test
    void withOneClusterThereIsNoSecondOne() {
        KMeansModel one = KMeans.of(1).fit(clients);
        Assignment.Assigned assigned = (Assignment.Assigned) one.assign(clients.row(0));
        assertThat(assigned.margin()).isInfinite();
        assertThat(assigned.reasons()).isEmpty();
        assertThat(one.withinSumOfSquares()).isCloseTo(one.totalSumOfSquares(), within(1e-6));
        assertThat(one.silhouette(clients)).isNaN();
    }

    @Test
    void namesWhatKeepsItFromFitting() {
        assertThatThrownBy(() -> KMeans.of(9).fit(clients))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("8 rows for 9 clusters");
        FeatureTable gap = Reference.table(List.of("a", "b"), new double[] {1, 2}, new double[] {3, Double.NaN});
        assertThatThrownBy(() -> KMeans.of(1).fit(gap))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("b is missing in row 2");
        FeatureTable equal = Reference.table(List.of("a"), new double[1000]);
        assertThatThrownBy(() -> KMeans.of(2).fit(equal))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("1 distinct values for 2 clusters");
        assertThatThrownBy(() -> KMeans.of(2)
                        .withCentres(new double[] {0}, new double[] {5})
                        .fit(equal))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("fewer distinct values");
        assertThatThrownBy(() -> KMeans.of(1).withScale(Scale.Z).fit(equal))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("a has the standard deviation 0.0");
        assertThatThrownBy(() ->
                        KMeans.of(1).withScale(Scale.LOG1P_Z).fit(Reference.table(List.of("a"), new double[] {1, -1})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("a isn't above -1 in row 2");
        assertThatThrownBy(() -> KMeans.of(1).fit(Reference.table(List.of("a"), new double[0])))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("0 rows");
        FeatureTable colours = FeatureTable.of(
                FeatureSchema.of(Feature.nominal("colour", List.of("red", "green"))),
                List.of(ClientId.of("a")),
                new double[] {1});
        assertThatThrownBy(() -> KMeans.of(1).fit(colours))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("colour is NOMINAL");
        FeatureTable huge = Reference.table(List.of("a"), new double[] {1e300, -1e300, 0});
        assertThatThrownBy(() -> KMeans.of(2).fit(huge)).isInstanceOf(FitException.class);
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatThrownBy(() -> KMeans.of(0)).hasMessage("k must be at least 1, found 0");
        assertThatThrownBy(() -> KMeans.of(2).withStarts(0)).hasMessageContaining("starts");
        assertThatThrownBy(() -> KMeans.of(2).withTolerance(Double.NaN)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> KMeans.of(2).withOutsideQuantile(0)).hasMessageContaining("outside quantile");
        assertThatThrownBy(() -> KMeans.of(2).withCentres(new double[] {1}))
                .hasMessage("centres must be as many as k=2, found 1");
        assertThatThrownBy(() -> KMeans.of(1).withCentres(new double[] {1}).fit(clients))
                .hasMessage("centres must have 2 values, found 1 in centre 1");
    }

    @Test
    void stopsWhenCancelled() {
        Run run = Run.sequential().withCancellation(() -> true);
        assertThatThrownBy(() -> KMeans.of(2).fit(clients, run)).isInstanceOf(CancellationException.class);
    }

    private Assignment.Assigned assigned(double... values) {
        return (Assignment.Assigned) model.assign(FeatureRow.of(ClientId.of("new"), model.schema(), values));
    }
}
