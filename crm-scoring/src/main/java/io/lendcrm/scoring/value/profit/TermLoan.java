package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.Horizon;

/**
 * A loan that is paid out once and paid back by schedule. Interest for a period is the nominal rate times the period's
 * length in years, paid at its end. Immutable and thread-safe.
 *
 * @param principal what is lent, or still owed, at least 0
 * @param yearlyRate the nominal rate, a fraction a year; above −1 a period
 * @param period how long a period takes, above 0
 * @param periods how many are left, at least 1
 * @param repayment how it is paid back
 * @param upfrontFee the fee now, finite
 */
public record TermLoan(
        double principal, double yearlyRate, Horizon period, int periods, Repayment repayment, double upfrontFee)
        implements LoanContract {

    public TermLoan {
        Check.amount(principal, "principal");
        Check.finite(yearlyRate, "yearlyRate");
        requireNonNull(period, "period");
        Check.periods(periods);
        requireNonNull(repayment, "repayment");
        Check.finite(upfrontFee, "upfrontFee");
        if (!(yearlyRate * Check.years(period) > -1)) {
            throw new IllegalArgumentException("yearlyRate must be above -1 a period, found " + yearlyRate);
        }
    }

    /**
     * A loan paid back by equal payments.
     *
     * @param principal what is lent, or still owed
     * @param yearlyRate the nominal rate, a fraction a year
     * @param period how long a period takes
     * @param periods how many are left
     * @return the loan
     */
    public static TermLoan annuity(double principal, double yearlyRate, Horizon period, int periods) {
        return new TermLoan(principal, yearlyRate, period, periods, Repayment.of(Repayment.Method.ANNUITY), 0);
    }

    /**
     * The same loan paid back in another way.
     *
     * @param other how
     * @return the changed loan
     */
    public TermLoan withRepayment(Repayment other) {
        return new TermLoan(principal, yearlyRate, period, periods, other, upfrontFee);
    }

    /**
     * The same loan with a fee now.
     *
     * @param amount the fee
     * @return the changed loan
     */
    public TermLoan withUpfrontFee(double amount) {
        return new TermLoan(principal, yearlyRate, period, periods, repayment, amount);
    }

    @Override
    public Kind kind() {
        return Kind.TERM_LOAN;
    }

    @Override
    public ExposurePath exposures() {
        double[] balances = new double[periods];
        repayment.fill(principal, yearlyRate * Check.years(period), balances, 0);
        return ExposurePath.of(period, yearlyRate, balances).withUpfrontFee(upfrontFee);
    }
}
