package io.lendcrm.core.portrait;

import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was due and what was paid by contract and day; the order of entries never shows. Confine to one thread. */
final class Owed {

    private record Claim(String facility, LocalDate dueOn, String currency) {}

    private record Account(Money due, Money paid) {
        static Account merge(Account a, Account b) {
            return new Account(a.due.compareTo(b.due) < 0 ? b.due : a.due, a.paid.plus(b.paid));
        }

        boolean isOpen() {
            return paid.compareTo(due) < 0;
        }
    }

    private final Map<Claim, Account> accounts = new HashMap<>();

    void add(Repayment entry) {
        Claim claim = new Claim(
                entry.facility(), entry.dueOn(), entry.due().currency().getCurrencyCode());
        accounts.merge(claim, new Account(entry.due(), entry.paid()), Account::merge);
    }

    /** The day on which the oldest claim was due that is owed although its day is past. */
    Optional<LocalDate> overdueSince(LocalDate today) {
        return accounts.entrySet().stream()
                .filter(e -> e.getKey().dueOn().isBefore(today) && e.getValue().isOpen())
                .map(e -> e.getKey().dueOn())
                .min(LocalDate::compareTo);
    }
}
