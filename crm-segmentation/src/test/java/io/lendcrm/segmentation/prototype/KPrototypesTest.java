package io.lendcrm.segmentation.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class KPrototypesTest {

    private static final double NA = Double.NaN;

    /** Three small firms in farming and two large ones in energy. */
    static FeatureTable firms() {
        return Mixed.of(
                FeatureSchema.of(
                        Feature.numeric("turnover", "EUR"),
                        Feature.nominal("sector", List.of("farming", "energy", "trade")),
                        Feature.ordinal("size", List.of("micro", "small", "medium")),
                        Feature.binary("exports")),
                new double[] {10, 12, 11, 95, 99},
                new double[] {0, 0, 0, 1, 1},
                new double[] {0, 0, 1, 2, 2},
                new double[] {0, 1, 0, 1, 1});
    }

    private static KPrototypes plain(int k) {
        return KPrototypes.of(k).withPreparation(Preparation.none()).withGamma(2);
    }

    @Test
    void prototypesAreMeansAndMostFrequentLevels() {
        KPrototypesModel model = plain(2).fit(firms());
        assertThat(model.assign(firms()).segmentOfRows()).containsExactly(0, 0, 0, 1, 1);
        assertThat(model.prototype(0)).containsExactly(11, 0, 1.0 / 3, 0);
        assertThat(model.prototype(1)).containsExactly(97, 1, 2, 1);
        // turnover 1 + 1 + 0 and 4 + 4, size 1/9 + 1/9 + 4/9, exports one mismatch
        assertThat(model.cost()).isCloseTo(2 + 8 + 2.0 / 3 + 2, within(1e-12));
        assertThat(model.objective()).hasValue(model.cost());
        assertThat(model.segments().get(0).share()).isEqualTo(0.6);
    }

    @Test
    void standardisesNumbersAndTakesHalfTheirVarianceAsGamma() {
        KPrototypesModel model = KPrototypes.of(2).fit(firms());
        // the sample variance is 1, that of the population (n − 1)/n
        assertThat(model.gamma()).isCloseTo(0.5 * 4 / 5, within(1e-12));
        assertThat(model.info().diagnostics()).containsEntry("gamma", model.gamma());
    }

    @Test
    void reasonsAddUpToTheMargin() {
        KPrototypesModel model = plain(2).fit(firms());
        Assignment.Assigned assigned = (Assignment.Assigned) model.assign(Mixed.row(model, 20, 1, 0, 0));
        assertThat(assigned.segment().value()).isEqualTo("cluster-1");
        assertThat(assigned.distance()).isCloseTo(81 + 1.0 / 9 + 2, within(1e-12));
        assertThat(assigned.margin()).isCloseTo(77 * 77 + 4 + 2 - assigned.distance(), within(1e-9));
        assertThat(assigned.outside()).isTrue();
        assertThat(assigned.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(assigned.margin(), within(1e-9));
        ReasonCatalogue texts = ReasonCatalogue.standard();
        for (Reason reason : assigned.reasons()) {
            assertThat(texts.text(reason, Locale.ENGLISH)).doesNotContain("{");
            assertThat(texts.text(reason, Locale.CHINESE)).doesNotContain("{");
        }
        assertThat(texts.text(assigned.reasons().get(3), Locale.ENGLISH))
                .isEqualTo("sector is energy , no nearer to farming of cluster-1 than to energy of cluster-2");
    }

    @Test
    void anUnknownLevelMatchesNobody() {
        KPrototypesModel model = plain(2).fit(firms());
        Assignment.Assigned known = (Assignment.Assigned) model.assign(Mixed.row(model, 11, 2, 0, 0));
        Assignment.Assigned unknown = (Assignment.Assigned) model.assign(Mixed.row(model, 11, Feature.UNSEEN, 0, 0));
        assertThat(unknown.distance()).isEqualTo(known.distance());
        assertThat(unknown.margin()).isEqualTo(known.margin());
        FeatureTable odd = Mixed.of(
                Mixed.schema(1, 1), new double[] {1, 1, 8, 9}, new double[] {Feature.UNSEEN, 1, Feature.UNSEEN, 1});
        KPrototypesModel fitted = plain(2).fit(odd);
        // 1.1 with one mismatch, 8 and 9 with another
        assertThat(fitted.cost()).isCloseTo(0.5 + 2 + 2, within(1e-12));
        KPrototypesModel apart = plain(3).fit(odd);
        assertThat(apart.cost()).isEqualTo(4);
        assertThat(((Assignment.Assigned) apart.assign(odd.row(2))).distance()).isEqualTo(2);
        byte[] stored = ModelJson.standard().write(apart);
        assertThat(ModelJson.standard().read(stored, KPrototypesModel.class).assign(odd.row(2)))
                .isEqualTo(apart.assign(odd.row(2)));
    }

    @Test
    void missingValuesAreRefusedOrFilled() {
        FeatureTable gaps = Mixed.of(Mixed.schema(1, 1), new double[] {1, 2, NA, 9}, new double[] {0, 0, 1, NA});
        assertThatThrownBy(() -> plain(2).fit(gaps))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("row 4");
        Preparation filled = Preparation.of(Scale.NONE).withMissing(MissingValues.MEDIAN);
        KPrototypesModel model = plain(2).withPreparation(filled).fit(gaps);
        Assignment.Assigned asked = (Assignment.Assigned) model.assign(Mixed.row(model, 2, NA));
        assertThat(asked.distance()).isEqualTo(((Assignment.Assigned) model.assign(Mixed.row(model, 2, 0))).distance());
        assertThat(model.assign(Mixed.row(model, NA, NA)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        why -> assertThat(why.detail()).isEqualTo("missing: x1, c1"));
        KPrototypesModel strict = plain(2).fit(firms());
        assertThat(strict.assign(Mixed.row(strict, 10, NA, Feature.UNSEEN, 1)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        why -> assertThat(why.detail()).isEqualTo("missing: sector, size"));
        assertThat(strict.assign(Mixed.of(strict.schema(), column(10), column(NA), column(0), column(1)))
                        .segment(0))
                .isEqualTo(-1);
    }

    private static double[] column(double value) {
        return new double[] {value};
    }

    @Test
    void aMillionEqualClientsAreNoBurden() {
        double[] x = new double[1_000_000];
        double[] c = new double[x.length];
        Arrays.fill(x, 400_000, x.length, 7);
        Arrays.fill(c, 0, 400_000, 1);
        FeatureTable table = Mixed.of(Mixed.schema(1, 1), x, c);
        KPrototypesModel model = KPrototypes.of(2).fit(table);
        assertThat(model.cost()).isZero();
        assertThat(model.segments().get(0).clients()).isEqualTo(600_000);
        assertThatThrownBy(() -> KPrototypes.of(3).fit(table))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("2 distinct rows for 3 clusters");
    }

    @Test
    void equalBytesOnAnyNumberOfThreadsAlsoOfManyRows() {
        for (int rows : new int[] {500, 10_000}) {
            FeatureTable table = Mixed.random(5, rows, 2, 5);
            KPrototypes fitter = KPrototypes.of(3).withSeed(3).withStarts(1);
            byte[] alone = ModelJson.standard().write(fitter.fit(table));
            ExecutorService pool = Executors.newFixedThreadPool(4);
            try {
                for (int threads : new int[] {2, 4}) {
                    assertThat(ModelJson.standard()
                                    .write(fitter.fit(table, Run.sequential().on(pool, threads))))
                            .isEqualTo(alone);
                }
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void searchesASampleOfManyRows() {
        int rows = 12_000;
        double[] x = new double[rows];
        double[] c = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = 100 * (i % 3) + i / (double) rows;
            c[i] = i % 3;
        }
        KPrototypesModel model = plain(3).fit(Mixed.of(Mixed.schema(1, 1), x, c));
        assertThat(model.info().diagnostics()).containsEntry("distinctRows", 12_000.0);
        // uniform on a unit each: a variance of 1/12 a client
        assertThat(model.cost()).isCloseTo(rows / 12.0, within(1.0));
    }

    @Test
    void aSampleHasARowForEachCluster() {
        double[] x = new double[60];
        Arrays.setAll(x, i -> i);
        FeatureTable table = Mixed.of(Mixed.schema(1, 0), x);
        MixedRows rows = MixedRows.of(table, MixedPreparation.fit(table, Preparation.none(), "test"));
        Partition found = new PrototypeSearch(31, 1, Run.sequential(), 40, 20).best(rows, 5);
        assertThat(found.members).doesNotContain(0);
        // 29 pairs and two alone at best
        assertThat(found.cost).isBetween(29 * 0.5, 29 * 1.0);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> plain(6).fit(firms()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("5 distinct rows for 6 clusters");
        FeatureTable empty = Mixed.of(Mixed.schema(1, 1), new double[] {1, NA, 3}, new double[] {0, NA, 1});
        assertThatThrownBy(() -> plain(1).withPreparation(Preparation.none().withMissing(MissingValues.MEAN))
                        .fit(empty))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("row 2 has no known value");
        FeatureTable constant = Mixed.of(Mixed.schema(1, 1), new double[] {4, 4, 4}, new double[] {0, 2, 1});
        assertThatThrownBy(() -> KPrototypes.of(1).fit(constant))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("x1 has the standard deviation 0.0");
        assertThat(plain(1).fit(constant).cost()).isEqualTo(4);
        FeatureTable huge = Mixed.of(Mixed.schema(1, 0), new double[] {-1e200, 1e200});
        assertThatThrownBy(() -> plain(1).fit(huge))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("range of doubles");
        assertThatThrownBy(() -> Mixed.of(Mixed.schema(1, 0), new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> plain(1).withPreparation(Preparation.none().withMissing("sectr", MissingValues.MEAN))
                        .fit(firms()))
                .hasMessageContaining("no feature sectr");
        assertThatThrownBy(() -> plain(1).withPreparation(Preparation.none().withScale("sector", Scale.Z))
                        .fit(firms()))
                .hasMessageContaining("sector has levels");
        assertThatThrownBy(() -> KPrototypes.of(0)).hasMessageContaining("found 0");
        assertThatThrownBy(() -> plain(1).withGamma(0)).hasMessageContaining("gamma must be above 0");
        assertThatThrownBy(() -> plain(1).withStarts(0)).hasMessageContaining("starts must be at least 1");
        assertThatThrownBy(() -> plain(2).fit(firms(), Run.sequential().withCancellation(() -> true)))
                .isInstanceOf(CancellationException.class);
        KPrototypesModel model = plain(2).fit(firms());
        assertThat(model.assign(Mixed.row(model, 1e200, 0, 0, 0)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        why -> assertThat(why.code().value()).isEqualTo("segment.out-of-range"));
    }
}
