package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A thing or a right that secures credit. A new valuation is another record with the same key. Immutable and
 * thread-safe.
 *
 * @param id the key
 * @param borrower whose credit it secures
 * @param owner whom it belongs to, often the borrower
 * @param kind what it is
 * @param facilities the keys of the contracts it secures
 * @param value what it is worth, not negative
 * @param valuedOn the day of the valuation
 * @param haircut the part of the value that isn't counted, within 0 and 1
 * @param recordedAt when it was recorded
 */
public record Collateral(
        @Classified(DataClass.ORDINARY) String id,
        @Classified(DataClass.IDENTIFIER) ClientId borrower,
        @Classified(DataClass.IDENTIFIER) ClientId owner,
        @Classified(DataClass.ORDINARY) Kind kind,
        @Classified(DataClass.ORDINARY) Set<String> facilities,
        @Classified(DataClass.ORDINARY) Money value,
        @Classified(DataClass.ORDINARY) LocalDate valuedOn,
        @Classified(DataClass.ORDINARY) BigDecimal haircut,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    /** What secures. */
    public enum Kind {
        /** Land and buildings. */
        REAL_ESTATE,
        /** Vehicles, ships, aircraft. */
        VEHICLE,
        /** Machines. */
        EQUIPMENT,
        /** Goods in stock. */
        INVENTORY,
        /** What customers owe (应收账款质押). */
        RECEIVABLES,
        /** Patents, marks and copyrights (知识产权质押). */
        INTELLECTUAL_PROPERTY,
        /** Shares, bonds, funds. */
        SECURITIES,
        /** Money on deposit. */
        DEPOSIT,
        /** Any other. */
        OTHER
    }

    public Collateral {
        requireNonNull(id, "id");
        requireNonNull(borrower, "borrower");
        requireNonNull(owner, "owner");
        requireNonNull(kind, "kind");
        facilities = Collections.unmodifiableSet(new TreeSet<>(facilities));
        requireNonNull(value, "value");
        requireNonNull(valuedOn, "valuedOn");
        requireNonNull(haircut, "haircut");
        requireNonNull(recordedAt, "recordedAt");
        if (value.isNegative()) {
            throw new IllegalArgumentException("value must not be negative, found " + value);
        }
        if (haircut.signum() < 0 || haircut.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("haircut must be within [0, 1], found " + haircut);
        }
    }

    /** {@return what a lender counts: {@code value · (1 − haircut)}, rounded down to whole minor units} */
    public Money lendingValue() {
        return value.times(BigDecimal.ONE.subtract(haircut), RoundingMode.DOWN);
    }
}
