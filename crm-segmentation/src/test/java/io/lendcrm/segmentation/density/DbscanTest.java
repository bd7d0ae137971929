package io.lendcrm.segmentation.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DbscanTest {

    private final FeatureTable crescents = Plane.crescents(300, 40, 1);
    private final DbscanModel model = Dbscan.of(0.2, 6).fit(crescents);

    @Test
    void findsCrescentsWhichNoCentreTellsApart() {
        assertThat(model.segments()).hasSize(2);
        int[] segment = model.assign(crescents).segmentOfRows();
        assertThat(Arrays.stream(segment, 0, 300).distinct()).hasSize(1);
        assertThat(Arrays.stream(segment, 300, 600).distinct()).hasSize(1);
        assertThat(segment[0]).isNotEqualTo(segment[300]);
        assertThat(model.noise())
                .isBetween(25L, 40L)
                .isEqualTo(Arrays.stream(segment).filter(s -> s < 0).count());
        assertThat(model.segments().stream().mapToLong(s -> s.clients()).sum() + model.noise())
                .isEqualTo(640);
        assertThat(model.assign(crescents).sizes())
                .containsExactly(model.segments().stream()
                        .mapToInt(s -> (int) s.clients())
                        .toArray());
    }

    @Test
    void newClientsGetTheSegmentOfTheNearestCoreClientWithReasonsThatAddUp() {
        Assignment assignment = model.assign(Plane.row(model, -0.97, 0.2));
        assertThat(assignment).isInstanceOfSatisfying(Assignment.Assigned.class, assigned -> {
            assertThat(assigned.segment()).isEqualTo(((Assignment.Assigned) model.assign(crescents.row(0))).segment());
            assertThat(assigned.distance()).isBetween(0.0, 0.2);
            assertThat(assigned.outside()).isFalse();
            assertThat(assigned.reasons().stream()
                            .mapToDouble(Reason::contribution)
                            .sum())
                    .isCloseTo(assigned.margin(), within(1e-12));
            ReasonCatalogue catalogue = ReasonCatalogue.standard();
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(assigned.reasons())
                        .allSatisfy(reason ->
                                assertThat(catalogue.text(reason, locale)).contains("cluster-"));
            }
        });
    }

    @Test
    void noiseIsNotAssignedAndSaysSoInBothLanguages() {
        Assignment assignment = model.assign(Plane.row(model, 50, 50));
        assertThat(assignment).isInstanceOfSatisfying(Assignment.NotAssigned.class, not -> {
            assertThat(not.code().value()).isEqualTo("segment.noise");
            Reason reason = new Reason(not.code(), 0, java.util.Map.of());
            assertThat(ReasonCatalogue.standard().text(reason, Locale.ENGLISH)).contains("stands apart");
            assertThat(ReasonCatalogue.standard().text(reason, Locale.CHINESE)).contains("远离");
        });
    }

    @Test
    void missingAndEnormousValuesAreNotAssigned() {
        assertThat(code(Double.NaN, 0)).isEqualTo("segment.missing");
        assertThat(code(1e200, 0)).isEqualTo("segment.out-of-range");
    }

    private String code(double... values) {
        return ((Assignment.NotAssigned) model.assign(Plane.row(model, values)))
                .code()
                .value();
    }

    @Test
    void noClusterIsAPossibleOutcome() {
        DbscanModel none = Dbscan.of(1e-9, 3).fit(crescents);
        assertThat(none.segments()).isEmpty();
        assertThat(none.noise()).isEqualTo(640);
        assertThat(none.info().warnings()).hasSize(1);
        assertThat(none.assign(crescents.row(0))).isInstanceOf(Assignment.NotAssigned.class);
        assertThat(none.assign(crescents).segmentOfRows()).containsOnly(-1);
    }

    @Test
    void aMillionIdenticalClientsAreOneRow() {
        double[][] columns = new double[2][1_000_000];
        Arrays.fill(columns[0], 7);
        DbscanModel identical = Dbscan.of(0.1, 1_000_000).fit(NumericTables.of(columns));
        assertThat(identical.segments()).hasSize(1);
        assertThat(identical.segments().get(0).clients()).isEqualTo(1_000_000);
        assertThat(identical.info().diagnostics()).containsEntry("distinctRows", 1.0);
    }

    @Test
    void aRadiusAroundAllCostsLittle() {
        FeatureTable many = Plane.crescents(50_000, 0, 3);
        assertThat(Dbscan.of(1e3, 10).fit(many).segments()).hasSize(1);
    }

    @Test
    void constantColumnsChangeNothing() {
        double[] constant = new double[crescents.rows()];
        Arrays.fill(constant, 3);
        FeatureTable wider = NumericTables.of(crescents.column(0), crescents.column(1), constant);
        assertThat(Dbscan.of(0.2, 6).fit(wider).assign(wider).segmentOfRows())
                .isEqualTo(model.assign(crescents).segmentOfRows());
        assertThatThrownBy(() -> Dbscan.of(0.2, 6).withScale(Scale.Z).fit(wider))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("x3");
    }

    @Test
    void threadsDoNotMatter() {
        FeatureTable many = Plane.crescents(5_000, 500, 4);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Assignments one = Dbscan.of(0.05, 8).fit(many).assign(many);
            Assignments three =
                    Dbscan.of(0.05, 8).fit(many, Run.sequential().on(pool, 3)).assign(many);
            assertThat(three.segmentOfRows()).isEqualTo(one.segmentOfRows());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> Dbscan.of(0, 5))
                .hasMessageContaining("radius must be above 0")
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> Dbscan.of(Double.NaN, 5)).hasMessageContaining("radius");
        assertThatThrownBy(() -> Dbscan.of(1e-200, 5)).hasMessageContaining("radius");
        assertThatThrownBy(() -> Dbscan.of(1, 0)).hasMessageContaining("minPoints must be at least 1, found 0");
        assertThatThrownBy(() -> Dbscan.of(1, 641).fit(crescents))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("640 rows, where minPoints is 641");
        assertThatThrownBy(() -> Dbscan.of(1, 1).fit(NumericTables.of(new double[] {-1e200, 1e200})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("overflow");
        assertThatThrownBy(() -> Dbscan.of(1, 1).fit(crescents, Run.sequential().withCancellation(() -> true)))
                .isInstanceOf(CancellationException.class);
    }
}
