package io.lendcrm.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.statement.RatioValue.Reason;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    private final FinancialStatement firm = Statements.year(
            "RECEIVABLES=73",
            "INVENTORIES=120",
            "CURRENT_ASSETS=400",
            "TOTAL_ASSETS=1000",
            "SHORT_TERM_DEBT=100",
            "CURRENT_LIABILITIES=250",
            "LONG_TERM_DEBT=140",
            "TOTAL_LIABILITIES=600",
            "RETAINED_EARNINGS=150",
            "EQUITY=400",
            "REVENUE=730",
            "COST_OF_SALES=438",
            "GROSS_PROFIT=292",
            "RESEARCH_AND_DEVELOPMENT=36.5",
            "DEPRECIATION_AND_AMORTISATION=50",
            "OPERATING_PROFIT=90",
            "INTEREST_EXPENSE=20",
            "PROFIT_BEFORE_TAX=70",
            "INCOME_TAX=15",
            "NET_PROFIT=55",
            "PRINCIPAL_REPAID=80");

    /** By hand from the statement above. */
    @ParameterizedTest
    @CsvSource({
        "LIABILITIES_TO_ASSETS, 0.6", // 600 / 1000
        "DEBT_TO_EQUITY, 0.6", // (100 + 140) / 400
        "CURRENT, 1.6", // 400 / 250
        "QUICK, 1.12", // (400 - 120) / 250
        "INTEREST_COVER, 4.5", // 90 / 20
        "DEBT_SERVICE_COVER, 1.25", // (90 + 50 - 15) / (20 + 80)
        "RETURN_ON_ASSETS, 0.055", // 55 / 1000
        "RETURN_ON_EQUITY, 0.1375", // 55 / 400
        "GROSS_MARGIN, 0.4", // 292 / 730
        "OPERATING_MARGIN, 0.1232876712328767", // 90 / 730
        "NET_MARGIN, 0.07534246575342465", // 55 / 730
        "DAYS_SALES_OUTSTANDING, 36.5", // 365 * 73 / 730
        "INVENTORY_DAYS, 100", // 365 * 120 / 438
        "RESEARCH_INTENSITY, 0.05", // 36.5 / 730
        "ALTMAN_Z_DOUBLE_PRIME, 2.7778", // 6.56*0.15 + 3.26*0.15 + 6.72*0.09 + 1.05*400/600
    })
    void aTableWorkedByHand(Ratio ratio, double expected) {
        assertThat(ratio.of(firm).asDouble().orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void ratiosDoNotDependOnTheUnit() {
        FinancialStatement inYuan = Statements.of(
                Statements.JANUARY, Statements.DECEMBER, 1, "CURRENT_ASSETS=400", "CURRENT_LIABILITIES=250");

        assertThat(Ratio.CURRENT.of(inYuan)).isEqualTo(Ratio.CURRENT.of(firm));
    }

    @Test
    void aQuartersFlowsAreBroughtToAYear() {
        FinancialStatement quarter = Statements.of(
                Statements.JANUARY,
                LocalDate.of(2023, 3, 31),
                10_000,
                "RECEIVABLES=73",
                "REVENUE=182.5",
                "NET_PROFIT=13.75",
                "TOTAL_ASSETS=1000");

        assertThat(number(Ratio.DAYS_SALES_OUTSTANDING, quarter)).isCloseTo(36.5, within(1e-12));
        assertThat(number(Ratio.RETURN_ON_ASSETS, quarter)).isCloseTo(0.055, within(1e-12));
        assertThat(number(Ratio.NET_MARGIN, quarter)).isCloseTo(13.75 / 182.5, within(1e-12));
    }

    @Test
    void totalsAreWorkedOutWhereTheyAreNotGiven() {
        FinancialStatement sparse = Statements.year(
                "CURRENT_ASSETS=400", "NON_CURRENT_ASSETS=600", "EQUITY=400", "REVENUE=730", "COST_OF_SALES=438");

        assertThat(number(Ratio.LIABILITIES_TO_ASSETS, Statements.year("TOTAL_ASSETS=1000", "EQUITY=400")))
                .isCloseTo(0.6, within(1e-12));
        assertThat(number(Ratio.GROSS_MARGIN, sparse)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void growthComparesWithTheYearBefore() {
        FinancialStatement before =
                Statements.of(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 1, "REVENUE=5840000");

        assertThat(Ratio.REVENUE_GROWTH.of(firm, before).asDouble().orElseThrow())
                .isCloseTo(0.25, within(1e-12));
        assertThat(Ratio.REVENUE_GROWTH.of(firm)).isEqualTo(RatioValue.undefined(Reason.MISSING, "statement before"));
        assertThat(Ratio.REVENUE_GROWTH.of(before, firm))
                .isEqualTo(RatioValue.undefined(Reason.NOT_COMPARABLE, "statement before"));
        FinancialStatement idle = Statements.of(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31), 1, "REVENUE=0");
        assertThat(Ratio.REVENUE_GROWTH.of(firm, idle))
                .isEqualTo(RatioValue.undefined(Reason.ZERO_DENOMINATOR, "earlier amount"));
    }

    @Test
    void zeroAndNegativeDenominatorsGiveReasons() {
        assertThat(Ratio.INTEREST_COVER.of(Statements.year("OPERATING_PROFIT=90", "INTEREST_EXPENSE=0")))
                .isEqualTo(RatioValue.undefined(Reason.ZERO_DENOMINATOR, "interest expense"));
        assertThat(Ratio.DEBT_TO_EQUITY.of(
                        Statements.year("SHORT_TERM_DEBT=1", "LONG_TERM_DEBT=1", "EQUITY=-5", "TOTAL_ASSETS=1")))
                .isEqualTo(RatioValue.undefined(Reason.NEGATIVE_DENOMINATOR, "equity"));
        assertThat(Ratio.DEBT_SERVICE_COVER.of(Statements.year(
                        "OPERATING_PROFIT=90",
                        "DEPRECIATION_AND_AMORTISATION=1",
                        "INCOME_TAX=1",
                        "INTEREST_EXPENSE=0",
                        "PRINCIPAL_REPAID=0")))
                .isEqualTo(RatioValue.undefined(Reason.ZERO_DENOMINATOR, "debt service"));
        assertThat(Ratio.QUICK.of(Statements.year("CURRENT_ASSETS=400", "CURRENT_LIABILITIES=250")))
                .isEqualTo(RatioValue.undefined(Reason.MISSING, "inventories"));
    }

    @Test
    void everyRatioHasAFormulaAndACode() {
        assertThat(Ratio.values()).allSatisfy(ratio -> {
            assertThat(ratio.formula()).isNotBlank();
            assertThat(ratio.code()).matches("[a-z]+(-[a-z]+)*");
        });
        assertThat(Ratio.DEBT_SERVICE_COVER.code()).isEqualTo("debt-service-cover");
        assertThat(Ratio.INVENTORY_DAYS.unit()).isEqualTo("days");
    }

    private static double number(Ratio ratio, FinancialStatement statement) {
        return ratio.of(statement).asDouble().orElseThrow();
    }
}
