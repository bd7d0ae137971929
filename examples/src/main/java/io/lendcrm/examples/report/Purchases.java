package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the purchase and spend models say, held against what happened. Immutable and thread-safe.
 *
 * @param tracking repeat purchases as foretold and as they came, or null if the history is too short
 * @param alive one client's probability to be active over its history, or null if no client bought often enough
 * @param maps what the models make of frequency and recency, one for each population; may be empty
 * @param spend mean amounts against their model, one for each population; may be empty
 */
public record Purchases(
        @Nullable Tracking tracking, @Nullable AliveCurve alive, List<RecencyMap> maps, List<SpendFit> spend) {
    public Purchases {
        maps = List.copyOf(maps);
        spend = List.copyOf(spend);
    }

    /**
     * Repeat purchases of the clients who came before the cut, by week. Immutable and thread-safe.
     *
     * @param cut last day that the models were fitted on; what follows is the holdout
     * @param clients how many clients are followed
     * @param calibrationWeeks how many of the weeks were fitted on
     * @param weeks the weeks in order
     */
    public record Tracking(LocalDate cut, long clients, int calibrationWeeks, List<Week> weeks) {
        public Tracking {
            requireNonNull(cut, "cut");
            Require.count(clients, "clients");
            weeks = List.copyOf(weeks);
            if (calibrationWeeks < 1 || calibrationWeeks >= weeks.size()) {
                throw new IllegalArgumentException(
                        "calibrationWeeks must be within [1, " + (weeks.size() - 1) + "], found " + calibrationWeeks);
            }
        }
    }

    /**
     * One week. Immutable and thread-safe.
     *
     * @param until its last day
     * @param actual repeat purchases in it
     * @param expected how many the models expect
     * @param totalActual repeat purchases from the beginning to its end
     * @param totalExpected how many the models expect
     */
    public record Week(LocalDate until, long actual, double expected, long totalActual, double totalExpected) {
        public Week {
            requireNonNull(until, "until");
            Require.count(actual, "actual");
            Require.finite(expected, "expected");
            Require.count(totalActual, "totalActual");
            Require.finite(totalExpected, "totalExpected");
        }
    }

    /**
     * A client's probability to be active, at each moment as it was judged then. Immutable and thread-safe.
     *
     * @param client the client's id
     * @param name the client's name or kind, masked where it must be
     * @param purchases the days of its repeat purchases
     * @param curve the probability by day, from the first purchase on
     */
    public record AliveCurve(String client, Text name, List<LocalDate> purchases, List<Alive> curve) {
        public AliveCurve {
            requireNonNull(client, "client");
            requireNonNull(name, "name");
            purchases = List.copyOf(purchases);
            curve = List.copyOf(curve);
        }
    }

    /**
     * A probability to be active on a day. Immutable and thread-safe.
     *
     * @param on the day
     * @param probability within [0, 1]
     */
    public record Alive(LocalDate on, double probability) {
        public Alive {
            requireNonNull(on, "on");
            Require.share(probability, "probability");
        }
    }

    /**
     * What a model makes of how often and how recently a client bought, watched for one length of time. Immutable and
     * thread-safe.
     *
     * @param population whose model
     * @param weeks for how long clients are watched
     * @param frequencies numbers of repeat purchases, ascending
     * @param recencies weeks from the first to the last purchase, ascending, the last equal to {@code weeks}
     * @param alive probability to be active, by recency and then frequency; null for what can't be, such as a repeat
     *     purchase in no time
     * @param expected purchases expected over the horizon, in the same order
     */
    public record RecencyMap(
            Text population,
            double weeks,
            List<Integer> frequencies,
            List<Double> recencies,
            List<List<@Nullable Double>> alive,
            List<List<@Nullable Double>> expected) {
        public RecencyMap {
            requireNonNull(population, "population");
            Require.finite(weeks, "weeks");
            frequencies = List.copyOf(frequencies);
            recencies = List.copyOf(recencies);
            alive = rows(alive, recencies.size(), frequencies.size(), "alive");
            expected = rows(expected, recencies.size(), frequencies.size(), "expected");
        }

        private static List<List<@Nullable Double>> rows(
                List<List<@Nullable Double>> rows, int height, int width, String name) {
            List<List<@Nullable Double>> copy = new ArrayList<>();
            for (List<@Nullable Double> row : rows) {
                if (row.size() != width) {
                    throw new IllegalArgumentException(name + " must have " + width + " columns, found " + row.size());
                }
                copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
            }
            if (copy.size() != height) {
                throw new IllegalArgumentException(name + " must have " + height + " rows, found " + copy.size());
            }
            return Collections.unmodifiableList(copy);
        }
    }

    /**
     * The mean amounts of clients who came back, against the spend model. Immutable and thread-safe.
     *
     * @param population whose model
     * @param observed the mean amounts
     * @param expected how many clients the model puts into each bin
     */
    public record SpendFit(Text population, Distribution observed, List<Double> expected) {
        public SpendFit {
            requireNonNull(population, "population");
            requireNonNull(observed, "observed");
            expected = List.copyOf(expected);
            if (expected.size() != observed.bins().size()) {
                throw new IllegalArgumentException("expected must have as many numbers as there are bins ("
                        + observed.bins().size() + "), found " + expected.size());
            }
        }
    }
}
