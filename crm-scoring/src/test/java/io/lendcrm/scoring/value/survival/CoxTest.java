package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Coefficient;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoxTest {

    @ParameterizedTest
    @CsvSource({
        "lung_cox, age sex ph_ecog, 60 1 1",
        "veteran_cox, trt2 smallcell adeno large karno age prior10, 0 1 0 0 60 60 0",
        "aml_cox, nonmaintained, 1",
        "stanford2_cox, age t5, 45 1",
        "heart_cox_time_dependent, age year surgery transplant, ''"
    })
    void fitsWhatRFits(String entry, String columns, String client) {
        String[] names = columns.split(" ");
        SurvivalData data = Reference.data(entry, names);
        for (CoxTies ties : CoxTies.values()) {
            CoxModel model = CoxFitter.defaults().withTies(ties).fit(data);
            String path = entry + "/" + ties.name().toLowerCase(Locale.ROOT) + "/";
            for (int i = 0; i < names.length; i++) {
                Coefficient b = model.coefficients().of(names[i]);
                assertClose(b.estimate(), Reference.number(path + "coef/" + names[i]), 1e-8);
                assertClose(b.standardError(), Reference.number(path + "se/" + names[i]), 1e-7);
                for (int j = 0; j < names.length && !entry.startsWith("heart"); j++) {
                    double cell = Reference.numbers(path + "vcov")[i * names.length + j];
                    assertThat(model.coefficients().covariance(names[i], names[j]))
                            .isCloseTo(cell, within(1e-7 * Math.abs(b.standardError())));
                }
            }
            CoxFit fit = model.fit();
            assertClose(fit.logLikelihood(), Reference.number(path + "loglik"), 1e-9);
            assertClose(fit.nullLogLikelihood(), Reference.number(path + "loglik_null"), 1e-9);
            assertClose(fit.score(), Reference.number(path + "score"), 1e-9);
            assertClose(
                    model.coefficients().wald(model.schema().names()).statistic(),
                    Reference.number(path + "wald"),
                    1e-7);
            assertClose(fit.concordance().index(), Reference.number(path + "concordance"), 1e-9);
            double[] times = Reference.numbers(path + "baseline_cumhaz_at_covariates_zero/time");
            double[] hazard = Reference.numbers(path + "baseline_cumhaz_at_covariates_zero/value");
            for (int k = 0; k < times.length; k++) {
                assertClose(model.cumulativeHazard(new double[names.length], times[k]), hazard[k], 1e-7);
            }
            if (!client.isEmpty()) {
                assertThat(fit.likelihoodRatio().statistic()).isCloseTo(Reference.number(path + "lr"), within(1e-8));
                assertCounts(fit.concordance(), path);
                assertSurvival(model, path, client);
            }
        }
    }

    private static void assertCounts(Concordance pairs, String path) {
        assertThat(pairs.concordant()).isEqualTo((long) Reference.number(path + "concordance_counts/concordant"));
        assertThat(pairs.discordant()).isEqualTo((long) Reference.number(path + "concordance_counts/discordant"));
        assertThat(pairs.tied()).isEqualTo((long) Reference.number(path + "concordance_counts/tied_x"));
    }

    private static void assertSurvival(CoxModel model, String path, String client) {
        String[] cells = client.split(" ");
        double[] row = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            row[i] = Double.parseDouble(cells[i]);
        }
        double[] times = Reference.numbers(path + "predicted_survival/time");
        double[] survival = Reference.numbers(path + "predicted_survival/survival");
        for (int k = 0; k < times.length; k++) {
            assertThat(model.survival(row, times[k])).isCloseTo(survival[k], within(1e-8));
        }
        assertThat(model.probabilityToEnd(row, times[0], times[1] - times[0]))
                .isCloseTo(1 - survival[1] / survival[0], within(1e-7));
    }

    @Test
    void testsProportionalHazardsAsRDoes() {
        SurvivalData data = Reference.data("lung_cox", "age", "sex", "ph_ecog");
        CoxModel model = CoxFitter.defaults().fit(data);
        ProportionalHazards tests = ProportionalHazards.of(model, data);
        for (Map.Entry<String, ChiSquareTest> test : tests.features().entrySet()) {
            assertClose(test.getValue().statistic(), Reference.number("lung_cox/zph_km/chisq/" + test.getKey()), 1e-7);
            assertClose(test.getValue().probability(), Reference.number("lung_cox/zph_km/p/" + test.getKey()), 1e-7);
        }
        assertClose(tests.all().statistic(), Reference.number("lung_cox/zph_km/chisq/GLOBAL"), 1e-7);
        assertThat(tests.all().degrees()).isEqualTo(3);
    }

    @Test
    void reasonsTellWhatMovesTheRisk() {
        SurvivalData data = Reference.data("lung_cox", "age", "sex", "ph_ecog");
        CoxModel model = CoxFitter.defaults().fit(data);
        double[] contributions = model.riskContributions(new double[] {74, 1, 1});
        double sum = contributions[0] + contributions[1] + contributions[2];
        double ratio =
                model.cumulativeHazard(new double[] {74, 1, 1}, 300) / model.cumulativeHazard(model.baseline(), 300);
        assertThat(Math.exp(sum)).isCloseTo(ratio, within(1e-12));
    }

    @Test
    void refusesWhatSaysNothingAndWhatSaysTooMuch() {
        CoxFitter fitter = CoxFitter.defaults();
        double[] time = {1, 2, 3, 4, 5, 6};
        FeatureSchema one = FeatureSchema.of(Feature.numeric("rate", "ratio"));
        SurvivalData censored =
                SurvivalData.of(CalendarUnit.MONTH, time, new int[6]).withColumns(one, new double[] {1, 2, 1, 2, 1, 2});
        assertThatThrownBy(() -> fitter.fit(censored))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("no row of 6 ended: all are censored");
        SurvivalData ended = SurvivalData.of(CalendarUnit.MONTH, time, new int[] {1, 1, 1, 1, 1, 1});
        assertThatThrownBy(() -> fitter.fit(ended)).hasMessageContaining("there is no feature");
        assertThatThrownBy(() -> fitter.fit(ended.withColumns(one, new double[] {2, 2, 2, 2, 2, 2})))
                .hasMessageContaining("column rate is constant");
        assertThatThrownBy(() -> fitter.fit(ended.withColumns(one, new double[] {6, 5, 4, 3, 2, 1})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("rises for ever along columns [rate]");
        FeatureSchema two = FeatureSchema.of(Feature.numeric("rate", "ratio"), Feature.numeric("spread", "ratio"));
        assertThatThrownBy(() -> fitter.fit(
                        ended.withColumns(two, new double[] {1, 3, 2, 5, 4, 1}, new double[] {2, 6, 4, 10, 8, 2})))
                .hasMessageContaining("column spread");
        assertThatThrownBy(() -> ended.withColumns(one, new double[] {1, 2, Double.POSITIVE_INFINITY, 4, 5, 6}))
                .hasMessageContaining("column rate must be finite, found Infinity in row 2");
        CoxModel model = fitter.fit(ended.withColumns(one, new double[] {1, 3, 2, 5, 4, 1}));
        assertThatThrownBy(() -> model.survival(new double[] {1}, 7))
                .hasMessageContaining("within [0, 6.0], found 7.0");
    }

    private static void assertClose(double found, double expected, double tolerance) {
        assertThat(found).isCloseTo(expected, within(tolerance * Math.max(Math.abs(expected), 1e-3)));
    }
}
