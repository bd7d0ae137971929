package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficient;
import io.lendcrm.scoring.risk.logistic.BinaryLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscreteTimeTest {

    @ParameterizedTest
    @CsvSource({
        "lung_discrete_time, age sex ph_ecog, LOGIT, logit",
        "lung_discrete_time, age sex ph_ecog, COMPLEMENTARY_LOG_LOG, cloglog",
        "aml_discrete_time, nonmaintained, LOGIT, logit",
        "aml_discrete_time, nonmaintained, COMPLEMENTARY_LOG_LOG, cloglog"
    })
    void fitsWhatRsGlmFits(String entry, String columns, BinaryLink link, String key) {
        SurvivalData data = Reference.data(entry, columns.split(" "));
        DiscreteTimeModel model = DiscreteTimeFitter.of(
                        Reference.number(entry + "/width"), (int) Reference.number(entry + "/max_band"))
                .withLink(link)
                .fit(data);
        String path = entry + "/" + key;

        assertThat(model.periods()).isEqualTo((int) Reference.number(path + "/rows"));
        assertThat(model.info().diagnostics().get("logLikelihood"))
                .isCloseTo(Reference.number(path + "/loglik"), within(1e-7));
        for (Coefficient b : model.coefficients()
                .all()
                .subList(1, model.coefficients().names().size())) {
            String name = b.name().replace("_", b.name().startsWith("band") ? "" : "_");
            double expected = Reference.number(path + "/coef/" + name);
            double error = Reference.number(path + "/se/" + name);
            assertThat(b.estimate()).as(name).isCloseTo(expected, within(1e-6 * error));
            // R takes them from the weights of the step before its last
            assertThat(b.standardError()).as(name).isCloseTo(error, within(5e-6 * error));
        }
    }

    @Test
    void survivalIsTheProductOfWhatIsLeftOfEachInterval() {
        SurvivalData data = Reference.data("aml_discrete_time", "nonmaintained");
        DiscreteTimeModel model = DiscreteTimeFitter.of(12, 4).fit(data);
        double[] row = {1};
        double one = 1 - model.hazard(row, 1);
        double two = one * (1 - model.hazard(row, 2));
        double six = two * (1 - model.hazard(row, 3)) * Math.pow(1 - model.hazard(row, 4), 3);

        assertThat(model.survival(row, 12)).isCloseTo(one, within(1e-15));
        assertThat(model.survival(row, 24)).isCloseTo(two, within(1e-15));
        assertThat(model.survival(row, 72)).isCloseTo(six, within(1e-14));
        assertThat(model.survival(row, 6)).isCloseTo(Math.sqrt(one), within(1e-15));
        assertThat(model.survival(row, 0)).isEqualTo(1);
        assertThat(model.hazard(row, 4)).isEqualTo(model.hazard(row, 9));
    }

    @Test
    void finerIntervalsComeNearTheProportionalHazardsThatMadeTheData() {
        SurvivalData data = Simulated.book(20_000, 5);
        DiscreteTimeModel model = DiscreteTimeFitter.of(1, 1)
                .withLink(BinaryLink.COMPLEMENTARY_LOG_LOG)
                .fit(data);
        assertThat(model.coefficients().of("rate").estimate()).isCloseTo(Simulated.RATE, within(0.05));
        assertThat(model.coefficients().of("size").estimate()).isCloseTo(Simulated.SIZE, within(0.05));
    }

    @Test
    void bandsInWhichNothingHappensAreRefused() {
        SurvivalData data = SurvivalData.of(CalendarUnit.MONTH, new double[] {1, 2, 7, 9}, new int[] {1, 0, 1, 0});
        assertThatThrownBy(() -> DiscreteTimeFitter.of(3, 3).fit(data))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("of band 2 some rows must end and some not, found 0 of 2");
        assertThatThrownBy(() -> DiscreteTimeFitter.of(0, 3)).hasMessageContaining("width must be finite and above 0");
    }

    /** The third row enters in the second interval and ends in it: it is seen in none. */
    @Test
    void tellsOfEndsThatNoIntervalSees() {
        SurvivalData data = SurvivalData.of(
                        CalendarUnit.YEAR, new double[] {0.5, 1.5, 1.9, 2.5, 3}, new int[] {1, 1, 1, 0, 0})
                .withEntry(0, 0, 1.2, 0, 0);

        assertThat(DiscreteTimeFitter.of(1, 1).fit(data).info().warnings())
                .contains("1 of 3 ends don't count: their rows entered within the same interval");
    }

    /** Of whom nobody is left to the precision of numbers, the hazard still tells how many of those few go next. */
    @Test
    void aSurvivalThatIsNoNumberAnyMoreDividesNothing() {
        SurvivalData data = Reference.data("aml_discrete_time", "nonmaintained");
        DiscreteTimeModel model = DiscreteTimeFitter.of(12, 4).fit(data);
        double[] row = {1};

        assertThat(model.survival(row, 1e6)).isZero();
        assertThat(model.probabilityToEnd(row, 1.2e6, 12)).isCloseTo(model.hazard(row, 4), within(1e-9));
        assertThatThrownBy(() -> model.probabilityToEnd(row, 12, -1))
                .hasMessage("ahead must be at least 0, found -1.0");
    }
}
