package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.scoring.special.LogGamma;

/**
 * The beta-geometric models of regular purchases at given parameters, times in one unit: every k-th event of a client is a
 * purchase, events come at random at its rate {@code λ ~ Gamma(r, alpha)}, and after a purchase it leaves with its
 * probability {@code p ~ Beta(a, b)}. An active client stands in one of the {@link Phases}; given the phase j its rate is
 * Gamma(r + kx + j, alpha + T), and n more purchases take nk - j more events.
 *
 * @param first 1 where a client may leave after its first purchase, 0 where not
 */
record RegularGeometric(double r, double alpha, double a, double b, int first, int k) {

    /** Beyond so many events expected ahead, purchases are taken to come at random with the same mean. */
    private static final double MANY = 1e6;

    /** Numbers that grow beyond this are scaled down together. */
    private static final double LARGE = 1e200;

    double logLikelihood(PurchaseSummary client) {
        double x = client.frequency();
        double s = shape(client);
        double rates = LogGamma.ratio(r, k * x)
                - r * Math.log1p(client.age() / alpha)
                + Regularity.logOfUnknownIntervals(client.frequency(), client.recency(), k);
        if (x > 0) {
            rates -= k * x * Math.log(alpha + client.age());
        }
        Phases phases = phases(client, s);
        if (x + first == 0) {
            return rates + phases.log();
        }
        double stays = LogGamma.ratio(b, a) - LogGamma.ratio(b + (x + first), a);
        return rates + stays + phases.log() - BetaGeometric.logActive(logOddsOfHavingLeft(client, phases));
    }

    double logAlive(PurchaseSummary client) {
        return BetaGeometric.logActive(logOddsOfHavingLeft(client, phases(client, shape(client))));
    }

    double logAlive(PurchaseSummary client, double ahead) {
        return logAlive(client) + sums(client, ahead)[1];
    }

    double expectedPurchases(PurchaseSummary client, double ahead) {
        double alive = Math.exp(logAlive(client));
        return alive == 0 || ahead == 0 ? 0 : alive * sums(client, ahead)[0];
    }

    double purchaseProbability(PurchaseSummary client, int n, double ahead) {
        if (n < 0) {
            throw new IllegalArgumentException("purchases must be at least 0, found " + n);
        }
        double s = shape(client);
        double[] weight = phases(client, s).weights();
        double y = ahead / (alpha + client.age());
        double just = 0; // just n purchases, if it stays
        double more = 0; // n or more
        for (int j = 0; j < k; j++) {
            double events = Math.max(0, (double) n * k - j);
            double last = (n + 1.0) * k - j;
            for (double m = events; m < last; m++) {
                just += weight[j] * NegativeBinomial.probability(s + j, y, m);
            }
            more += weight[j] * NegativeBinomial.atLeast(s + j, y, events);
        }
        double alive = Math.exp(logAlive(client));
        if (n == 0) {
            return Math.min(1, alive * just + (1 - alive));
        }
        double stays = stays(client);
        double before = Math.exp(LogGamma.ratio(stays, n - 1) - LogGamma.ratio(a + stays, n - 1));
        double total = a + stays + (n - 1);
        return alive * before * ((stays + (n - 1)) / total * Math.min(1, just) + a / total * more);
    }

    /** The purchases expected of an active client, and the logarithm of the probability that it stays. */
    private double[] sums(PurchaseSummary client, double ahead) {
        double s = shape(client);
        double[] weight = phases(client, s).weights();
        double y = ahead / (alpha + client.age());
        double[] logs = new double[k];
        double purchases = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            double[] given = (s + j + 1) * y > MANY
                    ? new double[] {
                        ResidualPurchases.of(s + j, a, stays(client), y / k),
                        Survival.log(s + j, a, stays(client), y / k)
                    }
                    : sums(s + j, j, stays(client), y);
            purchases += weight[j] * given[0];
            logs[j] = Math.log(weight[j]) + given[1];
            most = Math.max(most, logs[j]);
        }
        double share = 0;
        for (double log : logs) {
            share += Math.exp(log - most);
        }
        return new double[] {purchases, Math.min(0, most + Math.log(share))};
    }

    /** Over the number of events ahead, a negative binomial, by its recurrence. */
    private double[] sums(double s, int phase, double stays, double y) {
        double z = 1 / (1 + 1 / y);
        double mean = s * y;
        double log = -s * Math.log1p(y);
        double stayingLog = log; // a scale of its own: where nearly nobody stays, it is lost beside the purchases
        double term = 1;
        double here = 1; // the term times the probability to have stayed
        double made = 0; // expected number of purchases when so many were due
        double stayed = 1; // probability to have stayed through them
        double all = 0;
        double purchases = 0;
        double staying = 0;
        double due = 0;
        for (double m = 0;
                y > 0 && (m <= mean || term * (made + 1) > 1e-18 * (all + purchases) || here > 1e-18 * staying);
                m++) {
            if (m > 0) {
                term *= (s + m - 1) / m * z;
                here *= (s + m - 1) / m * z;
            }
            if (m + phase >= (due + 1) * k) {
                double stay = (stays + due) / (a + stays + due);
                made += stayed;
                stayed *= stay;
                here *= stay;
                due++;
            }
            all += term;
            purchases += term * made;
            staying += here;
            if (purchases + all > LARGE) {
                term /= LARGE;
                all /= LARGE;
                purchases /= LARGE;
                log += Math.log(LARGE);
            }
            if (staying > LARGE) {
                here /= LARGE;
                staying /= LARGE;
                stayingLog += Math.log(LARGE);
            }
        }
        return y == 0
                ? new double[] {0, 0}
                : new double[] {purchases * Math.exp(log), Math.min(0, stayingLog + Math.log(staying))};
    }

    private double shape(PurchaseSummary client) {
        return r + (double) k * client.frequency();
    }

    private double stays(PurchaseSummary client) {
        return b + (client.frequency() + (double) first);
    }

    private Phases phases(PurchaseSummary client, double s) {
        Phases phases = new Phases(s, k);
        phases.weigh((client.age() - client.recency()) / (alpha + client.age()));
        return phases;
    }

    private double logOddsOfHavingLeft(PurchaseSummary client, Phases phases) {
        double x = client.frequency();
        if (x + first == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double silence = (client.age() - client.recency()) / (alpha + client.recency());
        return Math.log(a / (b + (x + first - 1))) + shape(client) * Math.log1p(silence) - phases.log();
    }
}
