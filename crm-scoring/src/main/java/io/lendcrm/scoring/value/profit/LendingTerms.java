package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.DiscountRate;

/**
 * What lending costs the lender, and how it counts the future. Rates but the discount rate are nominal a year: a period's
 * share is the rate times the period's length in years. Immutable and thread-safe.
 *
 * @param discount the rate at which later money counts less; with a capital charge it should be a rate free of risk
 * @param fundingRate the funds transfer price of what is drawn, a fraction a year; finite
 * @param hurdleRate the return asked for on capital beyond the discount rate, a fraction a year; finite, at least 0
 * @param costPerYear what it costs to serve the contract, an amount a year in the contract's currency; at least 0
 * @param prepaymentFee what is charged on early repayments, a fraction of the amount paid back early, within [0, 1]
 */
public record LendingTerms(
        DiscountRate discount, double fundingRate, double hurdleRate, double costPerYear, double prepaymentFee) {

    public LendingTerms {
        requireNonNull(discount, "discount");
        Check.finite(fundingRate, "fundingRate");
        Check.amount(hurdleRate, "hurdleRate");
        Check.amount(costPerYear, "costPerYear");
        Check.fraction(prepaymentFee, "prepaymentFee");
    }

    /**
     * Terms with nothing but a discount rate: no funding cost, no capital charge, no cost to serve, no fee.
     *
     * @param discount the rate
     * @return the terms
     */
    public static LendingTerms of(DiscountRate discount) {
        return new LendingTerms(discount, 0, 0, 0, 0);
    }

    /**
     * With a funds transfer price.
     *
     * @param perYear a fraction a year
     * @return the changed terms
     */
    public LendingTerms withFundingRate(double perYear) {
        return new LendingTerms(discount, perYear, hurdleRate, costPerYear, prepaymentFee);
    }

    /**
     * With a return asked for on capital.
     *
     * @param perYear a fraction a year
     * @return the changed terms
     */
    public LendingTerms withHurdleRate(double perYear) {
        return new LendingTerms(discount, fundingRate, perYear, costPerYear, prepaymentFee);
    }

    /**
     * With a cost to serve.
     *
     * @param amount an amount a year
     * @return the changed terms
     */
    public LendingTerms withCostPerYear(double amount) {
        return new LendingTerms(discount, fundingRate, hurdleRate, amount, prepaymentFee);
    }

    /**
     * With a fee on early repayments.
     *
     * @param fraction of the amount paid back early
     * @return the changed terms
     */
    public LendingTerms withPrepaymentFee(double fraction) {
        return new LendingTerms(discount, fundingRate, hurdleRate, costPerYear, fraction);
    }
}
