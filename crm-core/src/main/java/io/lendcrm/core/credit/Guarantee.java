package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise of somebody else to pay if the borrower doesn't. Immutable and thread-safe.
 *
 * @param id the key
 * @param borrower for whom the promise is given
 * @param guarantor who gives it
 * @param kind what sort of guarantor
 * @param facility the key of the contract it secures
 * @param amount how much at most, not negative
 * @param from the first day it holds
 * @param until the last day it holds; null if it has no end
 * @param recordedAt when it was recorded
 */
public record Guarantee(
        @Classified(DataClass.ORDINARY) String id,
        @Classified(DataClass.IDENTIFIER) ClientId borrower,
        @Classified(DataClass.IDENTIFIER) ClientId guarantor,
        @Classified(DataClass.ORDINARY) Kind kind,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) Money amount,
        @Classified(DataClass.ORDINARY) LocalDate from,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate until,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    /** What sort of guarantor. */
    public enum Kind {
        /** A person, such as the owner. */
        PERSONAL,
        /** The parent or another firm of the group. */
        GROUP,
        /** A firm outside the group. */
        CORPORATE,
        /** A guarantee company or a bank. */
        FINANCIAL,
        /** A state, a city, a public fund. */
        PUBLIC
    }

    public Guarantee {
        requireNonNull(id, "id");
        requireNonNull(borrower, "borrower");
        requireNonNull(guarantor, "guarantor");
        requireNonNull(kind, "kind");
        requireNonNull(facility, "facility");
        requireNonNull(amount, "amount");
        requireNonNull(from, "from");
        requireNonNull(recordedAt, "recordedAt");
        if (borrower.equals(guarantor)) {
            throw new IllegalArgumentException("guarantor must not be the borrower, found " + guarantor);
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException("amount must not be negative, found " + amount);
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before from=" + from + ", found " + until);
        }
    }

    /**
     * Whether it holds.
     *
     * @param day the day
     * @return true if so
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
