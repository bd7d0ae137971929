package io.lendcrm.scoring.value.purchase;

/**
 * The purchases to come of a client who is active now, with the two unknowns of a Beta-geometric model averaged out: a
 * rate {@code λ ~ Gamma(s, 1)} in units of the client's age, and a probability {@code p ~ Beta(a, b)} to leave after each
 * purchase. In a time {@code y} ahead such a client makes {@code (1 - exp(-λpy)) / p} purchases on average, so
 *
 * <pre>N(s, a, b, y) = E[(1 - (1 + py)^-s) / p]</pre>
 *
 * Two ways lead there. The series is Fader, Hardie and Lee's (2005) hypergeometric form after Euler's transformation, its
 * first term taken out: it has no pole at a = 1 or a + b = 1, can't overflow for many purchases and keeps its digits for
 * short horizons. Where it would be long or cancel, the average over p is taken numerically.
 */
final class ResidualPurchases {

    /** Beyond any horizon; it keeps sums of products finite. */
    static final double FOR_EVER = 1e280;

    private ResidualPurchases() {}

    /** N for s, a, b above 0 and y at least 0. */
    static double of(double s, double a, double b, double ahead) {
        double y = Math.min(ahead, FOR_EVER / (1 + s));
        // A long series (y), or one that would overflow before it is multiplied down (a), isn't begun.
        double sum = y <= 99 && a <= 20 ? series(s, a, b, y) : Double.NaN;
        return Double.isNaN(sum) ? average(s, a, b, y) : sum;
    }

    /** (c / (a-1)) (1 - (1-z)^(a-1) 2F1(a-1, c-s; c; z)) with c = a+b-1; NaN if its terms cancel by two digits. */
    private static double series(double s, double a, double b, double y) {
        double k = a - 1;
        double c = a + b - 1;
        double z = y / (1 + y);
        double logRemaining = -Math.log1p(y);
        double lead = c * (k == 0 ? -logRemaining : -Math.expm1(k * logRemaining) / k);
        double scale = Math.exp(k * logRemaining);
        double term = (c - s) * z;
        double rest = term;
        double largest = Math.abs(term);
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(rest); n++) {
            term *= (a + n - 1) / (c + n) * ((c - s + n) / (n + 1)) * z;
            rest += term;
            largest = Math.max(largest, Math.abs(term));
        }
        double sum = lead - scale * rest;
        return sum > 1e-2 * Math.max(Math.abs(lead), scale * largest) ? sum : Double.NaN;
    }

    /**
     * The average over p by the trapezoidal rule in w, logit p = m + σ sinh w, with m and σ where and how wide the density
     * of p is. The integrand is positive, analytic and falls off doubly exponentially, so that the rule converges
     * exponentially (Takahasi and Mori 1974); dividing by the sum of the weights spares the beta function.
     */
    static double average(double s, double a, double b, double y) {
        double center = Math.log(a / b);
        double width = Math.min(1, Math.sqrt(1 / a + 1 / b));
        double logReach = Math.log1p(s * y);
        double step = 1 / (32 + 4 * logReach);
        int first = (int) -Math.ceil(arsinh((45 / a + logReach) / width + 10) / step);
        int last = (int) Math.ceil(arsinh(45 / b / width + 10) / step);
        double peak = logDensity(center, a, b);
        double weights = 0;
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double w = i * step;
            double logit = center + width * Math.sinh(w);
            double weight = Math.cosh(w) * Math.exp(logDensity(logit, a, b) - peak);
            if (weight > 0) {
                double p = 1 / (1 + Math.exp(-logit));
                double purchases = p > Double.MIN_NORMAL ? -Math.expm1(-s * Math.log1p(p * y)) / p : s * y;
                weights += weight;
                sum += weight * purchases;
            }
        }
        return sum / weights;
    }

    /** Of logit p: a ln p + b ln(1-p). */
    private static double logDensity(double logit, double a, double b) {
        double tail = Math.log1p(Math.exp(-Math.abs(logit)));
        return logit > 0 ? -a * tail - b * (logit + tail) : a * (logit - tail) - b * tail;
    }

    private static double arsinh(double value) {
        return Math.log(value + Math.hypot(value, 1));
    }
}
