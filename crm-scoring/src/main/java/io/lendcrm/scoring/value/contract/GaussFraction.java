package io.lendcrm.scoring.value.contract;

/** The hypergeometric function 2F1(1, b; c; z) by Gauss's continued fraction. */
final class GaussFraction {

    private static final int LEVELS = 100_000;

    private GaussFraction() {}

    /** For 0 < b < c and 0 <= z < 1, by the modified Lentz algorithm (DLMF 15.7.5 and 3.10). */
    static double of(double b, double c, double z) {
        double numerator = 1;
        double denominator = 0;
        double value = 1;
        for (int level = 1; level < LEVELS; level++) {
            int n = level / 2;
            double d = level == 1
                    ? b / c
                    : level % 2 == 0
                            ? n * ((c - b + n - 1) / ((c + 2 * n - 2) * (c + 2 * n - 1)))
                            : (b + n) * ((c + n - 1) / ((c + 2 * n - 1) * (c + 2 * n)));
            numerator = 1 - d * z / numerator;
            denominator = 1 / (1 - d * z * denominator);
            double change = numerator * denominator;
            value *= change;
            if (Math.abs(change - 1) < 1e-16) {
                break;
            }
        }
        return 1 / value;
    }
}
