package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.CalendarUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {

    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"lung_km", "ovarian_km", "aml_km"})
    void drawsTheCurveThatRDraws(String entry) {
        SurvivalData data = Reference.data(entry);
        assertCurve(entry + "/overall", "all", KaplanMeier.of(data), 0, data.lastTime());
    }

    @Test
    void drawsTheCurvesOfGroups() {
        assertGroups("lung_km", "sex", "by_sex_log", "sex=1", "sex=2");
        assertGroups("ovarian_km", "rx2", "by_rx2", "rx2=0", "rx2=1");
        assertGroups("aml_km", "nonmaintained", "by_group", "nonmaintained=0", "nonmaintained=1");
    }

    @Test
    void theIntervalOfAMedianDependsOnTheScale() {
        for (int g = 0; g < 2; g++) {
            KaplanMeier curve = KaplanMeier.of(group("lung_km", "sex", g + 1));
            assertTime(
                    curve.quantileLower(0.5, 0.95, CurveScale.LOG_LOG),
                    Reference.numbers("lung_km/by_sex_loglog/median_lower95")[g]);
            assertTime(
                    curve.quantileUpper(0.5, 0.95, CurveScale.LOG_LOG),
                    Reference.numbers("lung_km/by_sex_loglog/median_upper95")[g]);
        }
    }

    @Test
    void comparesGroupsAsRDoes() {
        SurvivalData lung = Reference.data("lung_km");
        LogRank test = LogRank.of(lung, Reference.labels("lung_km/sex"));
        assertThat(test.test().statistic()).isCloseTo(Reference.number("lung_km/logrank/chisq"), within(TOLERANCE));
        assertThat(test.test().probability()).isCloseTo(Reference.number("lung_km/logrank/p"), within(1e-11));
        for (int g = 0; g < 2; g++) {
            assertThat(test.observed().get(g)).isEqualTo(Reference.numbers("lung_km/logrank/observed")[g]);
            assertThat(test.expected().get(g))
                    .isCloseTo(Reference.numbers("lung_km/logrank/expected")[g], within(TOLERANCE));
        }
        assertThat(LogRank.peto(lung, Reference.labels("lung_km/sex")).test().statistic())
                .isCloseTo(Reference.number("lung_km/peto/chisq"), within(TOLERANCE));
        assertThat(LogRank.of(Reference.data("aml_km"), Reference.labels("aml_km/nonmaintained"))
                        .test()
                        .statistic())
                .isCloseTo(Reference.number("aml_km/logrank/chisq"), within(TOLERANCE));
    }

    /** Five loans of which one was seen from month 2 on only. */
    @Test
    void aLateEntryCountsOnlyFromThenOn() {
        SurvivalData data = SurvivalData.of(CalendarUnit.MONTH, new double[] {1, 3, 4, 4, 6}, new int[] {1, 1, 0, 1, 0})
                .withEntry(0, 2, 0, 0, 0);
        KaplanMeier curve = KaplanMeier.of(data);

        assertThat(curve.atRisk(0)).isEqualTo(4);
        assertThat(curve.atRisk(1)).isEqualTo(4);
        assertThat(curve.survival(3)).isCloseTo(0.75 * 0.75, within(1e-15));
        assertThat(curve.survival(2.99)).isEqualTo(0.75);
        assertThat(curve.restrictedMean(4)).isCloseTo(1 + 2 * 0.75 + 0.5625, within(1e-15));
    }

    @Test
    void limitsAreDocumentedValues() {
        KaplanMeier nobody = KaplanMeier.of(SurvivalData.of(CalendarUnit.DAY, new double[] {3, 5}, new int[] {0, 0}));
        assertThat(nobody.survival(4)).isEqualTo(1);
        assertThat(nobody.quantile(0.5)).isEmpty();
        assertThat(nobody.standardError(4)).isZero();
        KaplanMeier one = KaplanMeier.of(SurvivalData.of(CalendarUnit.DAY, new double[] {3}, new int[] {1}));
        assertThat(one.survival(3)).isZero();
        assertThat(one.standardError(3)).isZero();
        assertThat(one.interval(3, 0.95, CurveScale.LOG).lower()).isZero();
        assertThat(one.interval(3, 0.95, CurveScale.LOG_LOG).upper()).isEqualTo(1);
        assertThat(one.quantile(0.5)).hasValue(3);
    }

    @Test
    void impossibleRowsAreNamed() {
        assertThatThrownBy(() -> SurvivalData.of(CalendarUnit.DAY, new double[] {3, -1}, new int[] {0, 0}))
                .hasMessage("time of row 1 must be finite and above 0, found -1.0");
        assertThatThrownBy(() -> SurvivalData.of(
                        CalendarUnit.DAY, new double[] {3, 1}, new int[] {0, 3}, List.of("default", "prepayment")))
                .hasMessageContaining("end of row 1 must be within [0, 2], one of [default, prepayment]")
                .hasMessageContaining("found 3");
        SurvivalData data = SurvivalData.of(CalendarUnit.DAY, new double[] {3, 1}, new int[] {0, 1});
        assertThatThrownBy(() -> data.withEntry(0, 1))
                .hasMessage("entry of row 1 must be within [0, time=1.0), found 1.0");
        assertThatThrownBy(() -> data.only("fraud")).hasMessageContaining("must be one of [event], found \"fraud\"");
        assertThatThrownBy(() -> LogRank.of(data, Collections.nCopies(2, "a")))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("one group only");
    }

    private static void assertGroups(String entry, String column, String block, String... names) {
        double[] codes = Arrays.stream(Reference.numbers(entry + "/" + column))
                .distinct()
                .sorted()
                .toArray();
        for (int g = 0; g < names.length; g++) {
            assertCurve(
                    entry + "/" + block,
                    names[g],
                    KaplanMeier.of(group(entry, column, codes[g])),
                    g,
                    Reference.data(entry).lastTime());
        }
    }

    private static SurvivalData group(String entry, String column, double code) {
        double[] codes = Reference.numbers(entry + "/" + column);
        return Reference.data(entry)
                .rows(IntStream.range(0, codes.length)
                        .filter(i -> codes[i] == code)
                        .toArray());
    }

    private static void assertCurve(String block, String group, KaplanMeier curve, int at, double limit) {
        String path = block + "/groups/" + group + "/";
        double[] times = Reference.numbers(path + "time");
        assertThat(curve.times()).isEqualTo(times);
        for (int k = 0; k < times.length; k++) {
            double t = times[k];
            assertThat(curve.atRisk(k)).isEqualTo((int) Reference.numbers(path + "n_risk")[k]);
            assertThat(curve.ended(k)).isEqualTo((int) Reference.numbers(path + "n_event")[k]);
            assertThat(curve.survival(t)).isCloseTo(Reference.numbers(path + "survival")[k], within(TOLERANCE));
            assertThat(curve.cumulativeHazard(t))
                    .isCloseTo(Reference.numbers(path + "cumhaz_nelson_aalen")[k], within(TOLERANCE));
            double lower = Reference.numbers(path + "lower95")[k];
            if (!Double.isNaN(lower)) {
                assertThat(curve.standardError(t))
                        .isCloseTo(Reference.numbers(path + "std_err_greenwood")[k], within(TOLERANCE));
                assertThat(curve.interval(t, 0.95, CurveScale.LOG).lower()).isCloseTo(lower, within(TOLERANCE));
                assertThat(curve.interval(t, 0.95, CurveScale.LOG).upper())
                        .isCloseTo(Reference.numbers(path + "upper95")[k], within(TOLERANCE));
            }
        }
        assertTime(curve.quantile(0.5), Reference.numbers(block + "/median")[at]);
        assertTime(curve.quantileLower(0.5, 0.95, CurveScale.LOG), Reference.numbers(block + "/median_lower95")[at]);
        assertTime(curve.quantileUpper(0.5, 0.95, CurveScale.LOG), Reference.numbers(block + "/median_upper95")[at]);
        assertThat(curve.restrictedMean(limit)).isCloseTo(Reference.numbers(block + "/rmean")[at], within(1e-8));
    }

    private static void assertTime(OptionalDouble found, double expected) {
        assertThat(found).isEqualTo(Double.isNaN(expected) ? OptionalDouble.empty() : OptionalDouble.of(expected));
    }
}
