package io.lendcrm.scoring.value.purchase;

import io.lendcrm.scoring.special.IncompleteBeta;
import io.lendcrm.scoring.special.LogGamma;

/**
 * The number of random events of a client whose rate is only known as {@code λ ~ Gamma(s, 1)} in a time y:
 * {@code P(N = n) = Γ(s+n)/Γ(s)/n! (1+y)^-s (y/(1+y))^n}.
 */
final class NegativeBinomial {

    private NegativeBinomial() {}

    /** P(N = n). */
    static double probability(double s, double y, double n) {
        return Math.exp(logProbability(s, y, n));
    }

    /** ln P(N = n), minus infinity where y is 0 and n isn't. */
    static double logProbability(double s, double y, double n) {
        if (n == 0) {
            return -s * Math.log1p(y);
        }
        if (y == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        // Γ(s+n)/Γ(s) = s Γ(s+n)/Γ(s+1), and ln z = -ln(1+1/y).
        double ways = LogGamma.ratio(s, n) - LogGamma.ratio(1, n);
        return ways - s * Math.log1p(y) - n * Math.log1p(1 / y);
    }

    /** P(N ≥ n). */
    static double atLeast(double s, double y, double n) {
        return n == 0 ? 1 : IncompleteBeta.regularized(y == 0 ? 0 : 1 / (1 + 1 / y), 1 / (1 + y), n, s);
    }
}
