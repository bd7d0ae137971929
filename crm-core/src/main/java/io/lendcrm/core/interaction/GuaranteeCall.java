package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * A guarantee that was called upon. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param facility the loan's key
 * @param amount how much was called, not negative
 */
public record GuaranteeCall(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) Money amount)
        implements Interaction {

    public GuaranteeCall {
        requireNonNull(header, "header");
        Requirement.notBlank(facility, "facility");
        Requirement.notNegative(amount, "amount");
    }

    /**
     * A call.
     *
     * @param header what all interactions have in common
     * @param facility the loan's key
     * @param amount how much was called, not negative
     * @return the call
     */
    public static GuaranteeCall of(Header header, String facility, Money amount) {
        return new GuaranteeCall(header, facility, amount);
    }

    @Override
    public Kind kind() {
        return Kind.GUARANTEE_CALL;
    }
}
