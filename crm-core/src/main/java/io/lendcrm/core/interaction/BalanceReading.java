package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn and what was allowed on a day. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param account the account's or facility's key
 * @param balance the balance: for a facility what is drawn, for an account what is in it
 * @param limit the limit of that day; null if there is none
 */
public record BalanceReading(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String account,
        @Classified(DataClass.ORDINARY) Money balance,
        @Classified(DataClass.ORDINARY) @Nullable Money limit)
        implements Interaction {

    public BalanceReading {
        requireNonNull(header, "header");
        requireNonNull(account, "account");
        requireNonNull(balance, "balance");
    }

    @Override
    public Kind kind() {
        return Kind.BALANCE;
    }
}
