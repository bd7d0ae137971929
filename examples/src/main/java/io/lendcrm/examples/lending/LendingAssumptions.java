package io.lendcrm.examples.lending;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.scoring.value.profit.LendingTerms;

/**
 * What is assumed of every contract of a book. Immutable and thread-safe.
 *
 * @param terms funding, capital, costs, discount
 * @param lgd loss given default, a fraction of what is owed
 * @param prepaymentPerYear probability within a year that a loan is paid back early
 * @param conversionFactor part of a line's undrawn limit that is drawn before a default
 * @param pdFloor least probability of default in the capital formula
 */
public record LendingAssumptions(
        LendingTerms terms, double lgd, double prepaymentPerYear, double conversionFactor, double pdFloor) {
    public LendingAssumptions {
        requireNonNull(terms, "terms");
    }

    /**
     * {@return those of {@code lendcrm value} without options: discount 3 %, funding 2 %, 10 % on capital, loss given
     * default 45 %, conversion factor 50 %, floor 0.05 %, no cost to serve, no early repayment}
     */
    public static LendingAssumptions defaults() {
        LendingTerms terms = LendingTerms.of(DiscountRate.perYear(0.03))
                .withFundingRate(0.02)
                .withHurdleRate(0.1);
        return new LendingAssumptions(terms, 0.45, 0, 0.5, 0.0005);
    }
}
