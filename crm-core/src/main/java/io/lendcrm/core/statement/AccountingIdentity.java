package io.lendcrm.core.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An equation that the lines of a sound statement fulfil (double-entry bookkeeping; presentation of IAS 1 and IAS 7). A
 * breach is told as a {@link Discrepancy}, never mended. Immutable and thread-safe.
 */
public enum AccountingIdentity {
    /** Total assets = total liabilities + equity. */
    BALANCE(LineItem.TOTAL_ASSETS, LineItem.TOTAL_LIABILITIES, LineItem.EQUITY),
    /** Total assets = current assets + non-current assets. */
    ASSETS(LineItem.TOTAL_ASSETS, LineItem.CURRENT_ASSETS, LineItem.NON_CURRENT_ASSETS),
    /** Total liabilities = current liabilities + non-current liabilities. */
    LIABILITIES(LineItem.TOTAL_LIABILITIES, LineItem.CURRENT_LIABILITIES, LineItem.NON_CURRENT_LIABILITIES),
    /** Revenue = cost of sales + gross profit. */
    GROSS_PROFIT(LineItem.REVENUE, LineItem.COST_OF_SALES, LineItem.GROSS_PROFIT),
    /** Profit before tax = income tax + net profit. */
    NET_PROFIT(LineItem.PROFIT_BEFORE_TAX, LineItem.INCOME_TAX, LineItem.NET_PROFIT),
    /** Change in cash = operating + investing + financing cash flow; exchange differences on cash breach it. */
    CASH(
            LineItem.CHANGE_IN_CASH,
            LineItem.OPERATING_CASH_FLOW,
            LineItem.INVESTING_CASH_FLOW,
            LineItem.FINANCING_CASH_FLOW);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final LineItem whole;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<LineItem> parts;

    AccountingIdentity(LineItem whole, LineItem... parts) {
        this.whole = whole;
        this.parts = List.of(parts);
    }

    /** {@return the line on the left side} */
    public LineItem whole() {
        return whole;
    }

    /** {@return the lines whose sum is on the right side} */
    public List<LineItem> parts() {
        return parts;
    }

    /**
     * Checks a statement. Each line may be off by half of the last place that the statement shows, so the two sides may
     * differ by half a place a line: with three lines in whole 万元, by 1.5 万元.
     *
     * @param statement the statement
     * @return the difference if it is more than rounding explains; empty if it isn't, or if a line isn't given
     */
    public Optional<Discrepancy> check(FinancialStatement statement) {
        Optional<BigDecimal> left = statement.amount(whole);
        BigDecimal right = BigDecimal.ZERO;
        for (LineItem part : parts) {
            Optional<BigDecimal> amount = statement.amount(part);
            if (amount.isEmpty()) {
                return Optional.empty();
            }
            right = right.add(amount.get());
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal tolerance =
                HALF.multiply(BigDecimal.valueOf(parts.size() + 1L)).multiply(lastPlace(statement));
        Discrepancy found = new Discrepancy(this, left.get(), right, tolerance);
        return found.difference().abs().compareTo(tolerance) > 0 ? Optional.of(found) : Optional.empty();
    }

    /**
     * Checks a statement against all identities.
     *
     * @param statement the statement
     * @return what is wrong, in the order of this enum; empty if nothing is
     */
    public static List<Discrepancy> discrepancies(FinancialStatement statement) {
        List<Discrepancy> found = new ArrayList<>();
        for (AccountingIdentity identity : values()) {
            identity.check(statement).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static BigDecimal lastPlace(FinancialStatement statement) {
        int decimals = 0;
        for (BigDecimal amount : statement.amounts().values()) {
            decimals = Math.max(decimals, amount.scale());
        }
        return BigDecimal.ONE.movePointLeft(decimals).multiply(statement.unit());
    }
}
