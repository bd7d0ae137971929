package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.credit.DebtService.Periodic;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.statement.RatioValue;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebtServiceTest {

    private static final AsOf AS_OF = AsOf.endOf(LocalDate.of(2024, 6, 30), ZoneOffset.UTC);
    private static final ExchangeRates SEVEN = (from, to, asOf) ->
            from.getCurrencyCode().equals("USD") ? Optional.of(BigDecimal.valueOf(7)) : Optional.empty();

    /** Worked by hand: yearly income = monthly · 12, weekly · 365.2425 / 7, daily · 365.2425. */
    @ParameterizedTest
    @CsvSource({
        "1000, MONTH, 6000, 250, MONTH, 0.5, 0.25",
        "12000, YEAR, 6000, 250, MONTH, 0.5, 0.25",
        "12000, YEAR, 18000, 3000, YEAR, 1.5, 0.25",
        "700, WEEK, 36524.25, 70, WEEK, 1, 0.1",
        "100, DAY, 36524.25, 70, WEEK, 1, 0.1",
        "1000, MONTH, 0, 0, MONTH, 0, 0",
    })
    void incomeAndPaymentsOfAnyPeriodCompare(
            String income, CalendarUnit per, String debt, String payment, CalendarUnit every, double dti, double dsti) {
        DebtService service = new DebtService(
                periodic(income, per), List.of(Money.parse(debt, "CNY")), List.of(periodic(payment, every)));

        assertThat(number(service.debtToIncome(SEVEN, AS_OF))).isCloseTo(dti, within(1e-12));
        assertThat(number(service.serviceToIncome(SEVEN, AS_OF))).isCloseTo(dsti, within(1e-12));
    }

    @Test
    void debtsOfOtherCurrenciesAreConverted() {
        DebtService service = new DebtService(
                periodic("1000", CalendarUnit.MONTH),
                List.of(Money.parse("5000", "CNY"), Money.parse("1000", "USD")),
                List.of(new Periodic(Money.parse("50", "USD"), CalendarUnit.MONTH)));

        assertThat(service.debtToIncome(SEVEN, AS_OF)).isEqualTo(RatioValue.of(1.0));
        assertThat(service.serviceToIncome(SEVEN, AS_OF)).isEqualTo(RatioValue.of(0.35));
    }

    @Test
    void aMissingRateAndNoIncomeAreToldAsReasons() {
        DebtService pounds = new DebtService(
                periodic("1000", CalendarUnit.MONTH),
                List.of(Money.parse("1", "GBP")),
                List.of(new Periodic(Money.parse("1", "GBP"), CalendarUnit.MONTH)));
        DebtService poor = new DebtService(periodic("0", CalendarUnit.MONTH), List.of(), List.of());

        assertThat(pounds.debtToIncome(SEVEN, AS_OF))
                .isEqualTo(RatioValue.undefined(RatioValue.Reason.NOT_COMPARABLE, "rate GBP to CNY"));
        assertThat(pounds.serviceToIncome(SEVEN, AS_OF).kind()).isEqualTo(RatioValue.Kind.UNDEFINED);
        assertThat(poor.debtToIncome(SEVEN, AS_OF))
                .isEqualTo(RatioValue.undefined(RatioValue.Reason.ZERO_DENOMINATOR, "income"));
    }

    @Test
    void negativeAmountsAreRefusedWithoutTellingThem() {
        assertThatThrownBy(() -> periodic("-5", CalendarUnit.MONTH)).hasMessage("amount must not be negative");
        assertThatThrownBy(() -> new DebtService(
                        periodic("5", CalendarUnit.MONTH), List.of(Money.parse("-5", "CNY")), List.of()))
                .hasMessage("debts must not be negative");
    }

    private static Periodic periodic(String amount, CalendarUnit every) {
        return new Periodic(Money.parse(amount, "CNY"), every);
    }

    private static double number(RatioValue value) {
        return value.asDouble().orElseThrow();
    }
}
