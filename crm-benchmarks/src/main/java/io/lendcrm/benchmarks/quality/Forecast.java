package io.lendcrm.benchmarks.quality;

import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.CnbdModel;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** What is said of a book's clients at the split. */
interface Forecast {

    /** Expected purchases of each client in so many weeks from the split. */
    double[] purchases(double weeks);

    /** The probability of each client to be active at the split; empty from a rule of thumb. */
    Optional<double[]> alive();

    /** The probability of each client to purchase in so many weeks from the split; empty from a rule of thumb. */
    Optional<double[]> returning(double weeks);

    /** The regularity that was chosen, and what the fit found to warn of. */
    default List<String> notes() {
        return List.of();
    }

    /** A fitted model. */
    record OfModel(PurchaseModel model, SplitBook book, Run run) implements Forecast {

        @Override
        public double[] purchases(double weeks) {
            double[] out = new double[book.size()];
            model.expectedPurchases(book.summaries().withoutSpend(), Horizon.weeks(weeks), out, run);
            return out;
        }

        @Override
        public Optional<double[]> alive() {
            double[] out = new double[book.size()];
            model.probabilityAlive(book.summaries().withoutSpend(), out, run);
            return Optional.of(out);
        }

        @Override
        public Optional<double[]> returning(double weeks) {
            double[] out = new double[book.size()];
            Horizon ahead = Horizon.weeks(weeks);
            model.predict(
                    book.summaries().withoutSpend(),
                    client -> 1 - model.purchaseProbability(client, 0, ahead),
                    out,
                    run);
            return Optional.of(out);
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>(model.info().warnings());
            if (model instanceof CnbdModel regular) {
                notes.add(0, "k = " + regular.regularity());
            }
            return notes;
        }
    }

    /** A rule of thumb: each client goes on at a rate a week. */
    @SuppressWarnings("ArrayRecordComponent") // handed over at once
    record AtRate(double[] perWeek) implements Forecast {

        /** As often as since the first purchase, {@code x / T}; not again if that was on the day of the split. */
        static AtRate sameRate(SplitBook book) {
            return each(book, row -> {
                double age = book.summaries().age(row);
                return age == 0 ? 0 : book.summaries().frequency(row) / age;
            });
        }

        /** As often as in the last 91 days, the first purchase not counted. */
        static AtRate lastPeriod(SplitBook book) {
            return each(book, row -> book.lastPeriod(row) / (SplitBook.LAST_PERIOD_DAYS / 7.0));
        }

        /** All clients alike, {@code Σx / ΣT}. */
        static AtRate meanOfAll(SplitBook book) {
            double purchases = 0;
            double weeks = 0;
            for (int row = 0; row < book.size(); row++) {
                purchases += book.summaries().frequency(row);
                weeks += book.summaries().age(row);
            }
            double mean = purchases / weeks;
            return each(book, row -> mean);
        }

        private static AtRate each(SplitBook book, IntToDoubleFunction rate) {
            double[] rates = new double[book.size()];
            Arrays.setAll(rates, rate);
            return new AtRate(rates);
        }

        @Override
        public double[] purchases(double weeks) {
            return Arrays.stream(perWeek).map(rate -> rate * weeks).toArray();
        }

        @Override
        public Optional<double[]> alive() {
            return Optional.empty();
        }

        @Override
        public Optional<double[]> returning(double weeks) {
            return Optional.empty();
        }
    }
}
