package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.scoring.special.LogGamma;

/**
 * The BG/NBD and MBG/NBD models at given parameters, times in one unit: after each purchase a client leaves with its own
 * probability {@code p ~ Beta(a, b)}; in BG after repeat purchases alone, in MBG after the first one too. That is all the
 * difference: it adds one to the chances to leave that a client has passed up.
 *
 * @param first whether a client may leave after its first purchase: 1 if so (MBG), 0 if not (BG)
 */
record BetaGeometric(double r, double alpha, double a, double b, int first) {

    /** The log-likelihood of one client. */
    double logLikelihood(PurchaseSummary client) {
        int x = client.frequency();
        double rates = LogGamma.ratio(r, x) - r * Math.log1p(client.age() / alpha);
        if (x > 0) {
            rates -= x * Math.log(alpha + client.age());
        }
        double stayed = (double) x + first;
        if (stayed == 0) {
            return rates;
        }
        // ln B(a, b+stayed)/B(a, b), written so that the differences are of neighbours.
        double stays = LogGamma.ratio(b, a) - LogGamma.ratio(b + stayed, a);
        return rates + stays - logActive(logOddsOfHavingLeft(client));
    }

    /** ln P(alive). */
    double logAlive(PurchaseSummary client) {
        return logActive(logOddsOfHavingLeft(client));
    }

    /** P(alive), more exact than by its logarithm. */
    double alive(PurchaseSummary client) {
        double u = logOddsOfHavingLeft(client);
        return u > 0 ? Math.exp(-u) / (1 + Math.exp(-u)) : 1 / (1 + Math.exp(u));
    }

    /** ln P(alive) a time ahead. */
    double logAlive(PurchaseSummary client, double ahead) {
        return logAlive(client) + Survival.log(shape(client), a, stays(client), relative(client, ahead));
    }

    /** The purchases expected in a time ahead. */
    double expectedPurchases(PurchaseSummary client, double ahead) {
        double alive = alive(client);
        return alive == 0 ? 0 : alive * ResidualPurchases.of(shape(client), a, stays(client), relative(client, ahead));
    }

    /** The probability of n purchases in a time ahead: n and still here, or gone at the n-th of as many or more. */
    double purchaseProbability(PurchaseSummary client, int n, double ahead) {
        if (n < 0) {
            throw new IllegalArgumentException("purchases must be at least 0, found " + n);
        }
        double alive = alive(client);
        double s = shape(client);
        double y = relative(client, ahead);
        double none = NegativeBinomial.probability(s, y, n);
        if (n == 0) {
            return alive * none + (1 - alive);
        }
        double stays = stays(client);
        // E[(1-p)^(n-1)]; at the n-th the chances are a to b + n - 1.
        double before = Math.exp(LogGamma.ratio(stays, n - 1) - LogGamma.ratio(a + stays, n - 1));
        double total = a + stays + (n - 1);
        return alive * before * ((stays + (n - 1)) / total * none + a / total * NegativeBinomial.atLeast(s, y, n));
    }

    private double shape(PurchaseSummary client) {
        return r + client.frequency();
    }

    private double stays(PurchaseSummary client) {
        return b + (client.frequency() + (double) first);
    }

    private double relative(PurchaseSummary client, double ahead) {
        return ahead / (alpha + client.age());
    }

    private double logOddsOfHavingLeft(PurchaseSummary client) {
        double x = client.frequency();
        if (x + first == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double silence = (client.age() - client.recency()) / (alpha + client.recency());
        // x + first - 1 first: a small b would lose its digits beside x.
        return Math.log(a / (b + (x + first - 1))) + (r + x) * Math.log1p(silence);
    }

    /** ln P(alive) of the log-odds of having left. */
    static double logActive(double u) {
        return 0 - (u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u)));
    }
}
