package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.scoring.special.LogGamma;

/**
 * What BG/BB says of one client, by running products from its last opportunity back to its last purchase: with A(m) the
 * chance of its purchases and pauses among the first m opportunities and S(m) that of being there at the m-th,
 *
 * <pre>L = A(n) S(n) (1 + W),   W = Σ A(m) (S(m) - S(m+1)) / (A(n) S(n)),   m = t_x .. n-1,</pre>
 *
 * so that P(there at the n-th) is 1/(1+W). W is held as a logarithm.
 */
record BgBbHistory(int x, int n, double logW) {

    private static final double LARGE = 1e200;

    /** Of a client whose times are whole opportunities. */
    static BgBbHistory of(PurchaseSummary client, double alpha, double beta, double gamma, double delta) {
        int x = client.frequency();
        int last = whole("recency", client.recency());
        int n = whole("age", client.age());
        if (x > last) {
            throw new IllegalArgumentException("recency must be at least frequency=" + x + ", found " + last);
        }
        double term = 1;
        double sum = 0;
        double log = 0;
        for (int m = n - 1; m >= last; m--) {
            term *= (alpha + beta + m) / (beta + (m - x)) * ((gamma + delta + m) / (delta + m));
            sum += term * (gamma / (gamma + delta + m));
            if (term > LARGE) {
                term /= LARGE;
                sum /= LARGE;
                log += Math.log(LARGE);
            }
        }
        return new BgBbHistory(x, n, Math.log(sum) + log);
    }

    double logLikelihood(double alpha, double beta, double gamma, double delta) {
        double purchases = LogGamma.ratio(alpha, x) + LogGamma.ratio(beta, n - x) - LogGamma.ratio(alpha + beta, n);
        return purchases + LogGamma.betaRatio(gamma, delta, n) + logOnePlusW();
    }

    /** ln P(there at the last opportunity). */
    double logThere() {
        return 0 - logOnePlusW();
    }

    private double logOnePlusW() {
        return logW > 0 ? logW + Math.log1p(Math.exp(-logW)) : Math.log1p(Math.exp(logW));
    }

    private static int whole(String name, double time) {
        if (time != Math.rint(time) || time > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be a whole number of opportunities, found " + time);
        }
        return (int) time;
    }
}
