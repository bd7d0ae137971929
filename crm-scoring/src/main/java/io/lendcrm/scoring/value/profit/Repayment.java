package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

/**
 * How a loan is paid back, at the ends of periods of one length. Immutable and thread-safe.
 *
 * @param method how principal is spread over the paying periods
 * @param interestOnly how many periods at the beginning pay interest alone, at least 0
 * @param balloon what is left to be paid with the last payment, an amount of at least 0
 */
public record Repayment(Method method, int interestOnly, double balloon) {

    /** How principal is spread. */
    public enum Method {
        /** Equal payments of interest and principal together. */
        ANNUITY,
        /** Equal parts of principal. */
        EQUAL_PRINCIPAL,
        /** All principal with the last payment. */
        BULLET
    }

    public Repayment {
        requireNonNull(method, "method");
        if (interestOnly < 0) {
            throw new IllegalArgumentException("interestOnly must be at least 0, found " + interestOnly);
        }
        Check.amount(balloon, "balloon");
    }

    /**
     * From the first period on, with nothing left at the end.
     *
     * @param method how principal is spread
     * @return the repayment
     */
    public static Repayment of(Method method) {
        return new Repayment(method, 0, 0);
    }

    /**
     * After some periods of interest alone.
     *
     * @param periods how many of the loan's periods
     * @return the changed repayment
     */
    public Repayment afterInterestOnly(int periods) {
        return new Repayment(method, periods, balloon);
    }

    /**
     * With a last payment that takes what the others leave.
     *
     * @param amount what is left before it
     * @return the changed repayment
     */
    public Repayment withBalloon(double amount) {
        return new Repayment(method, interestOnly, amount);
    }

    /**
     * Fills what is owed at the beginning of each period.
     *
     * @param principal what is owed at first
     * @param rate the interest rate a period
     * @param balances to fill from a place to the end
     * @param from the first place
     */
    void fill(double principal, double rate, double[] balances, int from) {
        int paying = balances.length - from - interestOnly;
        if (paying < 1) {
            throw new IllegalArgumentException("interestOnly must leave a period to pay back in, found " + interestOnly
                    + " of " + (balances.length - from));
        }
        if (balloon > principal) {
            throw new IllegalArgumentException("balloon must be at most " + principal + ", found " + balloon);
        }
        double owed = principal;
        double growth = Math.log1p(rate);
        for (int t = from; t < balances.length; t++) {
            balances[t] = owed;
            int paid = t - from - interestOnly + 1;
            if (paid >= 1) {
                // from the principal each time: stepping from balance to balance would add up its rounding
                double left = switch (method) {
                    case ANNUITY ->
                        rate == 0
                                ? 1 - (double) paid / paying
                                : Math.expm1((paying - paid) * -growth) / Math.expm1(paying * -growth);
                    case EQUAL_PRINCIPAL -> 1 - (double) paid / paying;
                    case BULLET -> 1;
                };
                owed = balloon + (principal - balloon) * left;
            }
        }
    }
}
