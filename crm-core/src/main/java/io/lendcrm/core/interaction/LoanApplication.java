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
 * @param amount how much is asked for or granted, not negative
 * @param product the product; null if open
 * @param competitorQuote what a competitor offered, as told; null if none
 */
public record LoanApplication(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String application,
        @Classified(DataClass.ORDINARY) ApplicationState state,
        @Classified(DataClass.ORDINARY) Money amount,
        @Classified(DataClass.ORDINARY) @Nullable String product,
        @Classified(DataClass.ORDINARY) @Nullable CompetitorQuote competitorQuote)
        implements Interaction {

    public LoanApplication {
        requireNonNull(header, "header");
        Requirement.notBlank(application, "application");
        requireNonNull(state, "state");
        Requirement.notNegative(amount, "amount");
    }

    /**
     * A step without a competitor's offer.
     *
     * @param header what all interactions have in common
     * @param application the application's key
     * @param state the state reached
     * @param amount how much is asked for or granted, not negative
     * @param product the product
     * @return the step
     */
    public static LoanApplication of(
            Header header, String application, ApplicationState state, Money amount, String product) {
        return new LoanApplication(header, application, state, amount, requireNonNull(product, "product"), null);
    }

    /**
     * The same step with what a competitor offered.
     *
     * @param quote the offer
     * @return the step
     */
    public LoanApplication withCompetitorQuote(CompetitorQuote quote) {
        return new LoanApplication(header, application, state, amount, product, requireNonNull(quote, "quote"));
    }

    @Override
    public Kind kind() {
        return Kind.APPLICATION;
    }
}
