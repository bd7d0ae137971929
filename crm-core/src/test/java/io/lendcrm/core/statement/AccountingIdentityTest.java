package io.lendcrm.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountingIdentityTest {

    @Test
    void aSoundStatementHasNoDiscrepancies() {
        assertThat(AccountingIdentity.discrepancies(Statements.year(
                        "CURRENT_ASSETS=60",
                        "NON_CURRENT_ASSETS=40",
                        "TOTAL_ASSETS=100",
                        "CURRENT_LIABILITIES=30",
                        "NON_CURRENT_LIABILITIES=20",
                        "TOTAL_LIABILITIES=50",
                        "EQUITY=50",
                        "REVENUE=80",
                        "COST_OF_SALES=50",
                        "GROSS_PROFIT=30",
                        "PROFIT_BEFORE_TAX=10",
                        "INCOME_TAX=2",
                        "NET_PROFIT=8",
                        "OPERATING_CASH_FLOW=9",
                        "INVESTING_CASH_FLOW=-4",
                        "FINANCING_CASH_FLOW=-1",
                        "CHANGE_IN_CASH=4")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BALANCE, TOTAL_ASSETS=100, TOTAL_LIABILITIES=50, EQUITY=40, 100000",
        "ASSETS, TOTAL_ASSETS=100, CURRENT_ASSETS=50, NON_CURRENT_ASSETS=55, -50000",
        "LIABILITIES, TOTAL_LIABILITIES=50, CURRENT_LIABILITIES=30, NON_CURRENT_LIABILITIES=10, 100000",
        "GROSS_PROFIT, REVENUE=80, COST_OF_SALES=50, GROSS_PROFIT=35, -50000",
        "NET_PROFIT, PROFIT_BEFORE_TAX=10, INCOME_TAX=2, NET_PROFIT=5, 30000",
    })
    void aBreachTellsTheIdentityAndBothSides(
            AccountingIdentity identity, String a, String b, String c, BigDecimal difference) {
        assertThat(AccountingIdentity.discrepancies(Statements.year(a, b, c)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.identity()).isEqualTo(identity);
                    assertThat(found.difference()).isEqualByComparingTo(difference);
                    assertThat(found.left().subtract(found.right())).isEqualByComparingTo(difference);
                    assertThat(found.tolerance()).isEqualByComparingTo("15000");
                });
    }

    @Test
    void aBreachOfTheCashFlowIsTold() {
        assertThat(AccountingIdentity.CASH
                        .check(Statements.year(
                                "OPERATING_CASH_FLOW=9",
                                "INVESTING_CASH_FLOW=-4",
                                "FINANCING_CASH_FLOW=-1",
                                "CHANGE_IN_CASH=40"))
                        .orElseThrow()
                        .difference())
                .isEqualByComparingTo("360000");
    }

    /** Three lines in whole 万元 may each be off by half a 万元; shown to a hundredth, by half a hundredth. */
    @Test
    void whatRoundingExplainsIsNoBreach() {
        assertThat(check("TOTAL_ASSETS=101", "TOTAL_LIABILITIES=50", "EQUITY=50"))
                .isFalse();
        assertThat(check("TOTAL_ASSETS=102", "TOTAL_LIABILITIES=50", "EQUITY=50"))
                .isTrue();
        assertThat(check("TOTAL_ASSETS=101", "TOTAL_LIABILITIES=50", "EQUITY=50.00"))
                .isTrue();
        assertThat(check("TOTAL_ASSETS=100.01", "TOTAL_LIABILITIES=50.00", "EQUITY=50.00"))
                .isFalse();
        assertThat(check("TOTAL_ASSETS=100.02", "TOTAL_LIABILITIES=50.00", "EQUITY=50.00"))
                .isTrue();
    }

    @Test
    void anIdentityWhoseLinesAreNotAllGivenIsNotChecked() {
        assertThat(check("TOTAL_ASSETS=100", "TOTAL_LIABILITIES=50")).isFalse();
        assertThat(check("TOTAL_LIABILITIES=50", "EQUITY=50")).isFalse();
    }

    private static boolean check(String... lines) {
        return AccountingIdentity.BALANCE.check(Statements.year(lines)).isPresent();
    }
}
