package io.lendcrm.core.statement;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A period's financial statement as it was filed. A restatement is another statement of the same period, recorded later.
 * Immutable and thread-safe.
 *
 * @param client whose statement
 * @param from the first day of the period
 * @param until the last day of the period
 * @param basis the firm alone or its group
 * @param audited whether an auditor signed it
 * @param currency the currency of the amounts
 * @param unit how many major units of the currency an amount of 1 means, such as 10000 for 万元
 * @param amounts the lines that are given, in {@code unit}s
 * @param recordedAt when it was recorded
 */
public record FinancialStatement(
        @Classified(DataClass.IDENTIFIER) ClientId client,
        @Classified(DataClass.ORDINARY) LocalDate from,
        @Classified(DataClass.ORDINARY) LocalDate until,
        @Classified(DataClass.ORDINARY) Basis basis,
        @Classified(DataClass.ORDINARY) boolean audited,
        @Classified(DataClass.ORDINARY) Currency currency,
        @Classified(DataClass.ORDINARY) BigDecimal unit,
        @Classified(DataClass.ORDINARY) Map<LineItem, BigDecimal> amounts,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    /** Whom a statement covers. */
    public enum Basis {
        /** The firm alone. */
        SOLO,
        /** The firm and those it controls. */
        CONSOLIDATED
    }

    public FinancialStatement {
        requireNonNull(client, "client");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(basis, "basis");
        requireNonNull(currency, "currency");
        requireNonNull(unit, "unit");
        amounts =
                Collections.unmodifiableMap(amounts.isEmpty() ? new EnumMap<>(LineItem.class) : new EnumMap<>(amounts));
        requireNonNull(recordedAt, "recordedAt");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
        }
        if (unit.signum() <= 0) {
            throw new IllegalArgumentException("unit must be above 0, found " + unit);
        }
    }

    /**
     * A line in major units of the currency.
     *
     * @param item the line
     * @return its amount, or empty if the statement doesn't give it
     */
    public Optional<BigDecimal> amount(LineItem item) {
        return Optional.ofNullable(amounts.get(item)).map(a -> a.multiply(unit));
    }

    /**
     * A line as it would be over a year at the same pace: what runs up over the period is divided by
     * {@link #years()}, what stands on the last day is left as it is. Seasons aren't evened out.
     *
     * @param item the line
     * @return its amount in major units of the currency, to 34 digits; empty if the statement doesn't give it
     */
    public Optional<BigDecimal> yearlyAmount(LineItem item) {
        Optional<BigDecimal> amount = amount(item);
        if (!item.isFlow()) {
            return amount;
        }
        long months = wholeMonths();
        return months > 0
                ? amount.map(a -> a.multiply(TWELVE).divide(BigDecimal.valueOf(months), MathContext.DECIMAL128))
                : amount.map(a -> a.divide(BigDecimal.valueOf(years()), MathContext.DECIMAL128));
    }

    /** {@return the length of the period in years: whole months as twelfths, else days over 365.2425} */
    public double years() {
        long months = wholeMonths();
        return months > 0 ? months / 12.0 : (ChronoUnit.DAYS.between(from, until) + 1.0) / CalendarUnit.YEAR.days();
    }

    /** {@return whose, which period and on what basis, without the amounts} */
    @Override
    public String toString() {
        return "FinancialStatement[" + client + ", " + from + " to " + until + ", " + basis + "]";
    }

    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

    /** The months the period is long, or 0 if it isn't a whole number of them. */
    private long wholeMonths() {
        LocalDate after = until.plusDays(1);
        long months = ChronoUnit.MONTHS.between(from, after);
        return from.plusMonths(months).equals(after) ? months : 0;
    }
}
