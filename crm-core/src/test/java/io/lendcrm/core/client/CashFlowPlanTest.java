package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.client.CashFlowPlan.Period;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.statement.RatioValue;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * A schedule worked by hand: a debt of 300 at 10 % a year, paid back in three equal parts; four years of cash.
 *
 * <pre>
 * year   cash   interest   principal   service   DSCR
 *    1    156         30         100       130    1.2
 *    2    180         20         100       120    1.5
 *    3    220         10         100       110    2.0
 *    4    146.41       0           0         0      –
 *
 * LLCR = (156/1.1 + 180/1.21 + 220/1.331) / 300 = (188.76 + 198 + 220) / (1.331 · 300) = 606.76 / 399.3
 * PLCR = (606.76/1.331 + 146.41/1.4641) / 300 = (606.76/1.331 + 100) / 300
 * </pre>
 */
class CashFlowPlanTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final LocalDate START = LocalDate.of(2024, 12, 31);
    private static final DiscountRate TEN_PERCENT = DiscountRate.perYear(0.10);

    private final CashFlowPlan plan = new CashFlowPlan(
            START,
            money("300"),
            List.of(
                    year(2025, "156", "30", "100"),
                    year(2026, "180", "20", "100"),
                    year(2027, "220", "10", "100"),
                    year(2028, "146.41", "0", "0")));

    @Test
    void debtServiceCoverIsCashOverInterestAndPrincipal() {
        assertThat(plan.periods().get(0).dscr()).isEqualTo(RatioValue.of(156.0 / 130));
        assertThat(number(plan.minimumDscr())).isCloseTo(1.2, ROUNDING);
        assertThat(number(plan.averageDscr())).isCloseTo((1.2 + 1.5 + 2.0) / 3, ROUNDING);
    }

    @Test
    void aPeriodWithoutDebtServiceHasNoCover() {
        assertThat(plan.periods().get(3).dscr())
                .isEqualTo(RatioValue.undefined(RatioValue.Reason.ZERO_DENOMINATOR, "debt service"));
    }

    @Test
    void loanLifeCoverStopsAtTheLastDebtServiceAndProjectLifeCoverDoesNot() {
        assertThat(number(plan.llcr(TEN_PERCENT))).isCloseTo(606.76 / 399.3, ROUNDING);
        assertThat(number(plan.plcr(TEN_PERCENT))).isCloseTo((606.76 / 1.331 + 100) / 300, ROUNDING);
    }

    @Test
    void halfYearsFromMonthEndToMonthEndDiscountByHalfPowers() {
        CashFlowPlan half =
                new CashFlowPlan(START, money("100"), List.of(period(LocalDate.of(2025, 6, 30), "110", "0", "100")));

        assertThat(number(half.llcr(TEN_PERCENT))).isCloseTo(1.1 / Math.sqrt(1.1), ROUNDING);
    }

    @Test
    void coverAtNoDiscountOfASinglePeriodIsItsDscr() {
        CashFlowPlan single = new CashFlowPlan(START, money("100"), List.of(year(2025, "150", "0", "100")));

        assertThat(number(single.llcr(DiscountRate.perYear(0)))).isCloseTo(1.5, ROUNDING);
        assertThat(single.minimumDscr()).isEqualTo(RatioValue.of(1.5));
    }

    @Test
    void withoutDebtNothingIsCovered() {
        CashFlowPlan free = new CashFlowPlan(START, money("0"), List.of(year(2025, "150", "0", "0")));

        assertThat(free.llcr(TEN_PERCENT).kind()).isEqualTo(RatioValue.Kind.UNDEFINED);
        assertThat(free.plcr(TEN_PERCENT)).isEqualTo(RatioValue.undefined(RatioValue.Reason.ZERO_DENOMINATOR, "debt"));
        assertThat(free.minimumDscr().kind()).isEqualTo(RatioValue.Kind.UNDEFINED);
        assertThat(free.averageDscr().kind()).isEqualTo(RatioValue.Kind.UNDEFINED);
    }

    @Test
    void whatIsNotPaidBackIsABalloon() {
        CashFlowPlan balloon = new CashFlowPlan(START, money("300"), List.of(year(2025, "156", "30", "100")));

        assertThat(balloon.balloon()).isEqualTo(money("200"));
        assertThat(plan.balloon()).isEqualTo(money("0"));
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> new CashFlowPlan(START, money("50"), List.of(year(2025, "156", "30", "100"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("principal of all periods must be at most debt=EUR 50.00, found EUR 100.00");
        assertThatThrownBy(() -> new CashFlowPlan(
                        START, money("300"), List.of(year(2026, "1", "1", "1"), year(2025, "1", "1", "1"))))
                .hasMessageContaining("each period must end after the one before, on 2026-12-31, found 2025-12-31");
        assertThatThrownBy(() -> year(2025, "1", "-1", "1")).hasMessageContaining("must not be negative");
    }

    private static Period year(int year, String cash, String interest, String principal) {
        return period(LocalDate.of(year, 12, 31), cash, interest, principal);
    }

    private static Period period(LocalDate until, String cash, String interest, String principal) {
        return new Period(until, money(cash), money(interest), money(principal));
    }

    private static Money money(String amount) {
        return Money.parse(amount, "EUR");
    }

    private static double number(RatioValue value) {
        return value.asDouble().orElseThrow();
    }
}
