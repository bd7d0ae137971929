package io.lendcrm.scoring.value.purchase;

import io.lendcrm.scoring.special.GaussFraction;

/**
 * Which of two random events comes first, each at a rate that is only known as a gamma variable, {@code Gamma(s, b)} of the
 * one and {@code Gamma(p, a)} of the other. If neither has come in a time y, the one comes first with the probability
 *
 * <pre>h(y) = s ∫ (a+y)^p (b+y)^s / ((a+u)^p (b+u)^(s+1)) du = s/(p+s) 2F1(1, p; p+s+1; (a-b)/(a+y)),   u from y on,</pre>
 *
 * after Euler's transformation (DLMF 15.8.1) for a up to b; for a above b it is
 * {@code s/(p+s) (a+y)/(b+y) 2F1(1, s+1; p+s+1; (b-a)/(b+y))}. Either way the last argument isn't positive, and the
 * {@link GaussFraction} has positive terms only.
 */
final class Race {

    /** The value, 4 first and 10 second derivatives. */
    static final int SIZE = 15;

    private Race() {}

    /** The probability h of the one with shape s and rate parameter b against the other with p and a. */
    static double first(double s, double b, double p, double a, double y) {
        double q = p + s;
        return a <= b
                ? s / q * GaussFraction.of(p, q + 1, (b - a) / (a + y))
                : s / q * ((a + y) / (b + y)) * GaussFraction.of(s + 1, q + 1, (a - b) / (b + y));
    }

    /**
     * Fills in ln h at {@code at}, behind it its derivatives by s, b, p, a, then the upper half of the second ones row by
     * row.
     *
     * @param work room for {@link GaussFraction#SIZE} numbers
     */
    static void logFirst(double s, double b, double p, double a, double y, double[] out, int at, double[] work) {
        double q = p + s;
        boolean slower = a <= b;
        double base = slower ? a + y : b + y; // w = far/base - 1
        double far = slower ? b + y : a + y;
        GaussFraction.derivatives(slower ? p : s + 1, q + 1, Math.abs(b - a) / base, work);
        double byB = work[1];
        double byC = work[2];
        double byW = work[3];
        double diagonal = work[4] + 2 * work[5] + work[7]; // twice by what stands in b and c
        double mixed = work[5] + work[7];
        double single = work[7];
        double bothW = work[6] + work[8];
        double onlyW = work[8];
        double byWw = work[9];
        double value = work[0] + Math.log(s / q);
        if (!slower) {
            value += Math.log(far / base);
            byW += base / far;
            byWw -= base / far * (base / far);
        }
        // w by far is 1/base, by base -far/base²
        double wFar = 1 / base;
        double wBase = -far / (base * base);
        double farFar = byWw * wFar * wFar;
        double farBase = byWw * wFar * wBase - byW * wFar * wFar;
        double baseBase = byWw * wBase * wBase - 2 * byW * wBase / base;
        out[at] = value;
        out[at + 1] = (slower ? byC : byB + byC) + 1 / s - 1 / q;
        out[at + 2] = byW * (slower ? wFar : wBase);
        out[at + 3] = (slower ? byB + byC : byC) - 1 / q;
        out[at + 4] = byW * (slower ? wBase : wFar);
        out[at + 5] = (slower ? single : diagonal) - 1 / (s * s) + 1 / (q * q);
        out[at + 6] = slower ? onlyW * wFar : bothW * wBase;
        out[at + 7] = mixed + 1 / (q * q);
        out[at + 8] = slower ? onlyW * wBase : bothW * wFar;
        out[at + 9] = slower ? farFar : baseBase;
        out[at + 10] = slower ? bothW * wFar : onlyW * wBase;
        out[at + 11] = farBase;
        out[at + 12] = (slower ? diagonal : single) + 1 / (q * q);
        out[at + 13] = slower ? bothW * wBase : onlyW * wFar;
        out[at + 14] = slower ? baseBase : farFar;
    }
}
