package io.lendcrm.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class HorizonProperties {

    @Property
    void countingInAnotherUnitAndBackGivesTheSame(
            @ForAll @DoubleRange(max = 1e6) double length, @ForAll CalendarUnit unit, @ForAll CalendarUnit other) {
        Horizon horizon = new Horizon(length, unit);
        double back = new Horizon(horizon.in(other), other).in(unit);
        assertThat(back).isCloseTo(length, within(1e-12 * length));
        assertThat(horizon.in(unit)).isEqualTo(length);
    }

    @Property
    void aLongerSpanIsLongerInEveryUnit(
            @ForAll @DoubleRange(max = 1e6) double a,
            @ForAll @DoubleRange(max = 1e6) double b,
            @ForAll CalendarUnit unit,
            @ForAll CalendarUnit other) {
        double inA = new Horizon(Math.min(a, b), unit).in(other);
        double inB = new Horizon(Math.max(a, b), unit).in(other);
        assertThat(inA).isLessThanOrEqualTo(inB);
    }

    @Example
    void twelveMonthsAreAYearAndSevenDaysAWeek() {
        assertThat(Horizon.months(12).in(CalendarUnit.YEAR)).isEqualTo(1.0);
        assertThat(Horizon.years(1).in(CalendarUnit.DAY)).isEqualTo(365.2425);
        assertThat(Horizon.weeks(39).in(CalendarUnit.DAY)).isEqualTo(273.0);
        assertThat(Horizon.days(0).in(CalendarUnit.MONTH)).isZero();
    }

    @Example
    void impossibleSpansAreRefused() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Horizon.weeks(bad))
                    .withMessage("horizon must be finite and at least 0, found " + bad);
        }
    }
}
