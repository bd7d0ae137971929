package io.lendcrm.segmentation.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
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

class GaussianMixtureTest {

    /** Two groups: 600 around (0, 0) with correlation, 200 around (6, 6). */
    private final FeatureTable clients = groups(600, 200, 11);

    static FeatureTable groups(int first, int second, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[2][first + second];
        for (int i = 0; i < first + second; i++) {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            boolean near = i < first;
            columns[0][i] = near ? u : 6 + 0.5 * u;
            columns[1][i] = near ? 0.8 * u + 0.6 * v : 6 + 0.5 * v;
        }
        return NumericTables.of(columns);
    }

    @Test
    void findsWeightsMeansAndCovariancesOfTheGroups() {
        GaussianMixtureModel model = GaussianMixture.of(2).withSeed(1).fit(clients);
        assertThat(model.weight(0)).isCloseTo(0.75, within(1e-3));
        assertThat(model.centre(1)).containsExactly(new double[] {6, 6}, within(0.15));
        assertThat(model.covariance(0)[0][1]).isCloseTo(0.8, within(0.1));
        assertThat(model.covariance(1)[0][0]).isCloseTo(0.25, within(0.06));
        assertThat(model.fit().sizes()).containsExactly(600L, 200L);
    }

    @Test
    void oneComponentIsTheMeanAndTheCovarianceOfAll() {
        GaussianMixtureModel model = GaussianMixture.of(1).withRidge(0).fit(clients);
        double[] x = clients.column(0);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertThat(model.mean(0)[0]).isCloseTo(mean, within(1e-12));
        assertThat(model.covariance(0)[0][0]).isCloseTo(variance, within(1e-12));
    }

    @Test
    void selectionFindsTwoGroupsAndOneWhereThereIsOne() {
        List<Covariance> families = List.of(Covariance.values());
        GaussianMixture quick = GaussianMixture.of(1).withSeed(1).withStarts(2).withTolerance(1e-6);
        MixtureSelection two =
                MixtureSelection.of(quick, clients, 4, families, MixtureSelection.Criterion.BIC, Run.sequential());
        assertThat(two.best().k()).isEqualTo(2);
        assertThat(two.best().covariance()).isEqualTo(Covariance.FULL);
        assertThat(two.candidates()).hasSize(20);
        MixtureSelection one = MixtureSelection.of(
                quick, groups(400, 0, 3), 3, families, MixtureSelection.Criterion.ICL, Run.sequential());
        assertThat(one.best().k()).isEqualTo(1);
    }

    @Test
    void reasonsAddUpToTheLogarithmOfTheOdds() {
        GaussianMixtureModel model = GaussianMixture.of(2).withSeed(1).fit(clients);
        FeatureRow client = row(model, 2, 3);
        Assignment.Assigned assigned = (Assignment.Assigned) model.assign(client);
        double[] p = model.probabilities(client);
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
        assertThat(assigned.margin()).isCloseTo(Math.abs(Math.log(p[0] / p[1])), within(1e-9));
        assertThat(assigned.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(assigned.margin(), within(1e-9));
        for (Reason reason : assigned.reasons()) {
            ReasonCatalogue texts = ReasonCatalogue.standard();
            assertThat(texts.text(reason, Locale.ENGLISH)).doesNotContain("{");
            assertThat(texts.text(reason, Locale.CHINESE)).doesNotContain("{");
        }
    }

    @Test
    void saysWhoIsOutsideAndWhoCannotBeAssigned() {
        GaussianMixtureModel model = GaussianMixture.of(2).withSeed(1).fit(clients);
        assertThat(((Assignment.Assigned) model.assign(row(model, 0, 0))).outside())
                .isFalse();
        assertThat(((Assignment.Assigned) model.assign(row(model, 3, -3))).outside())
                .isTrue();
        assertThat(model.logDensity(row(model, 3, -3)).orElseThrow())
                .isLessThan(model.logDensity(row(model, 0, 0)).orElseThrow());
        assertThat(model.assign(row(model, Double.NaN, 0)))
                .isInstanceOfSatisfying(
                        Assignment.NotAssigned.class,
                        why -> assertThat(why.detail()).isEqualTo("missing: x1"));
        assertThat(model.assign(row(model, 1e200, 0)).kind()).isEqualTo(Assignment.Kind.NOT_ASSIGNED);
        long outside = IntStream.range(0, clients.rows())
                .filter(model.assign(clients)::outside)
                .count();
        assertThat(outside).as("about 1 % of 800").isBetween(2L, 18L);
    }

    @Test
    void noComponentCollapsesOnEqualRows() {
        double[] x = new double[60];
        double[] y = new double[60];
        Random random = new Random(5);
        for (int i = 20; i < 60; i++) {
            x[i] = 5 + random.nextGaussian();
            y[i] = random.nextGaussian();
        }
        GaussianMixtureModel model = GaussianMixture.of(2).withSeed(1).fit(NumericTables.of(x, y));
        assertThat(model.fit().logLikelihood()).isFinite();
        assertThat(model.fit().sizes()).containsExactly(40L, 20L);
    }

    @Test
    void sameBitsOnAnyNumberOfThreads() {
        FeatureTable many = groups(9000, 3000, 2);
        GaussianMixture fitter = GaussianMixture.of(2).withSeed(4).withStarts(2).withTolerance(1e-6);
        GaussianMixtureModel one = fitter.fit(many);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            GaussianMixtureModel four = fitter.fit(many, Run.sequential().on(pool, 4));
            assertThat(four.covariance(0)).isDeepEqualTo(one.covariance(0));
            assertThat(four.fit()).isEqualTo(one.fit());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> GaussianMixture.of(3).fit(NumericTables.of(new double[] {1, 2})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("2 rows for 3 components");
        assertThatThrownBy(() -> GaussianMixture.of(1).fit(NumericTables.of(new double[] {1, 1, 1})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("collapsed");
        assertThatThrownBy(() -> GaussianMixture.of(2).fit(NumericTables.of(new double[] {1, Double.NaN, 3})))
                .hasMessageContaining("x1 is missing in row 2");
        assertThatThrownBy(() -> GaussianMixture.of(0)).hasMessageContaining("found 0");
        GaussianMixtureModel filled = GaussianMixture.of(1)
                .withPreparation(Preparation.of(Scale.Z).withMissing(MissingValues.MEAN))
                .fit(NumericTables.of(new double[] {1, Double.NaN, 3, 4}));
        assertThat(filled.assign(row(filled, Double.NaN)).kind()).isEqualTo(Assignment.Kind.ASSIGNED);
    }

    static FeatureRow row(GaussianMixtureModel model, double... values) {
        return FeatureRow.of(ClientId.of("new"), model.schema(), values);
    }
}
