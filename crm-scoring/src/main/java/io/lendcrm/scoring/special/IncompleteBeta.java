package io.lendcrm.scoring.special;

/**
 * The regularised incomplete beta function by its continued fraction (DLMF 8.17.22, evaluated as by Lentz), from whichever
 * end converges. Small values keep their digits: they come as logarithms. Stateless and thread-safe.
 */
public final class IncompleteBeta {

    private static final double TINY = 1e-300;
    private static final int MOST_LEVELS = 100_000;

    private IncompleteBeta() {}

    /**
     * The probability that a Beta variable is at most z.
     *
     * @param z within [0, 1]
     * @param rest 1 - z, given by itself so that a z near 1 keeps its digits
     * @param a the first parameter, above 0
     * @param b the second parameter, above 0
     * @return I_z(a, b), within [0, 1]
     */
    public static double regularized(double z, double rest, double a, double b) {
        if (z == 0 || rest == 0) {
            return z == 0 ? 0 : 1;
        }
        double probability = z * (a + b + 2) < a + 1 ? lower(z, rest, a, b) : 1 - lower(rest, z, b, a);
        return Math.max(0, Math.min(1, probability));
    }

    private static double lower(double z, double rest, double a, double b) {
        double log = a * logOf(z, rest) + b * logOf(rest, z) + LogGamma.perBeta(a, b) - Math.log(a);
        return Math.exp(log) / fraction(z, a, b);
    }

    /** ln z of a z near 1 by its complement. */
    private static double logOf(double z, double rest) {
        return z > 0.5 ? Math.log1p(-rest) : Math.log(z);
    }

    private static double fraction(double z, double a, double b) {
        double value = 1;
        double c = 1;
        double d = 0;
        for (int level = 1; level <= MOST_LEVELS; level++) {
            int m = level / 2;
            double term = level % 2 == 0
                    ? m * (b - m) * z / ((a + 2 * m - 1) * (a + 2 * m))
                    : -(a + m) * (a + b + m) * z / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / orTiny(1 + term * d);
            c = orTiny(1 + term / c);
            double factor = c * d;
            value *= factor;
            if (Math.abs(factor - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double orTiny(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
