package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was due on one day on one loan, and how it was paid, money paying the oldest debt first. Made by
 * {@link RepaymentTrack#claims}. Immutable and thread-safe.
 *
 * @param dueOn the day it was due
 * @param due how much was due
 * @param paid how much was paid until now
 * @param settledOn the day on which all was paid; null while something is owed
 */
public record Claim(
        @Classified(DataClass.ORDINARY) LocalDate dueOn,
        @Classified(DataClass.ORDINARY) Money due,
        @Classified(DataClass.ORDINARY) Money paid,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate settledOn) {

    public Claim {
        requireNonNull(dueOn, "dueOn");
        requireNonNull(due, "due");
        requireNonNull(paid, "paid");
    }

    /**
     * The day on which it was settled, or the one looked from while it is owed.
     *
     * @param today the day to look from
     * @return the day
     */
    public LocalDate end(LocalDate today) {
        return settledOn == null ? today : settledOn;
    }

    /**
     * Days past due when it was settled, or today.
     *
     * @param today the day to look from
     * @return the days; 0 if in time
     */
    public long daysPastDue(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(dueOn, end(today)));
    }

    /**
     * Whether something is owed although its day is past.
     *
     * @param today the day to look from
     * @return true if so
     */
    public boolean isOverdue(LocalDate today) {
        return settledOn == null && dueOn.isBefore(today);
    }

    /** {@return whether it was paid in full, but late} */
    public boolean isCured() {
        return settledOn != null && settledOn.isAfter(dueOn);
    }

    /** {@return whether it was paid before its day, or more was paid than was due} */
    public boolean isPrepaid() {
        return settledOn != null && (settledOn.isBefore(dueOn) || paid.compareTo(due) > 0);
    }

    /** {@return what is still owed of it, if anything} */
    public Optional<Money> owed() {
        return settledOn == null ? Optional.of(due.minus(paid)) : Optional.empty();
    }
}
