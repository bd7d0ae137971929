package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.report.Text;
import io.lendcrm.examples.review.ValueModels.Population;
import io.lendcrm.scoring.value.clv.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the clients who ever bought are expected to be worth over the next twelve months, all of what they spend counted
 * as gain and discounted at 10 % a year; persons and firms by models of their own. A row is one such client. Immutable
 * and thread-safe.
 */
final class Valuation {

    private final List<ClientId> clients;
    private final List<Population> populations;
    private final PurchaseSummaries book;
    private final Map<Population, ValueModels> models;
    private final double[] values;

    private Valuation(
            List<ClientId> clients,
            List<Population> populations,
            PurchaseSummaries book,
            Map<Population, ValueModels> models) {
        this.clients = clients;
        this.populations = populations;
        this.book = book;
        this.models = models;
        this.values = IntStream.range(0, book.size())
                .parallel()
                .mapToDouble(this::expected)
                .toArray();
    }

    /** Fits and applies; empty where no population can be fitted. Notes say what couldn't. */
    static Optional<Valuation> of(
            List<ClientId> clients,
            List<Population> populations,
            PurchaseSummaries book,
            Run run,
            Words words,
            List<Text> notes) {
        Map<Population, ValueModels> models = new EnumMap<>(Population.class);
        for (Population population : Population.values()) {
            int[] rows = IntStream.range(0, book.size())
                    .filter(row -> populations.get(row) == population)
                    .toArray();
            ValueModels.fitted(population, book, rows, run, words, notes).ifPresent(m -> models.put(population, m));
        }
        return models.isEmpty() ? Optional.empty() : Optional.of(new Valuation(clients, populations, book, models));
    }

    private double expected(int row) {
        ValueModels of = models.get(populations.get(row));
        boolean free = book.frequency(row) > 0 && !(book.spend(row) > 0);
        return of == null || free
                ? Double.NaN
                : of.spend().expectedSpend(book.frequency(row), book.spend(row))
                        * of.purchases().discountedPurchases(book.summary(row), ValueModels.AHEAD, ValueModels.RATE);
    }

    List<ValueModels> models() {
        return List.copyOf(models.values());
    }

    /** The summaries that the models were fitted on. */
    PurchaseSummaries book() {
        return book;
    }

    Population population(int row) {
        return populations.get(row);
    }

    ClientId client(int row) {
        return clients.get(row);
    }

    /**
     * The expected value of a row; {@code NaN} if its population couldn't be fitted, or if its repeat purchases cost
     * nothing, of which the spend model knows nothing.
     */
    double value(int row) {
        return values[row];
    }

    boolean isValued(int row) {
        return !Double.isNaN(values[row]);
    }

    /** The values of the rows that have one. */
    double[] known() {
        return IntStream.range(0, values.length)
                .filter(this::isValued)
                .mapToDouble(row -> values[row])
                .toArray();
    }

    double probabilityAlive(int row) {
        return models(row).purchases().probabilityAlive(book.summary(row));
    }

    double expectedPurchases(int row) {
        return models(row).purchases().expectedPurchases(book.summary(row), ValueModels.AHEAD);
    }

    /** The value with its interval and reasons. */
    Estimate estimate(int row) {
        return models(row).clv().value(book.summary(row), book.spend(row));
    }

    /** The rows of the most valuable clients, the most valuable first; equal values in the book's order. */
    List<Integer> top(int number) {
        List<Integer> rows = new ArrayList<>(
                IntStream.range(0, values.length).filter(this::isValued).boxed().toList());
        rows.sort(Comparator.comparingDouble((Integer row) -> -values[row]).thenComparing(row -> row));
        return rows.subList(0, Math.min(number, rows.size()));
    }

    /** The models of a valued row. */
    ValueModels models(int row) {
        ValueModels of = models.get(populations.get(row));
        if (of == null) {
            throw new IllegalArgumentException("row must be valued, found " + row);
        }
        return of;
    }
}
