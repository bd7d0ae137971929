package io.lendcrm.examples.simulation;

import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.statement.LineItem;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A firm's year-end statements: filed in April of the next year, some corrected months later, worse in distress. Not
 * thread-safe; confine to one thread.
 */
final class Filings {

    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Nature nature;
    private final SimulationOptions options;
    private final Draw draw;
    private final double margin;
    private final double leverage;
    private final double growth;
    private double turnover;
    private final List<FinancialStatement> filed = new ArrayList<>();

    Filings(Nature nature, SimulationOptions options, Draw draw) {
        this.nature = nature;
        this.options = options;
        this.draw = draw;
        // Risky firms earn less and owe more, so that statements tell of the true PD.
        double risk = StrictMath.log(nature.annualPd() / 0.02);
        this.margin = 0.07 - 0.02 * risk + 0.02 * draw.normal();
        this.leverage = Math.max(0.15, Math.min(0.95, 0.55 + 0.08 * risk + 0.08 * draw.normal()));
        this.growth = nature.archetype() == Archetype.GROWTH_TECH ? 0.25 : 0.03;
        this.turnover = nature.size();
    }

    List<FinancialStatement> filed() {
        return filed;
    }

    /** At a year's end. */
    void close(int year, Distress distress) {
        LocalDate end = LocalDate.of(year, 12, 31);
        if (end.isBefore(nature.joinedOn())) {
            return;
        }
        double trouble = Math.max(0, distress.signal());
        turnover *= Math.max(0.4, 1 + growth - 0.15 * trouble + 0.08 * draw.normal());
        double profit = margin - 0.06 * trouble + 0.015 * draw.normal();
        LocalDate filedOn = LocalDate.of(year + 1, 4, draw.between(5, 30));
        file(year, lines(turnover, profit, leverage + 0.08 * trouble), filedOn);
        if (draw.chance(options.restatementShare())) {
            LocalDate corrected = filedOn.plusDays(draw.between(90, 270));
            file(year, lines(turnover * 0.95, profit - 0.02, leverage + 0.08 * trouble + 0.03), corrected);
        }
    }

    private void file(int year, Map<LineItem, BigDecimal> lines, LocalDate on) {
        Instant recordedAt = AsOf.recordedOn(on, ZoneOffset.UTC);
        filed.add(new FinancialStatement(
                nature.id(),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                FinancialStatement.Basis.SOLO,
                nature.size() > 1_000_000,
                nature.currency(),
                THOUSAND,
                lines,
                recordedAt));
    }

    /** Lines in thousands that keep the accounting identities exactly. */
    private Map<LineItem, BigDecimal> lines(double sales, double profitMargin, double debtRatio) {
        boolean young = nature.archetype() == Archetype.GROWTH_TECH;
        BigDecimal revenue = thousands(sales);
        BigDecimal cost = thousands(sales * (young ? 0.45 : 0.68));
        BigDecimal research = thousands(sales * (young ? 0.18 : 0.01));
        BigDecimal wear = thousands(sales * 0.04);
        BigDecimal assets = thousands(sales * 0.85);
        BigDecimal liabilities = thousands(sales * 0.85 * Math.min(1.1, debtRatio));
        BigDecimal current = thousands(sales * 0.42);
        BigDecimal due = thousands(sales * 0.85 * Math.min(1.1, debtRatio) * 0.55);
        BigDecimal interest = thousands(sales * 0.85 * debtRatio * 0.035);
        BigDecimal operating = thousands(sales * profitMargin).add(interest);
        BigDecimal beforeTax = operating.subtract(interest);
        BigDecimal tax = beforeTax.signum() > 0
                ? beforeTax.multiply(new BigDecimal("0.25")).setScale(0, RoundingMode.HALF_EVEN)
                : BigDecimal.ZERO;
        BigDecimal net = beforeTax.subtract(tax);
        BigDecimal operatingCash = net.add(wear);
        BigDecimal investing = thousands(sales * -0.045);
        BigDecimal repaid = thousands(sales * 0.02);
        BigDecimal financing = repaid.negate().add(thousands(sales * 0.015));
        Map<LineItem, BigDecimal> lines = new EnumMap<>(LineItem.class);
        lines.put(LineItem.CASH, thousands(sales * 0.07));
        lines.put(LineItem.RECEIVABLES, thousands(sales * 0.16));
        lines.put(LineItem.INVENTORIES, thousands(sales * (young ? 0.04 : 0.15)));
        lines.put(LineItem.CURRENT_ASSETS, current);
        lines.put(LineItem.NON_CURRENT_ASSETS, assets.subtract(current));
        lines.put(LineItem.TOTAL_ASSETS, assets);
        lines.put(LineItem.PAYABLES, thousands(sales * 0.09));
        lines.put(LineItem.CURRENT_LIABILITIES, due);
        lines.put(LineItem.NON_CURRENT_LIABILITIES, liabilities.subtract(due));
        lines.put(LineItem.TOTAL_LIABILITIES, liabilities);
        lines.put(LineItem.RETAINED_EARNINGS, thousands(sales * (0.15 + profitMargin)));
        lines.put(LineItem.EQUITY, assets.subtract(liabilities));
        lines.put(LineItem.REVENUE, revenue);
        lines.put(LineItem.COST_OF_SALES, cost);
        lines.put(LineItem.GROSS_PROFIT, revenue.subtract(cost));
        lines.put(LineItem.RESEARCH_AND_DEVELOPMENT, research);
        lines.put(LineItem.DEPRECIATION_AND_AMORTISATION, wear);
        lines.put(LineItem.OPERATING_PROFIT, operating);
        lines.put(LineItem.INTEREST_EXPENSE, interest);
        lines.put(LineItem.PROFIT_BEFORE_TAX, beforeTax);
        lines.put(LineItem.INCOME_TAX, tax);
        lines.put(LineItem.NET_PROFIT, net);
        lines.put(LineItem.OPERATING_CASH_FLOW, operatingCash);
        lines.put(LineItem.INVESTING_CASH_FLOW, investing);
        lines.put(LineItem.FINANCING_CASH_FLOW, financing);
        lines.put(LineItem.CHANGE_IN_CASH, operatingCash.add(investing).add(financing));
        lines.put(LineItem.PRINCIPAL_REPAID, repaid);
        return lines;
    }

    private static BigDecimal thousands(double major) {
        return BigDecimal.valueOf(Math.rint(major / 1000)).setScale(0, RoundingMode.HALF_EVEN);
    }
}
