package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A step of a loan application. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param application the application's key
 * @param state the state reached
 * @param amount how much is asked for or granted
 * @param product the product; null if open
 * @param competitorQuote what a competitor offered, as told; null if none
 */
public record LoanApplication(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String application,
        @Classified(DataClass.ORDINARY) ApplicationState state,
        @Classified(DataClass.ORDINARY) Money amount,
        @Classified(DataClass.ORDINARY) @Nullable String product,
        @Classified(DataClass.ORDINARY) @Nullable String competitorQuote)
        implements Interaction {

    public LoanApplication {
        requireNonNull(header, "header");
        requireNonNull(application, "application");
        requireNonNull(state, "state");
        requireNonNull(amount, "amount");
    }

    @Override
    public Kind kind() {
        return Kind.APPLICATION;
    }
}
