package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a group of clients owes in one currency, or why that can't be told. Immutable and thread-safe. */
public sealed interface GroupExposure {

    /** Whether there is a sum, to switch on. */
    enum Kind {
        /** {@link Total}. */
        TOTAL,
        /** {@link RatesMissing}. */
        RATES_MISSING
    }

    /** {@return whether there is a sum} */
    Kind kind();

    /** {@return the group's ultimate parent} */
    ClientId parent();

    /**
     * A sum.
     *
     * @param parent the group's ultimate parent
     * @param members the group's clients
     * @param amount what they owe together
     */
    record Total(
            @Classified(DataClass.IDENTIFIER) ClientId parent,
            @Classified(DataClass.IDENTIFIER) Set<ClientId> members,
            @Classified(DataClass.ORDINARY) Money amount)
            implements GroupExposure {
        public Total {
            requireNonNull(parent, "parent");
            members = Collections.unmodifiableSet(new TreeSet<>(members));
            requireNonNull(amount, "amount");
        }

        @Override
        public Kind kind() {
            return Kind.TOTAL;
        }
    }

    /**
     * No sum: amounts of some currencies couldn't be converted.
     *
     * @param parent the group's ultimate parent
     * @param to the currency asked for
     * @param from the currencies for which no rate was known
     */
    record RatesMissing(
            @Classified(DataClass.IDENTIFIER) ClientId parent,
            @Classified(DataClass.ORDINARY) Currency to,
            @Classified(DataClass.ORDINARY) Set<Currency> from)
            implements GroupExposure {
        public RatesMissing {
            requireNonNull(parent, "parent");
            requireNonNull(to, "to");
            from = from.stream()
                    .sorted(Comparator.comparing(Currency::getCurrencyCode))
                    .collect(Collectors.collectingAndThen(
                            Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        }

        @Override
        public Kind kind() {
            return Kind.RATES_MISSING;
        }
    }
}
