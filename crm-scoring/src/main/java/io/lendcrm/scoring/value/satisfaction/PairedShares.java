package io.lendcrm.scoring.value.satisfaction;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The difference of two shares of one sample, in points of a hundred, with the score interval of Tango, Statistics in
 * Medicine 17 (1998) 891–908: all differences d with {@code |b − c − n d| ≤ z √(n (2 q(d) + d (1 − d)))}, where q(d) is the
 * likeliest second share given d.
 */
final class PairedShares {

    private static final int HALVINGS = 100;

    private PairedShares() {}

    static SurveyEstimate difference(long first, long second, long all, double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
        double value = (double) (first - second) / all;
        double lower = farthest((double) first, (double) second, (double) all, z, value, -1);
        double upper = farthest((double) first, (double) second, (double) all, z, value, 1);
        return new SurveyEstimate(100 * value, 100 * lower, 100 * upper, level, all, IntervalFormula.SCORE);
    }

    private static double farthest(double b, double c, double n, double z, double from, double end) {
        double inside = from;
        double outside = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (Math.abs(b - c - n * middle) <= z * deviation(b, c, n, middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private static double deviation(double b, double c, double n, double d) {
        double linear = (2 * n - b + c) * d - b - c;
        double constant = -c * d * (1 - d);
        double q = (Math.sqrt(Math.max(0, linear * linear - 8 * n * constant)) - linear) / (4 * n);
        return Math.sqrt(Math.max(0, n * (2 * q + d * (1 - d))));
    }
}
