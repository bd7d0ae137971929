package io.lendcrm.scoring.value.profit;

/** The values of a book's loans and their sum. Immutable and thread-safe. */
public final class LoanBookValue {

    private final double[] npv;
    private final LendingValue total;

    LoanBookValue(double[] npv, LendingValue total) {
        this.npv = npv;
        this.total = total;
    }

    /** {@return how many loans} */
    public int size() {
        return npv.length;
    }

    /**
     * The value of a loan.
     *
     * @param row its place in the book
     * @return its net present value; the waterfall is that of {@link LendingValuer}
     */
    public double npv(int row) {
        return npv[row];
    }

    /** {@return the sum over all loans, with its waterfall} */
    public LendingValue total() {
        return total;
    }

    /** {@return the number of loans and the sum} */
    @Override
    public String toString() {
        return "LoanBookValue[" + size() + " loans, " + total.npv() + "]";
    }
}
