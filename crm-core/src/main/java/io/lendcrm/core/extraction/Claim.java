package io.lendcrm.core.extraction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was due on one day on one contract, and how it was paid, as the entries of repayments tell. A claim of which
 * nothing was ever recorded isn't seen; what was paid beyond a claim settles no other one (for that see
 * {@link io.lendcrm.core.interaction.RepaymentTrack}). Immutable and thread-safe.
 *
 * @param dueOn the day it was due
 * @param due how much was due: the largest amount that an entry tells
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
     * The claims of a client, in order of first entry.
     *
     * @param entries the client's repayments; {@code settledOn} needs them in order of their days
     * @return one for each contract, day and currency
     */
    public static List<Claim> of(List<Repayment> entries) {
        record Key(String facility, LocalDate dueOn, String currency) {}
        Map<Key, List<Repayment>> byClaim = new LinkedHashMap<>();
        for (Repayment entry : entries) {
            Key key = new Key(
                    entry.facility(), entry.dueOn(), entry.due().currency().getCurrencyCode());
            byClaim.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
        }
        return byClaim.values().stream().map(Claim::from).toList();
    }

    private static Claim from(List<Repayment> entries) {
        Repayment first = entries.get(0);
        Money due = first.due();
        for (Repayment entry : entries) {
            due = entry.due().compareTo(due) > 0 ? entry.due() : due;
        }
        Money paid = Money.zero(due.currency());
        LocalDate settledOn = null;
        for (Repayment entry : entries) {
            paid = paid.plus(entry.paid());
            if (settledOn == null && paid.compareTo(due) >= 0) {
                settledOn = entry.occurredOn();
            }
        }
        return new Claim(first.dueOn(), due, paid, settledOn);
    }

    /** The day on which it was settled, or the one looked from while it is owed. */
    LocalDate end(LocalDate today) {
        return settledOn == null ? today : settledOn;
    }

    /** Days past due when it was settled, or today; 0 if in time. */
    long daysPastDue(LocalDate today) {
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

    boolean isCured() {
        return settledOn != null && settledOn.isAfter(dueOn);
    }

    /** Paid before its day, or more than was due. */
    boolean isPrepaid() {
        return settledOn != null && (settledOn.isBefore(dueOn) || paid.compareTo(due) > 0);
    }

    /** What is still owed of it, if anything. */
    Optional<Money> owed() {
        return settledOn == null ? Optional.of(due.minus(paid)) : Optional.empty();
    }
}
