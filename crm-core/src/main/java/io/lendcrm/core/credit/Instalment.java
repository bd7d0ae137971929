package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;

/**
 * One payment of a plan. Immutable and thread-safe.
 *
 * @param dueOn the day it is due
 * @param principal the part that pays the loan back
 * @param interest the part that pays for it
 */
public record Instalment(
        @Classified(DataClass.ORDINARY) LocalDate dueOn,
        @Classified(DataClass.ORDINARY) Money principal,
        @Classified(DataClass.ORDINARY) Money interest) {

    public Instalment {
        requireNonNull(dueOn, "dueOn");
        requireNonNull(principal, "principal");
        requireNonNull(interest, "interest");
        principal.plus(interest);
    }

    /** {@return principal and interest together} */
    public Money total() {
        return principal.plus(interest);
    }
}
