package io.lendcrm.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DiscountRateProperties {

    @Property
    void aSpanIsWorthTheSameInWhateverUnitItIsCounted(
            @ForAll @DoubleRange(min = -0.5, max = 3) double effective,
            @ForAll @DoubleRange(max = 40) double years,
            @ForAll CalendarUnit unit) {
        DiscountRate rate = DiscountRate.perYear(effective);
        double inUnits = Horizon.years(years).in(unit);

        assertThat(rate.factor(new Horizon(inUnits, unit)))
                .isCloseTo(rate.factor(Horizon.years(years)), within(1e-12 * rate.factor(Horizon.years(years))));
        // compounding once in every unit comes to the same
        assertThat(Math.pow(1 + rate.effectivePer(unit), -inUnits))
                .isCloseTo(rate.factor(Horizon.years(years)), within(1e-9 * rate.factor(Horizon.years(years))));
    }

    @Property
    void aRatePerUnitComesBack(
            @ForAll @DoubleRange(min = -0.01, max = 0.05) double perUnit, @ForAll CalendarUnit unit) {
        assertThat(DiscountRate.per(perUnit, unit).effectivePer(unit)).isCloseTo(perUnit, within(1e-12));
    }

    @Property
    void aYearOfTwelveMonthsIsDiscountedOnce(@ForAll @DoubleRange(min = -0.5, max = 3) double effective) {
        assertThat(DiscountRate.perYear(effective).factor(Horizon.months(12)))
                .isCloseTo(1 / (1 + effective), within(1e-12));
    }

    @Example
    void onePercentAMonthIsTwelvePointSixEightAYear() {
        assertThat(DiscountRate.per(0.01, CalendarUnit.MONTH).effectivePerYear())
                .isCloseTo(Math.pow(1.01, 12) - 1, within(1e-14));
    }

    @Example
    void impossibleRatesAreRefused() {
        for (double impossible : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> DiscountRate.perYear(impossible)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
