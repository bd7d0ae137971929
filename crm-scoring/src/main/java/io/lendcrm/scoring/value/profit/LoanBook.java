package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Blocks;
import java.util.Arrays;
import java.util.List;

/**
 * Many loans of equal payments in columns, each with one of a list of risk paths, such as one a grade and product. The
 * values are those of {@link LendingValuer} to rounding, but a loan costs tens of nanoseconds a year and makes no
 * objects: what doesn't depend on the loan (discount, survival, loss and capital of a period) is worked out once for
 * each path. The same bits on any number of threads. Immutable and thread-safe.
 */
public final class LoanBook {

    private static final int SIDES = 2;

    private final Horizon period;
    private final double years;
    private final List<RiskPath> risks;
    private final int[] risk;
    private final double[] principal;
    private final double[] yearlyRate;
    private final int[] periods;

    private LoanBook(List<RiskPath> risks, int[] risk, double[] principal, double[] yearlyRate, int[] periods) {
        this.risks = List.copyOf(risks);
        if (this.risks.isEmpty()) {
            throw new IllegalArgumentException("risks must be at least 1, found 0");
        }
        this.period = this.risks.get(0).period();
        this.years = Check.years(period);
        for (RiskPath path : this.risks) {
            if (!path.period().equals(period)) {
                throw new IllegalArgumentException("risks must have periods of one length");
            }
        }
        int rows = principal.length;
        this.principal = Check.amounts(principal, rows, "principal");
        this.yearlyRate = Check.finites(yearlyRate, rows, "yearlyRate");
        this.risk = risk.clone();
        this.periods = periods.clone();
        if (risk.length != rows || periods.length != rows) {
            throw new IllegalArgumentException(
                    "risk and periods must have " + rows + " numbers, found " + risk.length + " and " + periods.length);
        }
        for (int row = 0; row < rows; row++) {
            if (risk[row] < 0 || risk[row] >= this.risks.size()) {
                throw new IllegalArgumentException(
                        "risk[" + row + "] must be within [0, " + (this.risks.size() - 1) + "], found " + risk[row]);
            }
            int most = this.risks.get(risk[row]).periods();
            if (periods[row] < 1 || periods[row] > most) {
                throw new IllegalArgumentException("periods[" + row + "] must be within [1, " + most
                        + "], as many as its risk has, found " + periods[row]);
            }
            if (!(yearlyRate[row] * years > -1)) {
                throw new IllegalArgumentException(
                        "yearlyRate[" + row + "] must be above -1 a period, found " + yearlyRate[row]);
            }
        }
    }

    /**
     * A book.
     *
     * @param risks what may happen, in periods of one length
     * @param risk for each loan the place of its path in the list
     * @param principal for each loan what is owed now, at least 0
     * @param yearlyRate for each loan the nominal rate, a fraction a year
     * @param periods for each loan how many payments are left, at least 1 and at most as many as its path has
     * @return the book
     * @throws IllegalArgumentException if a number is out of range or the columns differ in length; the row is named
     */
    public static LoanBook of(
            List<RiskPath> risks, int[] risk, double[] principal, double[] yearlyRate, int[] periods) {
        return new LoanBook(risks, risk, principal, yearlyRate, periods);
    }

    /** {@return how many loans} */
    public int size() {
        return principal.length;
    }

    /**
     * One loan as a contract.
     *
     * @param row its place
     * @return the contract
     */
    public TermLoan loan(int row) {
        return TermLoan.annuity(principal[row], yearlyRate[row], period, periods[row]);
    }

    /**
     * What may happen to a loan.
     *
     * @param row its place
     * @return its path
     */
    public RiskPath risk(int row) {
        return risks.get(risk[row]);
    }

    /**
     * The values of all loans.
     *
     * @param terms what lending costs the lender, the same for each loan
     * @param run its threads take part
     * @return the values
     * @throws IllegalArgumentException if a value isn't finite
     */
    public LoanBookValue value(LendingTerms terms, Run run) {
        requireNonNull(terms, "terms");
        boolean prepays = risks.stream().anyMatch(RiskPath::prepays);
        PathWeights[] expected = weights(terms, true);
        PathWeights[] contracted = prepays ? weights(terms, false) : expected;
        int parts = ValuePart.COUNT;
        double[] npv = new double[size()];
        double[] sums = Blocks.sum(size(), SIDES * parts, run, (from, to, add) -> {
            double[] one = new double[parts];
            for (int row = from; row < to; row++) {
                double growth = 1 + yearlyRate[row] * years;
                double payment = payment(row);
                expected[risk[row]].loan(yearlyRate[row], growth, payment, periods[row], one);
                npv[row] = total(one, add, 0);
                if (prepays) {
                    contracted[risk[row]].loan(yearlyRate[row], growth, payment, periods[row], one);
                    total(one, add, parts);
                }
            }
        });
        double[] as = Arrays.copyOfRange(sums, parts, SIDES * parts);
        return new LoanBookValue(npv, LendingValue.of(Arrays.copyOf(sums, parts), prepays ? as : null));
    }

    private PathWeights[] weights(LendingTerms terms, boolean prepaying) {
        return risks.stream()
                .map(path -> PathWeights.of(path, terms, prepaying))
                .toArray(PathWeights[]::new);
    }

    private double payment(int row) {
        double rate = yearlyRate[row] * years;
        return rate == 0
                ? principal[row] / periods[row]
                : principal[row] * rate / -Math.expm1(-periods[row] * Math.log1p(rate));
    }

    private static double total(double[] parts, double[] sums, int at) {
        double total = 0;
        for (int k = 0; k < parts.length; k++) {
            total += parts[k];
            sums[at + k] += parts[k];
        }
        return total;
    }

    /** {@return the number of loans and paths} */
    @Override
    public String toString() {
        return "LoanBook[" + size() + " loans, " + risks.size() + " risks]";
    }
}
