package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money on a client's account. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param direction which way the money went, seen from the client
 * @param amount how much, not negative
 * @param category what it was for or the class of the other side, in the source's code; null if
 *     unknown
 * @param product the product it belongs to; null if none
 */
public record Transaction(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) Direction direction,
        @Classified(DataClass.ORDINARY) Money amount,
        @Classified(DataClass.ORDINARY) @Nullable String category,
        @Classified(DataClass.ORDINARY) @Nullable String product)
        implements Interaction {

    public Transaction {
        requireNonNull(header, "header");
        requireNonNull(direction, "direction");
        Requirement.notNegative(amount, "amount");
    }

    /**
     * A movement of no known category or product.
     *
     * @param header what all interactions have in common
     * @param direction which way the money went, seen from the client
     * @param amount how much, not negative
     * @return the movement
     */
    public static Transaction of(Header header, Direction direction, Money amount) {
        return new Transaction(header, direction, amount, null, null);
    }

    /** {@return the amount with its sign: positive to the client, negative from it} */
    public Money signedAmount() {
        return direction == Direction.IN ? amount : amount.negated();
    }

    @Override
    public Kind kind() {
        return Kind.TRANSACTION;
    }
}
