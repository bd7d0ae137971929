package io.lendcrm.core.extraction;

import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
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
 * nothing was ever recorded isn't seen.
 *
 * @param dueOn the day it was due
 * @param due how much was due: the largest amount that an entry tells
 * @param paid how much was paid until now
 * @param settledOn the day on which all was paid; null while something is owed
 */
record Claim(
        LocalDate dueOn, Money due, Money paid, @Nullable LocalDate settledOn) {

    /**
     * The claims of a client, in order of first entry.
     *
     * @param entries in order of their days
     */
    static List<Claim> of(List<Repayment> entries) {
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

    boolean isOverdue(LocalDate today) {
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
