package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.OptionalDouble;
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
        Requirement.notBlank(account, "account");
        requireNonNull(balance, "balance");
        if (limit != null) {
            Requirement.notNegative(limit, "limit");
            balance.compareTo(limit);
        }
    }

    /**
     * A reading of an account without a limit.
     *
     * @param header what all interactions have in common
     * @param account the account's key
     * @param balance what is in it
     * @return the reading
     */
    public static BalanceReading of(Header header, String account, Money balance) {
        return new BalanceReading(header, account, balance, null);
    }

    /**
     * A reading of a facility.
     *
     * @param header what all interactions have in common
     * @param account the facility's key
     * @param drawn what is drawn
     * @param limit what may be drawn, in the same currency
     * @return the reading
     */
    public static BalanceReading of(Header header, String account, Money drawn, Money limit) {
        return new BalanceReading(header, account, drawn, requireNonNull(limit, "limit"));
    }

    /** {@return balance over limit, above 1 where more is drawn than allowed; empty without a limit or where it is 0} */
    public OptionalDouble utilisation() {
        return limit == null || limit.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) balance.minorUnits() / limit.minorUnits());
    }

    @Override
    public Kind kind() {
        return Kind.BALANCE;
    }
}
