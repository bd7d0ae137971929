package io.lendcrm.scoring.value.purchase;

import io.lendcrm.scoring.special.LogGamma;

/**
 * The number of purchases in a time t of a client active now with a purchase rate {@code Gamma(p, a)} and a rate to leave
 * {@code Gamma(s, b)}: that of a negative binomial up to t if it stays, up to the moment u it leaves otherwise,
 *
 * <pre>P(n) = N(n; t) (1+t/b)^-s + ∫ N(n; u) s/b (1+u/b)^(-s-1) du,   u within (0, t)</pre>
 */
final class ParetoPurchases {

    private ParetoPurchases() {}

    /**
     * P(n). The integral is taken by the trapezoidal rule in {@code v = ln u/(t-u)}, where the integrand is analytic within
     * π of the real axis and falls off exponentially on both sides, with steps of at most half the width of its peak.
     */
    static double probability(double p, double a, double s, double b, int n, double t) {
        if (n < 0) {
            throw new IllegalArgumentException("purchases must be at least 0, found " + n);
        }
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double ways = LogGamma.ratio(p, n) - LogGamma.ratio(1, n);
        double stays = Math.exp(ways + logChance(p, n, t / a) - s * Math.log1p(t / b));
        double step = Math.min(0.25, 0.5 / Math.sqrt(1.0 + n));
        double from = -42 - Math.log1p(t / a * (p + n)) - Math.log1p(t / b * (1 + s));
        double sum = 0;
        for (double v = from; v < 42; v += step) {
            double share = 1 / (1 + Math.exp(-v));
            double rest = 1 / (1 + Math.exp(v));
            double u = t * share;
            if (u > 0) {
                sum += Math.exp(ways + logChance(p, n, u / a) - (s + 1) * Math.log1p(u / b)) * (u / b) * rest;
            }
        }
        return Math.min(1, stays + s * step * sum);
    }

    /** -p ln(1+y) + n ln(y/(1+y)). */
    private static double logChance(double p, int n, double y) {
        return -p * Math.log1p(y) - (n == 0 ? 0 : n * Math.log1p(1 / y));
    }
}
