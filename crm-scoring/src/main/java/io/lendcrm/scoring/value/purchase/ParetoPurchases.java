package io.lendcrm.scoring.value.purchase;

import io.lendcrm.scoring.special.LogGamma;

/**
 * The number of purchases in a time t of a client active now with a purchase rate {@code Gamma(p, a)} and a rate to leave
 * {@code Gamma(s, b)}: that of a negative binomial up to t if it stays, up to the moment u it leaves otherwise,
 *
 * <pre>P(n) = N(n; t) (1+t/b)^-s + ∫ N(n; u) s/b (1+u/b)^(-s-1) du,   u within (0, t)</pre>
 *
 * The integral is taken by the trapezoidal rule in {@code v = ln u/(t-u)}, where the integrand has one peak, falls off
 * exponentially on both sides and is analytic within π of the real axis.
 */
final class ParetoPurchases {

    private static final double WIDEST_STEP = 0.25;

    private final double p;
    private final double a;
    private final double s;
    private final double b;
    private final int n;
    private final double t;
    private final double logFactor;

    private ParetoPurchases(double p, double a, double s, double b, int n, double t) {
        this.p = p;
        this.a = a;
        this.s = s;
        this.b = b;
        this.n = n;
        this.t = t;
        this.logFactor = LogGamma.ratio(p, n) - LogGamma.ratio(1, n) + Math.log(s);
    }

    /** P(n) for n and t of at least 0. */
    static double probability(double p, double a, double s, double b, int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double stays = Math.exp(NegativeBinomial.logProbability(p, t / a, n) - s * Math.log1p(t / b));
        return Math.min(1, stays + new ParetoPurchases(p, a, s, b, n, t).leaves());
    }

    private double leaves() {
        double peak = peak();
        double step = Math.min(WIDEST_STEP, 0.5 / Math.sqrt(bend(peak)));
        double highest = logIntegrand(peak);
        if (highest == Double.NEGATIVE_INFINITY) {
            return 0; // t beside a or b is below what a double holds, and so is the chance
        }
        double sum = 1;
        for (int side = -1; side <= 1; side += 2) {
            double term = 1;
            for (int i = 1; term > 1e-18 * sum; i++) {
                term = Math.exp(logIntegrand(peak + side * i * step) - highest);
                sum += term;
            }
        }
        return sum * step * Math.exp(highest);
    }

    /** Where the slope of the integrand's logarithm changes its sign: it has that of a falling function. */
    private double peak() {
        double low = -800;
        double high = 800;
        for (int i = 0; i < 60; i++) {
            double v = (low + high) / 2;
            if (rise(t / (1 + Math.exp(-v))) > Math.exp(v)) {
                low = v;
            } else {
                high = v;
            }
        }
        return low;
    }

    /** The slope by ln u. */
    private double rise(double u) {
        return 1 + n * (a / (a + u)) - p * (u / (a + u)) - (s + 1) * (u / (b + u));
    }

    /** Minus the second derivative of the integrand's logarithm at its peak. */
    private double bend(double v) {
        double share = 1 / (1 + Math.exp(-v));
        double rest = 1 / (1 + Math.exp(v));
        double u = t * share;
        double fall = (n + p) * (a / (a + u)) * (u / (a + u)) + (s + 1) * (b / (b + u)) * (u / (b + u));
        return rest * rest * fall + rest * share * Math.max(1, 1 + rise(u));
    }

    private double logIntegrand(double v) {
        double u = t / (1 + Math.exp(-v));
        double logRest = v > 0 ? -v - Math.log1p(Math.exp(-v)) : -Math.log1p(Math.exp(v));
        if (u == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double purchases = -p * Math.log1p(u / a) - (n == 0 ? 0 : n * Math.log1p(a / u));
        return logFactor + purchases + Math.log(u / b) - (s + 1) * Math.log1p(u / b) + logRest;
    }
}
