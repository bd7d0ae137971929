package io.lendcrm.core.statement;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
}
