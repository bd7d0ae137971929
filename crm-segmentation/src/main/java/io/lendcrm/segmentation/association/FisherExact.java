package io.lendcrm.segmentation.association;

import org.apache.commons.math3.special.Gamma;

/** The upper tail of the hypergeometric distribution, summed from its edge outwards. Stateless and thread-safe. */
final class FisherExact {

    private static final double NEGLIGIBLE = 1e-18;

    private FisherExact() {}

    static double atLeast(long n, long both, long x, long y) {
        if (both > (double) x * y / n) {
            return Math.min(1, tail(n, both, x, y, 1));
        }
        return Math.max(0, 1 - tail(n, both - 1, x, y, -1));
    }

    /** Sums probabilities from one count on, upwards or downwards: beyond the mean they only fall. */
    private static double tail(long n, long from, long x, long y, int step) {
        long least = Math.max(0, x + y - n);
        long most = Math.min(x, y);
        if (from < least || from > most) {
            return 0;
        }
        double term = Math.exp(choose(x, from) + choose(n - x, y - from) - choose(n, y));
        double sum = 0;
        for (long a = from; a >= least && a <= most && term > sum * NEGLIGIBLE; a += step) {
            sum += term;
            term *= step > 0
                    ? (double) (x - a) * (y - a) / ((a + 1.0) * (n - x - y + a + 1))
                    : (double) a * (n - x - y + a) / ((x - a + 1.0) * (y - a + 1.0));
        }
        return sum;
    }

    private static double choose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
