package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;

/**
 * A payment that was due on a loan, and what was paid; an entry that pays nothing tells that it is still owed. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param facility the loan's key
 * @param dueOn the day it was due
 * @param due how much was due, not negative
 * @param paid how much was paid on the day of the interaction, not negative
 */
public record Repayment(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) LocalDate dueOn,
        @Classified(DataClass.ORDINARY) Money due,
        @Classified(DataClass.ORDINARY) Money paid)
        implements Interaction {

    public Repayment {
        requireNonNull(header, "header");
        requireNonNull(facility, "facility");
        requireNonNull(dueOn, "dueOn");
        requireNonNull(due, "due");
        requireNonNull(paid, "paid");
    }

    @Override
    public Kind kind() {
        return Kind.REPAYMENT;
    }
}
