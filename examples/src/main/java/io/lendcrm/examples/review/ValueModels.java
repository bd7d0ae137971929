package io.lendcrm.examples.review;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.examples.report.Text;
import io.lendcrm.scoring.value.clv.ClvModel;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.spend.GammaGammaFitter;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The models of one population: purchases by BG/NBD, their size by Gamma-Gamma, and both together.
 *
 * @param population whose models
 * @param purchases how often
 * @param spend how much
 * @param clv both, discounted
 */
record ValueModels(Population population, BgNbdModel purchases, GammaGammaModel spend, ClvModel clv) {

    static final Horizon AHEAD = Horizon.months(12);
    static final DiscountRate RATE = DiscountRate.perYear(0.10);

    /** Persons and firms spend by orders of magnitude apart: one prior for both would fit neither. */
    enum Population {
        PERSONS,
        FIRMS
    }

    /** Fits both models; empty with a note where the data don't allow it. */
    static Optional<ValueModels> fitted(
            Population population, PurchaseSummaries book, int[] rows, Run run, Words words, List<Text> notes) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        try {
            BgNbdModel purchases = BgNbdFitter.defaults().fit(part(book, rows), run);
            GammaGammaModel spend = GammaGammaFitter.defaults().fit(part(book, paying(book, rows, words, notes)), run);
            if (spend.q() <= 1) {
                notes.add(words.text("note.infinite-mean", population.name().toLowerCase(Locale.ROOT), spend.q()));
                return Optional.empty();
            }
            return Optional.of(
                    new ValueModels(population, purchases, spend, ClvModel.of(purchases, spend, AHEAD, RATE)));
        } catch (FitException e) {
            notes.add(Text.same(population.name().toLowerCase(Locale.ROOT) + ": " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** Gamma-Gamma speaks of positive amounts only: repeat buyers whose purchases cost nothing are left out of its fit. */
    private static int[] paying(PurchaseSummaries book, int[] rows, Words words, List<Text> notes) {
        int[] paying = IntStream.of(rows)
                .filter(row -> book.frequency(row) == 0 || book.spend(row) > 0)
                .toArray();
        if (paying.length < rows.length) {
            notes.add(words.text("note.free", rows.length - paying.length));
        }
        return paying;
    }

    private static PurchaseSummaries part(PurchaseSummaries book, int[] rows) {
        return PurchaseSummaries.of(
                book.unit(),
                Arrays.stream(rows).map(book::frequency).toArray(),
                Arrays.stream(rows).mapToDouble(book::recency).toArray(),
                Arrays.stream(rows).mapToDouble(book::age).toArray(),
                new double[0],
                Arrays.stream(rows).mapToDouble(book::spend).toArray());
    }
}
