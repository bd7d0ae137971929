package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * Money of a loan paid out. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param facility the loan's key
 * @param amount how much, not negative
 * @param purpose the declared purpose; null if none
 */
public record Disbursement(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) Money amount,
        @Classified(DataClass.ORDINARY) @Nullable String purpose)
        implements Interaction {

    public Disbursement {
        requireNonNull(header, "header");
        Requirement.notBlank(facility, "facility");
        Requirement.notNegative(amount, "amount");
    }

    /**
     * Money paid out without a declared purpose.
     *
     * @param header what all interactions have in common
     * @param facility the loan's key
     * @param amount how much, not negative
     * @return the disbursement
     */
    public static Disbursement of(Header header, String facility, Money amount) {
        return new Disbursement(header, facility, amount, null);
    }

    @Override
    public Kind kind() {
        return Kind.DISBURSEMENT;
    }
}
