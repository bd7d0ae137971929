package io.lendcrm.core.statement;

import static io.lendcrm.core.statement.LineItem.CURRENT_ASSETS;
import static io.lendcrm.core.statement.LineItem.CURRENT_LIABILITIES;
import static io.lendcrm.core.statement.LineItem.DEPRECIATION_AND_AMORTISATION;
import static io.lendcrm.core.statement.LineItem.EQUITY;
import static io.lendcrm.core.statement.LineItem.INCOME_TAX;
import static io.lendcrm.core.statement.LineItem.INTEREST_EXPENSE;
import static io.lendcrm.core.statement.LineItem.INVENTORIES;
import static io.lendcrm.core.statement.LineItem.LONG_TERM_DEBT;
import static io.lendcrm.core.statement.LineItem.OPERATING_PROFIT;
import static io.lendcrm.core.statement.LineItem.PRINCIPAL_REPAID;
import static io.lendcrm.core.statement.LineItem.RECEIVABLES;
import static io.lendcrm.core.statement.LineItem.REVENUE;
import static io.lendcrm.core.statement.LineItem.SHORT_TERM_DEBT;
import static io.lendcrm.core.statement.LineItem.TOTAL_ASSETS;
import static io.lendcrm.core.statement.LineItem.TOTAL_LIABILITIES;

import java.util.Locale;
import java.util.function.Function;

/**
 * A ratio of financial statements. Flows are taken by the year ({@link FinancialStatement#yearlyAmount}), stocks as they
 * stand on the last day. Total assets, total liabilities, equity, gross profit and net profit are worked out from an
 * {@link AccountingIdentity} where the statement doesn't give them but gives the other lines. A denominator of zero or
 * below gives {@link RatioValue.Undefined}. Stateless and thread-safe.
 *
 * <p>Sources: [W] K. R. Subramanyam, J. J. Wild, <i>Financial Statement Analysis</i>, 10th ed. 2009; [A68] E. I. Altman,
 * Journal of Finance 23 (1968) 589; [A95] E. I. Altman, J. Hartzell, M. Peck, <i>Emerging Markets Corporate Bonds: A
 * Scoring System</i>, 1995; [A02] E. I. Altman, <i>Revisiting Credit Scoring Models in a Basel 2 Environment</i>, 2002.
 */
public enum Ratio {
    /** Leverage (资产负债率): total liabilities / total assets [W]. */
    LIABILITIES_TO_ASSETS(
            "total liabilities / total assets",
            "",
            l -> l.get(TOTAL_LIABILITIES).over(TOTAL_ASSETS)),
    /** Interest-bearing debt, short and long, / equity [W]. */
    DEBT_TO_EQUITY(
            "(short-term debt + long-term debt) / equity",
            "",
            l -> l.get(SHORT_TERM_DEBT).plus(LONG_TERM_DEBT).over(EQUITY)),
    /** Current ratio (流动比率): current assets / current liabilities [W]. */
    CURRENT(
            "current assets / current liabilities",
            "",
            l -> l.get(CURRENT_ASSETS).over(CURRENT_LIABILITIES)),
    /** Quick ratio (速动比率): current assets less inventories / current liabilities [W]. */
    QUICK(
            "(current assets - inventories) / current liabilities",
            "",
            l -> l.get(CURRENT_ASSETS).minus(INVENTORIES).over(CURRENT_LIABILITIES)),
    /** Interest cover (利息保障倍数): operating profit / interest expense [W]. */
    INTEREST_COVER(
            "operating profit / interest expense",
            "",
            l -> l.get(OPERATING_PROFIT).over(INTEREST_EXPENSE)),
    /** Debt service cover (DSCR): operating profit before depreciation, after tax / interest and principal [W]. */
    DEBT_SERVICE_COVER(
            "(operating profit + depreciation and amortisation - income tax) / (interest expense + principal repaid)",
            "",
            l -> l.get(OPERATING_PROFIT)
                    .plus(DEPRECIATION_AND_AMORTISATION)
                    .minus(INCOME_TAX)
                    .over(l.get(INTEREST_EXPENSE).plus(PRINCIPAL_REPAID), "debt service")),
    /** Return on assets (ROA): net profit a year / total assets on the last day [W]. */
    RETURN_ON_ASSETS(
            "net profit / total assets",
            "per year",
            l -> l.get(LineItem.NET_PROFIT).over(TOTAL_ASSETS)),
    /** Return on equity (ROE): net profit a year / equity on the last day [W]. */
    RETURN_ON_EQUITY(
            "net profit / equity", "per year", l -> l.get(LineItem.NET_PROFIT).over(EQUITY)),
    /** Gross margin (毛利率): gross profit / revenue [W]. */
    GROSS_MARGIN("gross profit / revenue", "", l -> l.get(LineItem.GROSS_PROFIT).over(REVENUE)),
    /** Operating margin: operating profit / revenue [W]. */
    OPERATING_MARGIN(
            "operating profit / revenue", "", l -> l.get(OPERATING_PROFIT).over(REVENUE)),
    /** Net margin (净利率): net profit / revenue [W]. */
    NET_MARGIN("net profit / revenue", "", l -> l.get(LineItem.NET_PROFIT).over(REVENUE)),
    /** Days sales outstanding (DSO): 365 · receivables on the last day / revenue a year [W]. */
    DAYS_SALES_OUTSTANDING(
            "365 * receivables / revenue",
            "days",
            l -> l.get(RECEIVABLES).times(365).over(REVENUE)),
    /** Inventory days: 365 · inventories on the last day / cost of sales a year [W]. */
    INVENTORY_DAYS(
            "365 * inventories / cost of sales",
            "days",
            l -> l.get(INVENTORIES).times(365).over(LineItem.COST_OF_SALES)),
    /** Research intensity (研发强度): research and development / revenue (OECD, <i>Frascati Manual</i>, 2015). */
    RESEARCH_INTENSITY(
            "research and development / revenue",
            "",
            l -> l.get(LineItem.RESEARCH_AND_DEVELOPMENT).over(REVENUE)),
    /** Growth of revenue a year against the statement before, {@code this / before - 1}, both by the year [W]. */
    REVENUE_GROWTH(
            "revenue / revenue before - 1", "per year", l -> l.get(REVENUE).growth(l.before(REVENUE))),
    /**
     * Altman's Z″ for firms that aren't listed and don't manufacture, without constant [A02]: 6.56 X1 + 3.26 X2 +
     * 6.72 X3 + 1.05 X4, with X1 working capital / total assets, X2 retained earnings / total assets, X3 operating
     * profit / total assets, X4 book equity / total liabilities. Zones: {@link AltmanZone}.
     */
    ALTMAN_Z_DOUBLE_PRIME(
            "6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4", "", l -> AltmanTerms.weigh(l, 0, 6.56, 3.26, 6.72, 1.05, 0)),
    /** Altman's Z″ for emerging markets [A95]: {@link #ALTMAN_Z_DOUBLE_PRIME} with the constant 3.25 added. */
    ALTMAN_Z_EMERGING(
            "3.25 + 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4",
            "",
            l -> AltmanTerms.weigh(l, 3.25, 6.56, 3.26, 6.72, 1.05, 0)),
    /** Altman's Z′ for manufacturers that aren't listed [A02]; X5 is revenue / total assets. */
    ALTMAN_Z_PRIME(
            "0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420 X4 + 0.998 X5",
            "",
            l -> AltmanTerms.weigh(l, 0, 0.717, 0.847, 3.107, 0.420, 0.998));

    private final String formula;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // the formulas above keep no state
    private final Function<Lines, RatioValue> value;

    Ratio(String formula, String unit, Function<Lines, RatioValue> value) {
        this.formula = formula;
        this.unit = unit;
        this.value = value;
    }

    /** {@return the stable name in lower case with dashes, such as {@code debt-service-cover}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the formula in words} */
    public String formula() {
        return formula;
    }

    /** {@return the unit; empty for a plain number} */
    public String unit() {
        return unit;
    }

    /**
     * The ratio of one statement.
     *
     * @param statement the statement
     * @return the number, or why there is none; growth is always undefined without a statement before
     */
    public RatioValue of(FinancialStatement statement) {
        return value.apply(new Lines(statement, null));
    }

    /**
     * The ratio of a statement, with the one before for growth.
     *
     * @param statement the statement
     * @param before the statement of the period before: same client, currency and basis, ending before this one begins
     * @return the number, or why there is none
     */
    public RatioValue of(FinancialStatement statement, FinancialStatement before) {
        return value.apply(new Lines(statement, before));
    }
}
