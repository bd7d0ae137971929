package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Definitions.yesNo;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.statement.Ratio;
import io.lendcrm.core.statement.RatioValue;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the last annual statement tells, and what a project is planned to earn. */
record FinanceAndSolvency(
        AsOf asOf, Client client, AnnualStatements statements, Currency currency, ExchangeRates rates) {

    private static final List<Ratio> RATIOS = List.of(
            Ratio.LIABILITIES_TO_ASSETS,
            Ratio.DEBT_TO_EQUITY,
            Ratio.CURRENT,
            Ratio.QUICK,
            Ratio.INTEREST_COVER,
            Ratio.DEBT_SERVICE_COVER,
            Ratio.RETURN_ON_ASSETS,
            Ratio.GROSS_MARGIN,
            Ratio.OPERATING_MARGIN,
            Ratio.NET_MARGIN,
            Ratio.DAYS_SALES_OUTSTANDING,
            Ratio.INVENTORY_DAYS,
            Ratio.RESEARCH_INTENSITY,
            Ratio.REVENUE_GROWTH,
            Ratio.ALTMAN_Z_DOUBLE_PRIME);

    static FinanceAndSolvency of(ClientHistory history, Currency currency, ExchangeRates rates) {
        return new FinanceAndSolvency(
                history.asOf(), history.client(), AnnualStatements.of(history.statements()), currency, rates);
    }

    static Definitions<FinanceAndSolvency> definitions(Currency currency) {
        Definitions.Builder<FinanceAndSolvency> all = Definitions.<FinanceAndSolvency>of(Dimension.FINANCE_AND_SOLVENCY)
                .reading("financialStatement.amounts");
        for (Ratio ratio : RATIOS) {
            all.numeric(
                    name(ratio),
                    ratio.unit().isEmpty() ? "ratio" : ratio.unit(),
                    ratio.formula() + ", of the last annual statement; missing where undefined",
                    v -> v.value(ratio));
        }
        return all.numeric(
                        "revenue",
                        currency.getCurrencyCode(),
                        "Revenue of the last annual statement at the rate known on the date; missing without a rate (see "
                                + "statement_unconverted)",
                        v -> v.revenue())
                .reading("financialStatement.until", "financialStatement.currency", "financialStatement.audited")
                .numeric(
                        "statement_unconverted",
                        "statements",
                        "1 if the last annual statement is in a currency without a known rate, else 0",
                        v -> v.unconverted())
                .numeric(
                        "statement_age_days",
                        "days",
                        "Days since the end of the last annual statement's period; missing without one",
                        v -> v.statements
                                .last()
                                .map(s -> (double)
                                        (v.asOf.date().toEpochDay() - s.until().toEpochDay()))
                                .orElse(Double.NaN))
                .binary(
                        "statement_audited",
                        "Whether an auditor signed the last annual statement; missing without one",
                        v -> v.statements.last().map(s -> yesNo(s.audited())).orElse(Double.NaN))
                .reading("projectCompany.plan")
                .numeric(
                        "project_minimum_dscr",
                        "ratio",
                        "Least planned cash available / (interest + principal) over the periods of a project's plan that have "
                                + "debt service; missing without a plan",
                        v -> v.client instanceof ProjectCompany project && project.plan() != null
                                ? number(project.plan().minimumDscr())
                                : Double.NaN)
                .build();
    }

    private double value(Ratio ratio) {
        Optional<FinancialStatement> last = statements.last();
        if (last.isEmpty()) {
            return Double.NaN;
        }
        return number(
                statements.before().map(before -> ratio.of(last.get(), before)).orElseGet(() -> ratio.of(last.get())));
    }

    private double revenue() {
        Optional<BigDecimal> amount = statements.last().flatMap(s -> s.amount(LineItem.REVENUE));
        Optional<BigDecimal> rate = rate();
        return amount.isPresent() && rate.isPresent()
                ? amount.get().multiply(rate.get()).doubleValue()
                : Double.NaN;
    }

    private double unconverted() {
        return statements.last().isPresent() && rate().isEmpty() ? 1 : 0;
    }

    private Optional<BigDecimal> rate() {
        return statements
                .last()
                .flatMap(s -> s.currency().equals(currency)
                        ? Optional.of(BigDecimal.ONE)
                        : rates.rate(s.currency(), currency, asOf));
    }

    private static double number(RatioValue value) {
        return value.asDouble().orElse(Double.NaN);
    }

    private static String name(Ratio ratio) {
        return ratio == Ratio.CURRENT || ratio == Ratio.QUICK
                ? ratio.name().toLowerCase(Locale.ROOT) + "_ratio"
                : ratio.name().toLowerCase(Locale.ROOT);
    }
}
