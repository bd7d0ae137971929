package io.lendcrm.scoring.value.purchase;

import io.lendcrm.scoring.special.LogGamma;

/**
 * The probability that a client active now is active a time {@code y} ahead, with a rate {@code λ ~ Gamma(s, 1)} and a
 * probability {@code p ~ Beta(a, b)} to leave after each purchase, both unknown: it leaves at the rate λp, and so
 *
 * <pre>S(s, a, b, y) = E[(1 + py)^-s] = 2F1(s, a; a+b; -y).</pre>
 *
 * The hypergeometric series cancels or diverges where y is large; the average over p is taken numerically.
 */
final class Survival {

    private Survival() {}

    /**
     * ln S by the trapezoidal rule in w, logit p = m + σ sinh w, about the mode m of the integrand, the root of a quadratic
     * equation, with its width σ there (Takahasi and Mori 1974). The integrand has one mode and is followed on both sides
     * until nothing is left.
     */
    static double log(double s, double a, double b, double ahead) {
        double y = Math.min(ahead, ResidualPurchases.FOR_EVER / (1 + s));
        if (y == 0) {
            return 0;
        }
        double p = mode(s, a, b, y);
        double center = Math.log(p) - Math.log1p(-p);
        double bend =
                (a + b) * p * (1 - p) + s * y * p * (1 - p) * (1 - 2 * p - p * p * y) / ((1 + p * y) * (1 + p * y));
        double width = bend > 1 ? 1 / Math.sqrt(bend) : 1;
        double step = 1 / (16 + 2 * Math.log1p(s * y));
        double peak = logIntegrand(center, s, a, b, y);
        double sum = 1;
        for (int side = -1; side <= 1; side += 2) {
            double term = 1;
            for (int i = 1; term > 1e-18 * sum; i++) {
                double w = side * i * step;
                term = Math.cosh(w) * Math.exp(logIntegrand(center + width * Math.sinh(w), s, a, b, y) - peak);
                sum += term;
            }
        }
        return Math.min(0, Math.log(width * step * sum) + peak + LogGamma.perBeta(a, b));
    }

    /** The root within (0, 1) of a + ((a-s)y - a - b) p + (s-a-b) y p². */
    private static double mode(double s, double a, double b, double y) {
        double scale = 1 / (1 + y); // so that the squares can't overflow
        double square = (s - a - b) * y * scale;
        double linear = ((a - s) * y - a - b) * scale;
        double constant = a * scale;
        double root = Math.sqrt(linear * linear - 4 * square * constant);
        double p = linear < 0 ? 2 * constant / (root - linear) : (linear + root) / (-2 * square);
        return Math.max(1e-300, Math.min(1 - 1e-15, p));
    }

    private static double logIntegrand(double logit, double s, double a, double b, double y) {
        double tail = Math.log1p(Math.exp(-Math.abs(logit)));
        double logP = logit > 0 ? -tail : logit - tail;
        double logRest = logit > 0 ? -logit - tail : -tail;
        return a * logP + b * logRest - s * Math.log1p(Math.exp(logP) * y);
    }
}
