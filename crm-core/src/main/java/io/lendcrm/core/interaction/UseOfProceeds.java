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
 * @param amount how much, not negative
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
        Requirement.notBlank(facility, "facility");
        Requirement.notNegative(amount, "amount");
        Requirement.notBlank(declaredPurpose, "declaredPurpose");
        Requirement.notBlank(actualPurpose, "actualPurpose");
    }

    /**
     * What was found.
     *
     * @param header what all interactions have in common
     * @param facility the loan's key
     * @param amount how much, not negative
     * @param declaredPurpose what it was meant for
     * @param actualPurpose what it was spent on
     * @return the finding
     */
    public static UseOfProceeds of(
            Header header, String facility, Money amount, String declaredPurpose, String actualPurpose) {
        return new UseOfProceeds(header, facility, amount, declaredPurpose, actualPurpose);
    }

    /** {@return whether the money went elsewhere than declared, letter case and blanks around aside} */
    public boolean isMismatch() {
        return !declaredPurpose.strip().equalsIgnoreCase(actualPurpose.strip());
    }

    @Override
    public Kind kind() {
        return Kind.USE_OF_PROCEEDS;
    }
}
