package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

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
        Requirement.notBlank(facility, "facility");
        requireNonNull(dueOn, "dueOn");
        Requirement.notNegative(due, "due");
        Requirement.notNegative(paid, "paid");
        due.compareTo(paid);
    }

    /**
     * A payment of what was due on a day.
     *
     * @param header what all interactions have in common; its day is the day of paying
     * @param facility the loan's key
     * @param dueOn the day it was due
     * @param due how much was due, not negative
     * @param paid how much was paid, not negative, in the same currency
     * @return the payment
     */
    public static Repayment of(Header header, String facility, LocalDate dueOn, Money due, Money paid) {
        return new Repayment(header, facility, dueOn, due, paid);
    }

    /** {@return how many days after it was due, 0 if on the day or before} */
    public long daysPastDue() {
        return Math.max(0, ChronoUnit.DAYS.between(dueOn, occurredOn()));
    }

    /** {@return whether less was paid than was due, nothing included} */
    public boolean isPartial() {
        return paid.compareTo(due) < 0;
    }

    /** {@return whether more was paid than was due} */
    public boolean isPrepayment() {
        return paid.compareTo(due) > 0;
    }

    /** {@return whether it pays late what was due, and all of it} */
    public boolean isCure() {
        return daysPastDue() > 0 && !due.isZero() && !isPartial();
    }

    /** {@return what is still owed of it, 0 if nothing} */
    public Money shortfall() {
        return isPartial() ? due.minus(paid) : Money.zero(due.currency());
    }

    @Override
    public Kind kind() {
        return Kind.REPAYMENT;
    }
}
