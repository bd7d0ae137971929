package io.lendcrm.scoring.proof.monitoring;

import io.lendcrm.scoring.special.Tails;
import java.util.Arrays;

/**
 * Whether a series rises or falls: the median slope between any two of its points (Theil and Sen) and the test of Mann and
 * Kendall, which looks at the order of the values alone, so that one wild month can't make a trend. Immutable and
 * thread-safe.
 *
 * <p>Sources: Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975), variance with ties and continuity
 * correction; Sen, JASA 63 (1968).
 *
 * @param points how many points
 * @param slope the median slope, per unit of time
 * @param tau pairs that rise less pairs that fall, as a share of all pairs, within [-1, 1]
 * @param pValue of so strong a trend if there were none, two-sided, by the normal approximation; rough below ten points
 */
public record DriftTrend(int points, double slope, double tau, double pValue) {

    public DriftTrend {
        if (points < 3 || !(tau >= -1 && tau <= 1) || !(pValue >= 0 && pValue <= 1) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException("points must be at least 3, tau and pValue within range, found " + points
                    + ", " + tau + " and " + pValue);
        }
    }

    /**
     * The trend of a series.
     *
     * @param time when, ascending
     * @param values the values then, finite
     * @return its trend
     * @throws IllegalArgumentException if there are fewer than three points, times don't ascend or a value isn't finite
     */
    public static DriftTrend of(double[] time, double[] values) {
        int n = time.length;
        if (n < 3 || values.length != n) {
            throw new IllegalArgumentException(
                    "a trend needs at least 3 times and as many values, found " + n + " and " + values.length);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        long score = 0;
        int pair = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && !(time[i] > time[i - 1]))) {
                throw new IllegalArgumentException("values must be finite and times ascend, found " + values[i] + " at "
                        + time[i] + " in place " + (i + 1));
            }
            for (int j = 0; j < i; j++) {
                score += values[i] > values[j] ? 1 : values[i] == values[j] ? 0 : -1;
                slopes[pair++] = (values[i] - values[j]) / (time[i] - time[j]);
            }
        }
        Arrays.sort(slopes);
        double slope = (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2;
        double deviation = Math.sqrt(variance(values));
        double z = deviation == 0 ? 0 : Math.max(0, Math.abs(score) - 1) / deviation;
        return new DriftTrend(n, slope, (double) score / slopes.length, Tails.normal(z));
    }

    private static double variance(double[] values) {
        double n = values.length;
        double variance = n * (n - 1) * (2 * n + 5);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double ties = to - from;
            variance -= ties * (ties - 1) * (2 * ties + 5);
            from = to;
        }
        return variance / 18;
    }
}
