package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import org.junit.jupiter.api.Test;

class DiscountingTest {

    private static final BgNbdModel MODEL = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);
    private static final PurchaseSummary CLIENT = new PurchaseSummary(2, 30.43, 38.86);

    @Test
    void anEvenStreamIsAnAnnuity() {
        assertThat(Discounting.discounted(t -> 5 * t, 20, 0.1))
                .isCloseTo(5 * -Math.expm1(-2) / 0.1, withinPercentage(1e-10));
        assertThat(Discounting.discounted(t -> 5 * t, 20, -0.1))
                .isCloseTo(5 * Math.expm1(2) / 0.1, withinPercentage(1e-10));
        assertThat(Discounting.discounted(t -> 5 * t, 1e9, 0.1)).isCloseTo(50, withinPercentage(1e-10));
    }

    @Test
    void aStreamThatComesInAtOnceIsHardlyDiscounted() {
        // come(t) = 1 - exp(-100 t): the present value is 100 / (100 + force)
        assertThat(Discounting.discounted(t -> -Math.expm1(-100 * t), 1000, 0.5))
                .isCloseTo(100 / 100.5, withinPercentage(1e-10));
    }

    /** come(t) = 1 - exp(-1e5 t) over a thousand years: a rule over the whole of it would see no discount at all. */
    @Test
    void aStreamOfOneMomentIsDiscountedNevertheless() {
        double now = Discounting.discounted(t -> -Math.expm1(-1e5 * t), 52_000, 0.003);

        assertThat(1 - now).isCloseTo(0.003 / 1e5, withinPercentage(1e-3));
    }

    @Test
    void withoutInterestItIsWhatIsExpected() {
        assertThat(MODEL.discountedPurchases(CLIENT, Horizon.weeks(39), DiscountRate.perYear(0)))
                .isEqualTo(MODEL.expectedPurchases(CLIENT, Horizon.weeks(39)));
    }

    @Test
    void agreesWithASumOverManyShortSpans() {
        DiscountRate rate = DiscountRate.perYear(0.15);
        double sum = 0;
        double before = 0;
        for (int i = 1; i <= 39_000; i++) {
            double now = MODEL.expectedPurchases(CLIENT, Horizon.weeks(i / 1000.0));
            sum += (now - before) * rate.factor(Horizon.weeks((i - 0.5) / 1000));
            before = now;
        }
        assertThat(MODEL.discountedPurchases(CLIENT, Horizon.weeks(39), rate)).isCloseTo(sum, withinPercentage(1e-7));
    }

    @Test
    void theUnitOfTheHorizonDoesNotMatter() {
        DiscountRate rate = DiscountRate.perYear(0.08);
        double years = MODEL.discountedPurchases(CLIENT, Horizon.years(2), rate);

        assertThat(MODEL.discountedPurchases(CLIENT, Horizon.months(24), rate))
                .isCloseTo(years, withinPercentage(1e-11));
        assertThat(MODEL.discountedPurchases(CLIENT, Horizon.days(730.485), rate))
                .isCloseTo(years, withinPercentage(1e-11));
    }

    @Test
    void tellsWhereANegativeRateExceedsEveryNumber() {
        assertThatThrownBy(() -> MODEL.discountedPurchases(CLIENT, Horizon.years(1e5), DiscountRate.perYear(-0.5)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("exceeds a double");
    }
}
