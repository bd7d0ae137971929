package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clients are expected to be worth. Immutable and thread-safe.
 *
 * @param horizon the period ahead that is valued, such as "12 months"
 * @param method model and discounting, in a sentence
 * @param total expected value of the whole book, in the report's currency
 * @param values distribution of the clients' expected values
 * @param concentration how unequally the value is spread, or null where that has no meaning: no value at all, or
 *     negative ones
 * @param top the most valuable clients, first the most valuable
 */
public record ValueBook(
        Text horizon,
        Text method,
        double total,
        Distribution values,
        @Nullable Concentration concentration,
        List<TopClient> top) {
    public ValueBook {
        requireNonNull(horizon, "horizon");
        requireNonNull(method, "method");
        Require.finite(total, "total");
        requireNonNull(values, "values");
        top = List.copyOf(top);
    }

    /**
     * The Lorenz curve, clients ordered from the most to the least valuable. Immutable and thread-safe.
     *
     * @param gini Gini coefficient: 0 all clients are worth the same, towards 1 one client holds all value
     * @param topTenth share of the value held by the most valuable tenth of the clients, within [0, 1]
     * @param curve points of the curve from (0, 0) to (1, 1)
     */
    public record Concentration(double gini, double topTenth, List<Point> curve) {
        public Concentration {
            Require.share(gini, "gini");
            Require.share(topTenth, "topTenth");
            curve = List.copyOf(curve);
        }

        /**
         * Measures how unequally values are spread. G = 2 Σᵢ i·v₍ᵢ₎ / (n Σ v) − (n + 1)/n over ascending values.
         *
         * @param values the values, at least one, none negative, not all zero
         * @param points number of equal steps of the curve, at least 1
         * @return their concentration
         * @throws IllegalArgumentException if a value is negative or not finite, or the sum is not positive
         */
        public static Concentration of(double[] values, int points) {
            if (points < 1) {
                throw new IllegalArgumentException("points must be at least 1, found " + points);
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            double sum = 0;
            double weighted = 0;
            for (int i = 0; i < n; i++) {
                if (Require.finite(sorted[i], "values") < 0) {
                    throw new IllegalArgumentException("values must not be negative, found " + sorted[i]);
                }
                sum += sorted[i];
                weighted += (i + 1.0) * sorted[i];
            }
            if (!(sum > 0)) {
                throw new IllegalArgumentException("sum of values must be positive, found " + sum);
            }
            double[] fromTop = new double[n + 1];
            for (int i = 0; i < n; i++) {
                fromTop[i + 1] = fromTop[i] + sorted[n - 1 - i];
            }
            List<Point> curve = new ArrayList<>();
            for (int p = 0; p <= points; p++) {
                double share = (double) p / points;
                curve.add(new Point(share, held(fromTop, share)));
            }
            double gini = 2 * weighted / (n * sum) - (n + 1.0) / n;
            return new Concentration(Math.max(0, Math.min(1, gini)), held(fromTop, 0.1), curve);
        }

        /** The share of all value held by the top share of clients; linear within one client. */
        private static double held(double[] fromTop, double share) {
            int n = fromTop.length - 1;
            double clients = share * n;
            int whole = (int) clients;
            double value = whole == n
                    ? fromTop[n]
                    : fromTop[whole] + (clients - whole) * (fromTop[whole + 1] - fromTop[whole]);
            return Math.min(1, value / fromTop[n]);
        }
    }

    /**
     * A point of the Lorenz curve. Immutable and thread-safe.
     *
     * @param clients share of the clients, within [0, 1]
     * @param value share of the value they hold, within [0, 1]
     */
    public record Point(double clients, double value) {
        public Point {
            Require.share(clients, "clients");
            Require.share(value, "value");
        }
    }

    /**
     * One of the most valuable clients. Immutable and thread-safe.
     *
     * @param client the client's id
     * @param name the client's name or kind, masked where it must be
     * @param segment the RFM segment or cluster, or null
     * @param value expected value over the horizon
     * @param lower lower end of its interval, or null if none was computed
     * @param upper upper end of its interval, or null if none was computed
     * @param probabilityAlive probability that the client is still active, within [0, 1]
     * @param expectedPurchases expected transactions over the horizon
     * @param reasons why, strongest first
     */
    public record TopClient(
            String client,
            Text name,
            @Nullable Text segment,
            double value,
            @Nullable Double lower,
            @Nullable Double upper,
            double probabilityAlive,
            double expectedPurchases,
            List<ReasonLine> reasons) {
        public TopClient {
            requireNonNull(client, "client");
            requireNonNull(name, "name");
            Require.finite(value, "value");
            if (lower != null && !(lower <= value) || upper != null && !(upper >= value)) {
                throw new IllegalArgumentException(
                        "lower <= value <= upper must hold, found " + lower + ", " + value + ", " + upper);
            }
            Require.share(probabilityAlive, "probabilityAlive");
            Require.finite(expectedPurchases, "expectedPurchases");
            reasons = List.copyOf(reasons);
        }
    }
}
