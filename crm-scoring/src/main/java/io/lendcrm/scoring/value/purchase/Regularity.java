package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.special.LogGamma;

/**
 * What the times between purchases say of their regularity k, apart from all parameters: the Erlang density of x intervals
 * d is {@code λ^kx exp(-λ t_x) Π d^(k-1) / Γ(k)^x}. Where the single intervals aren't known the times between the first
 * purchase and the last are averaged out, which leaves {@code t_x^((k-1)x) Γ(x) / Γ(kx)} relative to k = 1.
 */
final class Regularity {

    private Regularity() {}

    /** The logarithm for one client of x purchases, intervals unknown; minus infinity where t_x is 0. */
    static double logOfUnknownIntervals(int x, double recency, int k) {
        return x == 0 || k == 1 ? 0 : (k - 1.0) * x * Math.log(recency) - LogGamma.ratio(x, (k - 1.0) * x);
    }

    /** Whether some repeat purchases fall on the moment of the first, which none do that are regular. */
    static boolean impossible(PurchaseSummaries book) {
        for (int row = 0; row < book.size(); row++) {
            if (book.frequency(row) > 0 && book.recency(row) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The sum over a book. */
    static double constant(PurchaseSummaries book, int k, String type) {
        double sum = 0;
        double lost = 0;
        for (int row = 0; row < book.size(); row++) {
            int x = book.frequency(row);
            if (x > 0 && book.recency(row) == 0) {
                throw new FitException(
                        type,
                        "row " + (row + 1) + ": x=" + x + " repeat purchases at the moment of the first, t_x=0, which"
                                + " regular purchases can't make",
                        "merging purchases of one moment, or regularity 1");
            }
            double log = book.hasLogIntervals()
                    ? (k - 1) * book.logIntervals(row) - x * LogGamma.of(k)
                    : logOfUnknownIntervals(x, book.recency(row), k);
            double term = book.weight(row) * log;
            double next = sum + term;
            lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
