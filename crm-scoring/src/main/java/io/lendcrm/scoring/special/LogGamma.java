package io.lendcrm.scoring.special;

/**
 * The logarithm of the gamma function and its derivatives, as differences wherever a likelihood holds differences, so that
 * large numbers need not cancel. Recurrence up to 12, then Stirling's series (Abramowitz and Stegun 6.1.40, 6.3.18,
 * 6.4.12), whose first term left out is below 1e-16 there. Stateless and thread-safe.
 */
public final class LogGamma {

    private static final double ASYMPTOTIC = 12;
    private static final double HALF_LOG_2_PI = 0.91893853320467274178;

    private LogGamma() {}

    /**
     * The logarithm of the gamma function.
     *
     * @param z above 0
     * @return ln Γ(z)
     */
    public static double of(double z) {
        double product = 1;
        double w = z;
        for (; w < ASYMPTOTIC; w++) {
            product *= w;
        }
        return (w - 0.5) * Math.log(w) - w + HALF_LOG_2_PI + stirling(w) - Math.log(product);
    }

    /**
     * The logarithm of a ratio of gamma functions.
     *
     * @param z above 0
     * @param s at least 0
     * @return ln Γ(z + s) - ln Γ(z)
     */
    public static double ratio(double z, double s) {
        if (z >= ASYMPTOTIC) {
            return asymptoticRatio(z, s);
        }
        // The first factor apart: it alone can be so large that a product would overflow.
        double product = 1;
        double w = z + 1;
        for (; w < ASYMPTOTIC; w++) {
            product *= (w + s) / w;
        }
        return asymptoticRatio(w, s) - Math.log(product) - Math.log1p(s / z);
    }

    private static double asymptoticRatio(double z, double s) {
        return (z + s - 0.5) * Math.log1p(s / z) + s * Math.log(z) - s + stirling(z + s) - stirling(z);
    }

    /**
     * The logarithm of the reciprocal beta function: neither argument's own logarithm, which may be large, is taken where a
     * ratio will do.
     *
     * @param y above 0
     * @param z above 0
     * @return -ln B(y, z)
     */
    public static double perBeta(double y, double z) {
        return y > z ? ratio(y, z) - of(z) : ratio(z, y) - of(y);
    }

    /**
     * The logarithm of a ratio of beta functions, exact where a and s are small beside z and the gamma functions would
     * cancel: recurrence and Stirling's series for all four of them at once.
     *
     * @param a above 0
     * @param z above 0
     * @param s at least 0
     * @return ln B(a, z + s) - ln B(a, z), at most 0
     */
    public static double betaRatio(double a, double z, double s) {
        double sum = 0;
        double w = z;
        for (; w < ASYMPTOTIC; w++) {
            sum -= Math.log1p(a / w * (s / (w + a + s)));
        }
        double both = w + a + s;
        double powers =
                (w - 0.5) * Math.log1p(a / w * (s / both)) - a * Math.log1p(s / (w + a)) - s * Math.log1p(a / (w + s));
        return sum + powers + (stirling(w + a) - stirling(w)) + (stirling(w + s) - stirling(both));
    }

    /**
     * A difference of digamma functions.
     *
     * @param z above 0
     * @param s at least 0
     * @return ψ(z + s) - ψ(z)
     */
    public static double digammaDifference(double z, double s) {
        double sum = 0;
        double w = z;
        for (; w < ASYMPTOTIC; w++) {
            sum += s / w / (w + s);
        }
        double v = w + s;
        return sum + Math.log1p(s / w) + 0.5 * (1 / w - 1 / v) + digammaTail(w) - digammaTail(v);
    }

    /**
     * A difference of trigamma functions.
     *
     * @param z above 0
     * @param s at least 0
     * @return ψ'(z + s) - ψ'(z)
     */
    public static double trigammaDifference(double z, double s) {
        return trigamma(z + s) - trigamma(z);
    }

    /**
     * The trigamma function.
     *
     * @param z above 0
     * @return ψ'(z)
     */
    public static double trigamma(double z) {
        double sum = 0;
        double w = z;
        for (; w < ASYMPTOTIC; w++) {
            sum += 1 / (w * w);
        }
        double i = 1 / w;
        double q = i * i;
        double tail = 1.0 / 6 + q * (-1.0 / 30 + q * (1.0 / 42 + q * (-1.0 / 30 + q * (5.0 / 66 + q * -691.0 / 2730))));
        return sum + i + q * (0.5 + i * tail);
    }

    private static double stirling(double z) {
        double i = 1 / z;
        double q = i * i;
        return i
                * (1.0 / 12
                        + q
                                * (-1.0 / 360
                                        + q * (1.0 / 1260 + q * (-1.0 / 1680 + q * (1.0 / 1188 - q * 691 / 360360)))));
    }

    private static double digammaTail(double z) {
        double q = 1 / (z * z);
        return q
                * (1.0 / 12
                        + q * (-1.0 / 120 + q * (1.0 / 252 + q * (-1.0 / 240 + q * (1.0 / 132 - q * 691 / 32760)))));
    }
}
