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
 * @param amount how much was called
 */
public record GuaranteeCall(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) Money amount)
        implements Interaction {

    public GuaranteeCall {
        requireNonNull(header, "header");
        requireNonNull(facility, "facility");
        requireNonNull(amount, "amount");
    }

    @Override
    public Kind kind() {
        return Kind.GUARANTEE_CALL;
    }
}
