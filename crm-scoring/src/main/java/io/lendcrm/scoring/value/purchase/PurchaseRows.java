package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.likelihood.DistinctRows;

/** The distinct rows of a book, checked for what a purchase model needs to be fitted. */
final class PurchaseRows {

    private PurchaseRows() {}

    /** Equal rows merged: the first column is the age, the second the recency. */
    static DistinctRows distinct(PurchaseSummaries book) {
        return distinct(book, true);
    }

    /** Without the recency, the second column being 0 throughout, for models in which nobody leaves. */
    static DistinctRows withoutRecency(PurchaseSummaries book) {
        return distinct(book, false);
    }

    private static DistinctRows distinct(PurchaseSummaries book, boolean recencies) {
        int size = book.size();
        int[] frequency = new int[size];
        double[] age = new double[size];
        double[] recency = new double[size];
        double[] weight = new double[size];
        for (int row = 0; row < size; row++) {
            frequency[row] = book.frequency(row);
            age[row] = book.age(row);
            recency[row] = recencies ? book.recency(row) : 0;
            weight[row] = book.weight(row);
        }
        return DistinctRows.of(frequency, age, recency, weight);
    }

    /**
     * Refuses rows that say nothing of the parameters.
     *
     * @param type the model's type
     */
    static void requireInformation(DistinctRows rows, String type) {
        if (rows.size() == 0) {
            throw new FitException(type, "the book has no clients", "a longer observation or a wider choice");
        }
        int last = rows.size() - 1;
        if (rows.count()[last] == 0) {
            throw new FitException(
                    type,
                    "none of " + rows.clientsText() + " clients came back",
                    "a longer observation, or parameters set by the model's factory of");
        }
        if (rows.firstValues()[rows.firstValues().length - 1] == 0) {
            throw new FitException(type, "every client's age is 0", "a later end of observation");
        }
        if (last == 0) {
            throw new FitException(
                    type,
                    rows.clientsText() + " clients share the one row x=" + rows.count()[0] + ", t_x=" + rows.second(0)
                            + ", T=" + rows.first(0) + ", which says nothing of how clients differ",
                    "more clients, or parameters set by the model's factory of");
        }
    }

    /**
     * ln r and ln alpha of a negative binomial with the book's mean and variance of the purchases, as if nobody left.
     *
     * @param k how many events a purchase is
     */
    static double[] moments(DistinctRows rows, int k) {
        double mean = k * rows.meanCount();
        double excess = (double) k * k * rows.varianceOfCount() - mean;
        double r = excess > 0 ? Math.max(0.05, Math.min(20, mean * mean / excess)) : 20;
        return new double[] {Math.log(r), Math.log(r) + Math.log(rows.meanFirst()) - Math.log(mean)};
    }
}
