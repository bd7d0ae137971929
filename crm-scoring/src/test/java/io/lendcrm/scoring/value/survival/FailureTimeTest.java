package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficient;
import io.lendcrm.scoring.likelihood.Derivatives;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTimeTest {

    @ParameterizedTest
    @CsvSource({"lung_aft, age sex ph_ecog", "veteran_aft, trt2 karno age", "aml_aft, nonmaintained"})
    void fitsWhatRsSurvregFits(String entry, String columns) {
        String[] names = columns.split(" ");
        SurvivalData data = Reference.data(entry, names);
        for (FailureLaw law : FailureLaw.values()) {
            FailureTimeModel model = FailureTimeFitter.of(law).fit(data);
            String path = entry + "/" + law.name().toLowerCase(Locale.ROOT).replace("_", "") + "/";
            List<Coefficient> all = model.coefficients().all();
            double[] errors = Reference.numbers(path + "se");
            for (int j = 0; j < errors.length; j++) {
                String name = j == 0 ? "(Intercept)" : j <= names.length ? names[j - 1] : "";
                double expected = Reference.number(path + (name.isEmpty() ? "log_scale" : "coef/" + name));
                assertThat(all.get(j).estimate()).as(law + name).isCloseTo(expected, within(1e-7 * errors[j]));
                assertThat(all.get(j).standardError()).as(law + name).isCloseTo(errors[j], within(1e-7 * errors[j]));
            }
            assertThat(model.logLikelihood()).isCloseTo(Reference.number(path + "loglik"), within(1e-7));
            FailureTimeModel none = FailureTimeFitter.of(law).fit(Reference.data(entry));
            assertThat(none.logLikelihood()).isCloseTo(Reference.number(path + "loglik_null"), within(1e-7));
        }
    }

    @Test
    void aWeibullIsInProportionalHazardsToo() {
        SurvivalData data = Simulated.book(20_000, 4);
        FailureTimeModel model = FailureTimeFitter.of(FailureLaw.WEIBULL).fit(data);
        assertThat(model.scale()).isCloseTo(1, within(0.03));
        double[] row = {1, 0.5};
        double share = model.riskContributions(row)[0] / (1 - model.baseline()[0]);
        assertThat(share).isCloseTo(Simulated.RATE, within(0.05));
        assertThat(model.survival(row, 10)).isCloseTo(Math.exp(-10 * Simulated.hazard(1, 0.5)), within(0.02));
        assertThat(model.survival(row, 0)).isEqualTo(1);
        assertThat(model.probabilityToEnd(row, 1e6, 12)).isBetween(0.0, 1.0);
    }

    /** A constant hazard forgets: who is seen from later on tells the same. */
    @Test
    void lateEntriesDontBiasTheHazard() {
        SurvivalData all = Simulated.book(40_000, 8);
        int[] kept = java.util.stream.IntStream.range(0, all.rows())
                .filter(i -> all.time(i) > 5)
                .toArray();
        double[] five = new double[kept.length];
        java.util.Arrays.fill(five, 5);
        SurvivalData late = all.rows(kept).withEntry(five);
        FailureTimeModel model = FailureTimeFitter.of(FailureLaw.EXPONENTIAL).fit(late);
        assertThat(-model.coefficients().of("(constant)").estimate())
                .isCloseTo(Math.log(Simulated.HAZARD), within(0.05));
        assertThat(-model.coefficients().of("rate").estimate()).isCloseTo(Simulated.RATE, within(0.05));
    }

    @Property(tries = 40)
    void derivativesAreThoseOfTheLikelihood(
            @ForAll FailureLaw law, @ForAll long seed, @ForAll @DoubleRange(min = -0.7, max = 0.7) double logScale) {
        SurvivalData data = Simulated.book(30, seed);
        double[] entry = new double[30];
        for (int i = 0; i < 30; i += 3) {
            entry[i] = data.time(i) / 3;
        }
        SurvivalData late = data.withEntry(entry);
        FailureLikelihood likelihood =
                new FailureLikelihood(late, Centred.of(late, FailureTimeModel.TYPE), law, Run.sequential());
        double[] point =
                law == FailureLaw.EXPONENTIAL ? new double[] {2.5, -0.4, 0.3} : new double[] {2.5, -0.4, 0.3, logScale};
        Derivatives.check(likelihood, point);
    }

    @Property
    void theTailOfEveryLawFallsSmoothly(@ForAll FailureLaw law, @ForAll @DoubleRange(min = -20, max = 60) double z) {
        if (law == FailureLaw.LOG_NORMAL || law == FailureLaw.LOG_LOGISTIC || z < 5) {
            double step = 1e-4;
            double[] here = law.survival(z);
            double slope = (law.survival(z + step)[0] - law.survival(z - step)[0]) / (2 * step);
            assertThat(here[0]).isLessThanOrEqualTo(0);
            assertThat(here[1]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void durationsThatDontScatterAreRefused() {
        SurvivalData same = SurvivalData.of(CalendarUnit.DAY, new double[] {5, 5, 5}, new int[] {1, 1, 1});
        assertThatThrownBy(() -> FailureTimeFitter.of(FailureLaw.WEIBULL).fit(same))
                .isInstanceOf(FitException.class);
        SurvivalData none = SurvivalData.of(CalendarUnit.DAY, new double[] {5, 6}, new int[] {0, 0});
        assertThatThrownBy(() -> FailureTimeFitter.of(FailureLaw.EXPONENTIAL).fit(none))
                .hasMessageContaining("all are censored");
    }
}
