package io.lendcrm.scoring.value.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.CalendarUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TenuresTest {

    private static final double[] ONE_EACH = {};
    private static final double[] FROM_THE_START = {};

    @Test
    void aCohortIsWhoLeftInEachPeriodAndWhoIsStillThere() {
        Tenures cohort = Tenures.ofCohort(CalendarUnit.YEAR, 1000, 869, 743, 743);

        assertThat(cohort.clients()).isEqualTo(1000);
        assertThat(cohort.left()).isEqualTo(257);
        assertThat(cohort.exposure()).isEqualTo(1000 + 869 + 743);
        assertThat(cohort.size()).isEqualTo(3); // nobody left in the third period
        assertThat(cohort).hasToString("Tenures[3 rows, times in YEAR]");
    }

    @Test
    void timesCanBeCountedInAnotherUnit() {
        Tenures months = Tenures.ofDurations(
                CalendarUnit.MONTH, new double[] {24, 6}, new boolean[] {true, false}, ONE_EACH, new double[] {12, 0});

        assertThat(months.exposure()).isEqualTo(18);
        assertThat(months.in(CalendarUnit.YEAR).exposure()).isCloseTo(1.5, within(1e-15));
    }

    @Test
    void refusesSurvivorsThatCannotBe() {
        assertRefused(() -> cohort(100), "survivors must be given at the start and after at least 1 period, found 1");
        assertRefused(() -> cohort(100, 90, 91), "period 2: survivors must not rise, found 91.0 after 90.0");
        assertRefused(() -> cohort(0, 0), "period 0: survivors must be finite and above 0, found 0.0");
        assertRefused(() -> cohort(100, Double.NaN), "period 1: survivors must be finite and at least 0, found NaN");
        assertRefused(() -> cohort(100, -1), "period 1: survivors must be finite and at least 0, found -1.0");
    }

    @Test
    void refusesClientsThatCannotBe() {
        assertRefused(
                () -> Tenures.ofRenewals(CalendarUnit.YEAR, new int[] {0, -1}, new boolean[2], ONE_EACH),
                "row 2: renewals must be at least 0, found -1");
        assertRefused(
                () -> Tenures.ofRenewals(CalendarUnit.YEAR, new int[] {0, 1}, new boolean[1], ONE_EACH),
                "active must have 2 rows, found 1");
        for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertRefused(
                    () -> Tenures.ofRenewals(CalendarUnit.YEAR, new int[] {1}, new boolean[1], new double[] {weight}),
                    "row 1: weight must be finite and above 0, found " + weight);
        }
        assertRefused(() -> duration(-0.5, false, 0), "row 1: duration must be finite and at least 0, found -0.5");
        assertRefused(() -> duration(0, true, 0), "row 1: duration must be finite and above 0, found 0.0");
        assertRefused(() -> duration(Double.NaN, true, 0), "row 1: duration must be finite and above 0, found NaN");
        assertRefused(() -> duration(2, true, 2), "row 1: entry must be within [0, duration=2.0), found 2.0");
        assertRefused(() -> duration(2, false, 3), "row 1: entry must be within [0, duration=2.0], found 3.0");
        assertRefused(
                () -> cohort(10, 5).plus(Tenures.ofCohort(CalendarUnit.MONTH, 10, 5)),
                "unit must be YEAR, found MONTH");
    }

    private static Tenures cohort(double... survivors) {
        return Tenures.ofCohort(CalendarUnit.YEAR, survivors);
    }

    private static Tenures duration(double duration, boolean ended, double entry) {
        return Tenures.ofDurations(
                CalendarUnit.YEAR,
                new double[] {duration},
                new boolean[] {ended},
                ONE_EACH,
                entry == 0 ? FROM_THE_START : new double[] {entry});
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
