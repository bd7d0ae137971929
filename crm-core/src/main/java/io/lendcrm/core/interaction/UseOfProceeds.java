package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * What money of a loan was spent on, as found. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param facility the loan's key
 * @param amount how much
 * @param declaredPurpose what it was meant for
 * @param actualPurpose what it was spent on
 */
public record UseOfProceeds(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) Money amount,
        @Classified(DataClass.ORDINARY) String declaredPurpose,
        @Classified(DataClass.ORDINARY) String actualPurpose)
        implements Interaction {

    public UseOfProceeds {
        requireNonNull(header, "header");
        requireNonNull(facility, "facility");
        requireNonNull(amount, "amount");
        requireNonNull(declaredPurpose, "declaredPurpose");
        requireNonNull(actualPurpose, "actualPurpose");
    }

    @Override
    public Kind kind() {
        return Kind.USE_OF_PROCEEDS;
    }
}
