package io.lendcrm.scoring.proof.monitoring;

import io.lendcrm.scoring.proof.validation.EmpiricalDistance;
import java.util.Arrays;

/**
 * How far a numeric variable has moved between two samples, without bins: the greatest distance of the two distribution
 * functions with its test (Kolmogorov and Smirnov), and the area between them (Wasserstein's distance of order 1, the mean
 * way each value has to go, in the variable's unit). Missing values are counted apart. Immutable and thread-safe.
 *
 * @param expected how many values of the reference are there
 * @param found how many values of today are there
 * @param missingExpected how many of the reference are missing
 * @param missingFound how many of today are missing
 * @param ks the greatest distance, within [0, 1]
 * @param pValue of so great a distance without a shift; exact up to a million pairs, asymptotic (Kolmogorov) beyond;
 *     conservative where values tie
 * @param wasserstein the area, at least 0
 */
public record NumericShift(
        long expected,
        long found,
        long missingExpected,
        long missingFound,
        double ks,
        double pValue,
        double wasserstein) {

    private static final long EXACT_PAIRS = 1_000_000;

    public NumericShift {
        if (!(ks >= 0 && ks <= 1) || !(pValue >= 0 && pValue <= 1) || !(wasserstein >= 0)) {
            throw new IllegalArgumentException("ks and pValue must be within [0, 1] and wasserstein at least 0, found "
                    + ks + ", " + pValue + " and " + wasserstein);
        }
    }

    /**
     * Compares two samples.
     *
     * @param expected values of the population the model was made on, {@code NaN} where missing
     * @param found values of today
     * @return the shift
     * @throws IllegalArgumentException if a sample has no value, one is infinite, or the two lie further apart than a double can
     *     tell
     */
    public static NumericShift of(double[] expected, double[] found) {
        double[] a = sorted(expected, "expected");
        double[] b = sorted(found, "found");
        EmpiricalDistance distance = EmpiricalDistance.of(a, b);
        return new NumericShift(
                a.length,
                b.length,
                expected.length - a.length,
                found.length - b.length,
                distance.ks(),
                pValue(distance.steps(), a.length, b.length),
                distance.wasserstein());
    }

    private static double[] sorted(double[] values, String name) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException(name + " must have values that aren't missing, found none");
        }
        if (Double.isInfinite(sorted[0]) || Double.isInfinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(name + " must be finite or NaN for missing, found an infinite value");
        }
        return sorted;
    }

    private static double pValue(long steps, int n, int m) {
        if (steps == 0) {
            return 1;
        }
        if ((long) n * m <= EXACT_PAIRS) {
            return exact(steps, n, m);
        }
        double d = (double) steps / n / m;
        double size = Math.sqrt((double) n * m / ((double) n + m));
        return Math.max(0, Math.min(1, asymptotic(size * d)));
    }

    /** The upper tail of Kolmogorov's distribution, by the one of its two series that converges at once. */
    private static double asymptotic(double lambda) {
        double sum = 0;
        if (lambda < 1) {
            for (int k = 1; k <= 5; k++) {
                double odd = (2 * k - 1) * Math.PI / lambda;
                sum += Math.exp(-odd * odd / 8);
            }
            return 1 - Math.sqrt(2 * Math.PI) / lambda * sum;
        }
        for (int k = 5; k >= 1; k--) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
        }
        return sum;
    }

    /**
     * A path drawn at random from (0, 0) to (n, m) stays everywhere nearer to the diagonal than the distance found with one
     * less this probability (Hodges 1958); the part that stays is carried along as a share, so that nothing overflows.
     */
    private static double exact(long steps, int n, int m) {
        double[] inside = new double[m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (Math.abs((long) i * m - (long) j * n) >= steps) {
                    inside[j] = 0;
                } else if (i + j == 0) {
                    inside[j] = 1;
                } else {
                    double fromLeft = i == 0 ? 0 : inside[j] * i;
                    double fromBelow = j == 0 ? 0 : inside[j - 1] * j;
                    inside[j] = (fromLeft + fromBelow) / (i + j);
                }
            }
        }
        return Math.max(0, Math.min(1, 1 - inside[m]));
    }
}
