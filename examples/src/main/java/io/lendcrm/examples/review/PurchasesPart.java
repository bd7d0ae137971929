package io.lendcrm.examples.review;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.examples.report.Distribution;
import io.lendcrm.examples.report.Purchases;
import io.lendcrm.examples.report.Text;
import io.lendcrm.scoring.special.IncompleteBeta;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the fitted purchase and spend models say, in numbers to draw. Not thread-safe; confine to one thread. */
final class PurchasesPart {

    private static final int BINS = 24;
    private static final int COLUMNS = 12;
    private static final int ROWS = 16;
    private static final double MOST_FREQUENT = 0.95;
    private static final int LEAST_REPEATS = 5;
    private static final int MOST_REPEATS = 40;
    private static final int STEPS = 240;
    private static final double WEEK = 7;

    private final BookScan scan;
    private final Valuation valuation;
    private final PurchaseSummaries book;
    private final Words words;

    PurchasesPart(BookScan scan, Valuation valuation, Words words) {
        this.scan = scan;
        this.valuation = valuation;
        this.book = valuation.book();
        this.words = words;
    }

    Purchases of(Purchases.@Nullable Tracking tracking) {
        List<Purchases.RecencyMap> maps = new ArrayList<>();
        List<Purchases.SpendFit> spend = new ArrayList<>();
        for (ValueModels models : valuation.models()) {
            maps.add(map(models));
            spend(models).ifPresent(spend::add);
        }
        return new Purchases(tracking, alive().orElse(null), maps, spend);
    }

    private Text name(ValueModels models) {
        return words.text("population." + models.population().name().toLowerCase(Locale.ROOT));
    }

    /** Of the client of whom the model is least certain: its curve tells the most. */
    private Optional<Purchases.AliveCurve> alive() {
        int chosen = -1;
        double doubt = Double.POSITIVE_INFINITY;
        for (int row = 0; row < book.size(); row++) {
            int x = book.frequency(row);
            if (valuation.isValued(row) && x >= LEAST_REPEATS && x <= MOST_REPEATS) {
                double distance = Math.abs(valuation.probabilityAlive(row) - 0.5);
                if (distance < doubt) {
                    doubt = distance;
                    chosen = row;
                }
            }
        }
        return chosen < 0 ? Optional.empty() : Optional.of(curve(chosen));
    }

    private Purchases.AliveCurve curve(int row) {
        int[] days = scan.purchaseLog().days(row);
        int first = days[0];
        int last = Math.toIntExact(scan.book().asOf().date().toEpochDay());
        TreeSet<Integer> moments = new TreeSet<>(List.of(first, last));
        for (int step = 0; step <= STEPS; step++) {
            moments.add(first + (int) Math.round((last - first) * (double) step / STEPS));
        }
        for (int day : days) {
            moments.add(day);
            moments.add(Math.max(first, day - 1));
        }
        double[] purchases = IntStream.range(1, days.length)
                .mapToDouble(i -> (days[i] - first) / WEEK)
                .toArray();
        double[] alive = valuation
                .models(row)
                .purchases()
                .aliveCurve(
                        purchases,
                        moments.stream()
                                .mapToDouble(day -> (day - first) / WEEK)
                                .toArray());
        List<Purchases.Alive> curve = new ArrayList<>();
        for (int day : moments) {
            curve.add(new Purchases.Alive(LocalDate.ofEpochDay(day), alive[curve.size()]));
        }
        return new Purchases.AliveCurve(
                valuation.client(row).value(),
                ValuePart.kind(scan.history(row).client(), words),
                Arrays.stream(days).skip(1).mapToObj(LocalDate::ofEpochDay).toList(),
                curve);
    }

    /** Of clients watched as long as the longest of the population, and as frequent as nearly all of it. */
    private Purchases.RecencyMap map(ValueModels models) {
        int[] rows = rows(models);
        double weeks =
                Math.floor(Arrays.stream(rows).mapToDouble(book::age).max().orElse(0));
        int[] frequency = Arrays.stream(rows).map(book::frequency).sorted().toArray();
        int most = Math.max(COLUMNS, frequency[(int) (MOST_FREQUENT * (frequency.length - 1))]);
        List<Integer> frequencies = frequencies(most);
        List<Double> recencies =
                IntStream.rangeClosed(0, ROWS).mapToObj(i -> weeks * i / ROWS).toList();
        return new Purchases.RecencyMap(
                name(models),
                weeks,
                frequencies,
                recencies,
                cells(frequencies, recencies, weeks, models.purchases()::probabilityAlive),
                cells(
                        frequencies,
                        recencies,
                        weeks,
                        client -> models.purchases().expectedPurchases(client, ValueModels.AHEAD)));
    }

    /** One by one as long as there is room, and then in equal ratios up to the most. */
    private static List<Integer> frequencies(int most) {
        TreeSet<Integer> values = new TreeSet<>(List.of(0, most));
        for (int i = 0; i < COLUMNS; i++) {
            int even = most == COLUMNS ? i + 1 : (int) Math.round(Math.pow(most, i / (COLUMNS - 1.0)));
            values.add(Math.max(i + 1, even));
        }
        return List.copyOf(values);
    }

    private static List<List<@Nullable Double>> cells(
            List<Integer> frequencies, List<Double> recencies, double weeks, ToDoubleFunction<PurchaseSummary> of) {
        List<List<@Nullable Double>> cells = new ArrayList<>();
        for (double recency : recencies) {
            List<@Nullable Double> row = new ArrayList<>();
            for (int x : frequencies) {
                boolean possible = x == 0 == (recency == 0);
                row.add(possible ? of.applyAsDouble(new PurchaseSummary(x, recency, weeks)) : null);
            }
            cells.add(row);
        }
        return cells;
    }

    private int[] rows(ValueModels models) {
        return IntStream.range(0, book.size())
                .filter(row -> valuation.population(row) == models.population())
                .toArray();
    }

    private Optional<Purchases.SpendFit> spend(ValueModels models) {
        Map<Integer, Integer> clients = new TreeMap<>();
        double[] means = Arrays.stream(rows(models))
                .filter(row -> book.frequency(row) > 0 && book.spend(row) > 0)
                .peek(row -> clients.merge(book.frequency(row), 1, Integer::sum))
                .mapToDouble(book::spend)
                .toArray();
        if (means.length == 0) {
            return Optional.empty();
        }
        Distribution observed = Distribution.of(means, BINS);
        List<Distribution.Bin> bins = observed.bins();
        List<Double> expected = new ArrayList<>();
        double below = 0;
        for (int i = 0; i < bins.size(); i++) {
            // What lies outside of the observed range belongs to the bins at its ends.
            double until = i == bins.size() - 1
                    ? means.length
                    : clientsBelow(models.spend(), clients, bins.get(i).to());
            expected.add(until - below);
            below = until;
        }
        return Optional.of(new Purchases.SpendFit(name(models), observed, expected));
    }

    /**
     * How many clients have a mean of at most an amount by the model: of x purchases the total over v is a beta prime
     * variable with shapes px and q.
     */
    private static double clientsBelow(GammaGammaModel model, Map<Integer, Integer> clients, double amount) {
        double sum = 0;
        for (Map.Entry<Integer, Integer> entry : clients.entrySet()) {
            double total = entry.getKey() * amount;
            double all = total + model.v();
            sum += entry.getValue()
                    * IncompleteBeta.regularized(total / all, model.v() / all, model.p() * entry.getKey(), model.q());
        }
        return sum;
    }
}
