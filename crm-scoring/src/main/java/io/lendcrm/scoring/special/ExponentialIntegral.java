package io.lendcrm.scoring.special;

/**
 * The generalised exponential integral with its exponential taken out: {@code e^z E_p(z) = ∫ exp(-zt) (1+t)^-p dt} over t
 * from 0 on, what a stream is worth that fades like a Pareto law and is discounted. It is {@code z^(p-1) U(p, p, z)} of
 * Tricomi's function, or {@code z^(p-1) e^z Γ(1-p, z)}.
 *
 * <p>For z above 1 by its continued fraction (DLMF 8.19.17); below, by the series (DLMF 8.19.10), whose pole at a whole p
 * is taken out, and the recurrence to larger p (DLMF 8.19.12); where those are long or lose digits, by the trapezoidal rule
 * in ln t (Takahasi and Mori 1974). Stateless and thread-safe.
 */
public final class ExponentialIntegral {

    private static final double EULER = 0.57721566490153286061;
    private static final int MOST_LEVELS = 400;
    private static final int MOST_STEPS = 40;
    private static final double STEP = 1.0 / 16;

    /** ζ(k) - 1 from k = 2. */
    private static final double[] ZETA = {
        0.64493406684822643647, 0.20205690315959428540, 0.08232323371113819152, 0.03692775514336992633,
        0.01734306198444913971, 0.00834927738192282684, 0.00407735619794433938, 0.00200839282608221442,
        9.9457512781808534e-4, 4.9418860411946456e-4, 2.4608655330804830e-4, 1.2271334757848915e-4,
        6.1248135058704829e-5, 3.0588236307020493e-5, 1.5282259408651872e-5, 7.6371976378997623e-6,
        3.8172932649998398e-6, 1.9082127165539390e-6, 9.5396203387279611e-7, 4.7693298678780646e-7,
        2.3845050272773299e-7, 1.1921992596531107e-7, 5.9608189051259480e-8, 2.9803503514652280e-8,
        1.4901554828365042e-8
    };

    private ExponentialIntegral() {}

    /**
     * The integral.
     *
     * @param p above 0
     * @param z above 0
     * @return e^z E_p(z), above 0
     */
    public static double scaled(double p, double z) {
        if (z > 1 || p > MOST_STEPS) {
            double value = fraction(p, z);
            return value > 0 ? value : integral(p, z);
        }
        double base = p < 1.5 ? p : p - Math.floor(p - 0.5);
        double value = Math.exp(z) * series(base, z);
        for (double at = base; at < p - 0.25; at++) {
            value = (1 - z * value) / at;
        }
        return value;
    }

    /** Of p below 1.5 and z up to 1. */
    private static double series(double p, double z) {
        double e = p - 1;
        double sum = 0;
        double power = 1; // (-z)^k/k!
        for (int k = 1; Math.abs(power) > 1e-18; k++) {
            power *= -z / k;
            sum += power / (k - e);
        }
        if (e < -0.5) {
            return Math.exp(LogGamma.of(-e) + e * Math.log(z)) + 1 / e - sum;
        }
        double log = Math.log(z) + logGammaSlope(e);
        return (e == 0 ? -log : -Math.expm1(e * log) / e) - sum;
    }

    /** ln Γ(1-e)/e for |e| up to ½ (Abramowitz and Stegun 6.1.33). */
    private static double logGammaSlope(double e) {
        double sum = 0;
        for (int i = ZETA.length - 1; i >= 0; i--) {
            sum = (sum + ZETA[i] / (i + 2)) * e;
        }
        return EULER - 1 + sum - (e == 0 ? -1 : Math.log1p(-e) / e);
    }

    /** Wallis's recurrence of 1/(z + p/(1 + 1/(z + (p+1)/(1 + ...)))); 0 if it is too long. */
    private static double fraction(double p, double z) {
        double above = 0;
        double aboveNext = 1;
        double below = 1;
        double belowNext = z;
        for (int level = 0; level < MOST_LEVELS; level++) {
            double aboveOne = aboveNext + (p + level) * above;
            double belowOne = belowNext + (p + level) * below;
            double aboveTwo = z * aboveOne + (level + 1) * aboveNext;
            double belowTwo = z * belowOne + (level + 1) * belowNext;
            double scale = 1 / belowTwo;
            double found = aboveTwo * scale;
            double before = aboveOne / belowOne;
            above = aboveOne * scale;
            below = belowOne * scale;
            aboveNext = found;
            belowNext = 1;
            if (Math.abs(found - before) <= 4e-16 * found) {
                return found;
            }
        }
        return 0;
    }

    private static double integral(double p, double z) {
        double fall = z + p;
        double sum = 0;
        double peak = -Math.log(fall);
        for (double v = peak - 42; ; v += STEP) {
            double t = Math.exp(v);
            double term = Math.exp(v - z * t - p * Math.log1p(t));
            sum += term;
            if (v > peak && term < 1e-18 * sum) {
                return STEP * sum;
            }
        }
    }
}
