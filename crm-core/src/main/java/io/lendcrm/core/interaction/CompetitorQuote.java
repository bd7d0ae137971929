package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Rate;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * What a client says another lender offered. Immutable and thread-safe.
 *
 * @param lender the other lender, not blank
 * @param rate the nominal rate a year
 */
public record CompetitorQuote(
        @Classified(DataClass.ORDINARY) String lender,
        @Classified(DataClass.ORDINARY) Rate rate) {

    public CompetitorQuote {
        Requirement.notBlank(lender, "lender");
        requireNonNull(rate, "rate");
    }

    /**
     * An offer.
     *
     * @param lender the other lender, not blank
     * @param rate the nominal rate a year
     * @return the offer
     */
    public static CompetitorQuote of(String lender, Rate rate) {
        return new CompetitorQuote(lender, rate);
    }
}
