package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.clv.BgNbdFitter;
import io.lendcrm.scoring.value.clv.BgNbdModel;
import io.lendcrm.scoring.value.clv.ClvModel;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.clv.GammaGammaFitter;
import io.lendcrm.scoring.value.clv.GammaGammaModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the clients who ever bought are expected to be worth over the next twelve months: purchases by BG/NBD, their size
 * by Gamma-Gamma, discounted at 10 % a year, all of it counted as gain. Immutable and thread-safe.
 */
final class Valuation {

    static final Horizon AHEAD = Horizon.months(12);
    static final DiscountRate RATE = DiscountRate.perYear(0.10);

    private final List<ClientId> clients;
    private final PurchaseSummaries book;
    private final BgNbdModel purchases;
    private final GammaGammaModel spend;
    private final ClvModel clv;
    private final double[] values;

    private Valuation(
            List<ClientId> clients, PurchaseSummaries book, BgNbdModel purchases, GammaGammaModel spend, ClvModel clv) {
        this.clients = clients;
        this.book = book;
        this.purchases = purchases;
        this.spend = spend;
        this.clv = clv;
        // Many clients share a history; each row is one discounted integral.
        this.values = IntStream.range(0, book.size())
                .parallel()
                .mapToDouble(row -> spend.expectedSpend(book.frequency(row), book.spend(row))
                        * purchases.discountedPurchases(book.summary(row), AHEAD, RATE))
                .toArray();
    }

    /** Fits and applies; empty with a note where the book is too small to be fitted. */
    static Optional<Valuation> of(List<ClientId> clients, PurchaseSummaries book, Run run, List<String> notes) {
        try {
            BgNbdModel purchases = BgNbdFitter.defaults().fit(book, run);
            GammaGammaModel spend = GammaGammaFitter.defaults().fit(paying(book, notes), run);
            ClvModel clv = ClvModel.of(purchases, spend, AHEAD, RATE);
            return Optional.of(new Valuation(clients, book, purchases, spend, clv));
        } catch (FitException e) {
            notes.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Gamma-Gamma speaks of positive amounts only: repeat buyers whose purchases cost nothing are left out of its fit. */
    private static PurchaseSummaries paying(PurchaseSummaries book, List<String> notes) {
        int[] rows = IntStream.range(0, book.size())
                .filter(row -> book.frequency(row) == 0 || book.spend(row) > 0)
                .toArray();
        if (rows.length < book.size()) {
            notes.add((book.size() - rows.length)
                    + " repeat buyers whose purchases cost nothing were left out of the fit of the spend model");
        }
        return PurchaseSummaries.of(
                book.unit(),
                Arrays.stream(rows).map(book::frequency).toArray(),
                Arrays.stream(rows).mapToDouble(book::recency).toArray(),
                Arrays.stream(rows).mapToDouble(book::age).toArray(),
                new double[0],
                Arrays.stream(rows).mapToDouble(book::spend).toArray());
    }

    BgNbdModel purchases() {
        return purchases;
    }

    GammaGammaModel spend() {
        return spend;
    }

    double[] values() {
        return values;
    }

    ClientId client(int row) {
        return clients.get(row);
    }

    double probabilityAlive(int row) {
        return purchases.probabilityAlive(book.summary(row));
    }

    double expectedPurchases(int row) {
        return purchases.expectedPurchases(book.summary(row), AHEAD);
    }

    /** The value with its interval and reasons. */
    Estimate estimate(int row) {
        return clv.value(book.summary(row), book.spend(row));
    }

    /** The rows of the most valuable clients, the most valuable first; equal values in the book's order. */
    int[] top(int number) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -values[row]).thenComparing(row -> row))
                .limit(number)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
