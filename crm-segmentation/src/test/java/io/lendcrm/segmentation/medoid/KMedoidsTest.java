package io.lendcrm.segmentation.medoid;

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
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KMedoidsTest {

    private static final double NA = Double.NaN;

    /** Three small firms in farming and two large ones in energy. */
    static FeatureTable clients() {
        return FeatureTable.of(
                FeatureSchema.of(
                        Feature.numeric("turnover", "EUR"), Feature.nominal("sector", List.of("farming", "energy"))),
                IntStream.rangeClosed(1, 5).mapToObj(i -> ClientId.of("c" + i)).toList(),
                new double[] {10, 12, 11, 95, 99},
                new double[] {0, 0, 0, 1, 1});
    }

    @Test
    void findsTheClientsThatOthersLieNearestTo() {
        KMedoidsModel model = KMedoids.of(2).fit(clients());
        assertThat(model.segments().get(0).clients()).isEqualTo(3);
        assertThat(model.medoid(0)[1]).isZero();
        assertThat(model.medoid(1)[1]).isEqualTo(1);
        assertThat(model.assign(clients()).segmentOfRows()).containsExactly(0, 0, 0, 1, 1);
        // range 89: c1 and c2 differ from c3 by 1/89, c4 from c5 by 4/89, each in one of two features
        assertThat(model.meanDistance()).isCloseTo((0.5 + 0.5 + 2) / 89 / 5, within(1e-15));
    }

    @Test
    void reasonsAddUpToTheMargin() {
        KMedoidsModel model = KMedoids.of(2).fit(clients());
        Assignment.Assigned assigned = (Assignment.Assigned) model.assign(row(model, 90, 0));
        assertThat(assigned.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(assigned.margin(), within(1e-12));
        ReasonCatalogue texts = ReasonCatalogue.standard();
        for (Reason reason : assigned.reasons()) {
            assertThat(texts.text(reason, Locale.ENGLISH)).doesNotContain("{");
            assertThat(texts.text(reason, Locale.CHINESE)).doesNotContain("{");
        }
    }

    @Test
    void saysWhoIsOutsideAndWhoCannotBeAssigned() {
        KMedoidsModel model = KMedoids.of(2).fit(clients());
        assertThat(((Assignment.Assigned) model.assign(row(model, 40, 0))).outside())
                .isTrue();
        assertThat(model.assign(row(model, NA, 1)).kind())
                .as("the sector says enough")
                .isEqualTo(Assignment.Kind.ASSIGNED);
        assertThat(model.assign(row(model, NA, NA)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        why -> assertThat(why.detail()).isEqualTo("missing: turnover, sector"));
    }

    @Test
    void aMillionEqualClientsAreNoBurden() {
        double[] column = new double[1_000_000];
        Arrays.fill(column, 500_000, 1_000_000, 7);
        KMedoidsModel model = KMedoids.of(2).fit(NumericTables.of(column));
        assertThat(model.meanDistance()).isZero();
        assertThat(model.segments().get(0).clients()).isEqualTo(500_000);
    }

    @Test
    void searchesSamplesOfMoreRows() {
        Random random = new Random(3);
        double[] x = random.doubles(9000).map(u -> u < 0.5 ? u : 10 + u).toArray();
        KMedoids fitter = KMedoids.of(2).withSeed(5).withEuclidean(Preparation.none());
        KMedoidsModel model = fitter.fit(NumericTables.of(x));
        // the best medoids of uniform halves are their middles: mean distance an eighth
        assertThat(model.meanDistance()).isBetween(0.12, 0.127);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            KMedoidsModel again =
                    fitter.fit(NumericTables.of(x), Run.sequential().on(pool, 3));
            assertThat(again.medoid(0)).containsExactly(model.medoid(0));
            assertThat(again.meanDistance()).isEqualTo(model.meanDistance());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> KMedoids.of(6).fit(clients()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("5 distinct rows for 6 clusters");
        assertThatThrownBy(() -> KMedoids.of(1).fit(NumericTables.of(new double[] {1, NA})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("row 2 has no known value");
        assertThatThrownBy(() -> KMedoids.of(1).fit(NumericTables.of(new double[] {1, NA, 3}, new double[] {NA, 1, 3})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("no distance");
        assertThatThrownBy(() -> KMedoids.of(0)).hasMessageContaining("found 0");
        KMedoidsModel filled = KMedoids.of(1)
                .withEuclidean(Preparation.of(Scale.Z).withMissing(MissingValues.MEAN))
                .fit(NumericTables.of(new double[] {1, NA, 3}, new double[] {4, 1, 3}));
        assertThat(filled.assign(row(filled, NA, 3)).kind()).isEqualTo(Assignment.Kind.ASSIGNED);
    }

    static FeatureRow row(KMedoidsModel model, double... values) {
        return FeatureRow.of(ClientId.of("new"), model.schema(), values);
    }
}
