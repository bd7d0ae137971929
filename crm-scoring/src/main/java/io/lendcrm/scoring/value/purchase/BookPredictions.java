package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A quantity of each client of a book, block by block on many threads. Equal rows are looked up in a table that all threads
 * share without locks: it may lose an entry, but an entry is immutable and its number depends on its row alone.
 */
final class BookPredictions {

    private static final int LARGEST_TABLE = 1 << 19;

    private BookPredictions() {}

    /** A row whose number is known. */
    private record Known(int frequency, double recency, double age, double number) {}

    static void fill(
            PurchaseModel model,
            PurchaseSummaries book,
            ToDoubleFunction<PurchaseSummary> quantity,
            double[] out,
            Run run) {
        requireNonNull(quantity, "quantity");
        requireUnit(model, book);
        if (out.length != book.size()) {
            throw new IllegalArgumentException("out must have " + book.size() + " places, found " + out.length);
        }
        int places = Math.min(LARGEST_TABLE, Integer.highestOneBit(Math.max(1, book.size())));
        @Nullable Known[] table = new Known[places];
        Blocks.sum(book.size(), 0, run, (from, to, none) -> {
            for (int row = from; row < to; row++) {
                out[row] = number(book, row, table, quantity);
            }
        });
    }

    static double sum(
            PurchaseModel model, PurchaseSummaries book, ToDoubleFunction<PurchaseSummary> quantity, Run run) {
        double[] numbers = new double[book.size()];
        fill(model, book, quantity, numbers, run);
        return Blocks.sum(numbers.length, 1, run, (from, to, sum) -> {
            for (int row = from; row < to; row++) {
                sum[0] += book.weight(row) * numbers[row];
            }
        })[0];
    }

    static double[] aliveCurve(PurchaseModel model, double[] purchases, double[] moments) {
        double before = 0;
        for (double purchase : purchases) {
            if (!(purchase > before) || purchase == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "purchases must be finite, above 0 and ascend, found " + purchase + " after " + before);
            }
            before = purchase;
        }
        double[] curve = new double[moments.length];
        for (int i = 0; i < moments.length; i++) {
            int x = 0;
            while (x < purchases.length && purchases[x] <= moments[i]) {
                x++;
            }
            curve[i] = model.probabilityAlive(new PurchaseSummary(x, x == 0 ? 0 : purchases[x - 1], moments[i]));
        }
        return curve;
    }

    private static double number(
            PurchaseSummaries book, int row, @Nullable Known[] table, ToDoubleFunction<PurchaseSummary> quantity) {
        int x = book.frequency(row);
        double recency = book.recency(row);
        double age = book.age(row);
        int place = place(x, recency, age) & table.length - 1;
        Known known = table[place];
        if (known != null && known.frequency == x && known.recency == recency && known.age == age) {
            return known.number;
        }
        double number = quantity.applyAsDouble(new PurchaseSummary(x, recency, age));
        table[place] = new Known(x, recency, age, number);
        return number;
    }

    private static int place(int x, double recency, double age) {
        long mixed =
                (Double.doubleToRawLongBits(age) * 0x9E3779B97F4A7C15L ^ Double.doubleToRawLongBits(recency + 0.0) ^ x)
                        * 0xD1B54A32D192ED03L;
        return (int) ((mixed ^ mixed >>> 29) * 0x9E3779B97F4A7C15L >>> 32);
    }

    static void requireUnit(PurchaseModel model, PurchaseSummaries book) {
        if (model.unit() != book.unit()) {
            throw new IllegalArgumentException(
                    "the book's times must be in the model's unit " + model.unit() + ", found " + book.unit());
        }
    }
}
