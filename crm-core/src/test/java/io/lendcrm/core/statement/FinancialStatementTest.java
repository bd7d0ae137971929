package io.lendcrm.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancialStatementTest {

    @Test
    void amountsAreToldInMajorUnitsWhateverTheUnitOfTheStatement() {
        FinancialStatement inTenThousands =
                Statements.of(Statements.JANUARY, Statements.DECEMBER, 10_000, "REVENUE=123.45");
        FinancialStatement inYuan = Statements.of(Statements.JANUARY, Statements.DECEMBER, 1, "REVENUE=1234500");

        assertThat(inTenThousands.amount(LineItem.REVENUE).orElseThrow()).isEqualByComparingTo("1234500");
        assertThat(inYuan.amount(LineItem.REVENUE).orElseThrow()).isEqualByComparingTo("1234500");
        assertThat(inYuan.amount(LineItem.CASH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, 2023-12-31, 1, 120",
        "2023-01-01, 2023-03-31, 0.25, 480",
        "2023-01-01, 2023-06-30, 0.5, 240",
        "2023-02-01, 2023-02-28, 0.08333333333333333, 1440",
        "2022-07-01, 2023-12-31, 1.5, 80",
    })
    void whatRunsUpOverMonthsIsBroughtToAYear(LocalDate from, LocalDate until, double years, String expected) {
        FinancialStatement statement = Statements.of(from, until, 1, "REVENUE=120", "TOTAL_ASSETS=120");

        assertThat(statement.years()).isCloseTo(years, within(1e-15));
        assertThat(statement.yearlyAmount(LineItem.REVENUE).orElseThrow()).isEqualByComparingTo(expected);
        assertThat(statement.yearlyAmount(LineItem.TOTAL_ASSETS).orElseThrow()).isEqualByComparingTo("120");
    }

    @Test
    void anOddPeriodIsCountedInDays() {
        FinancialStatement tenDays =
                Statements.of(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 10), 1, "REVENUE=10");

        assertThat(tenDays.years()).isCloseTo(10 / 365.2425, within(1e-15));
        assertThat(tenDays.yearlyAmount(LineItem.REVENUE).orElseThrow().doubleValue())
                .isCloseTo(365.2425, within(1e-9));
    }

    @Test
    void impossibleStatementsAreRefused() {
        assertThatThrownBy(() -> Statements.of(Statements.DECEMBER, Statements.JANUARY, 1))
                .hasMessage("until must not be before from=2023-12-31, found 2023-01-01");
        assertThatThrownBy(() -> Statements.of(Statements.JANUARY, Statements.DECEMBER, 0))
                .hasMessage("unit must be above 0, found 0");
    }

    @Test
    void amountsCannotBeChangedFromOutside() {
        assertThatThrownBy(() -> Statements.year("CASH=1").amounts().put(LineItem.CASH, BigDecimal.ZERO))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
