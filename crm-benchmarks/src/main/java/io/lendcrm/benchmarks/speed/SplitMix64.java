package io.lendcrm.benchmarks.speed;

/** The generator of all benchmark data (Steele, Lea, Flood 2014), so that figures can be compared. */
final class SplitMix64 {

    private long state;
    private double spare = Double.NaN;

    SplitMix64(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to below 1. */
    double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    int below(int n) {
        return (int) (((next() >>> 32) * n) >>> 32);
    }

    /** Marsaglia's polar method. */
    double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                double scale = Math.sqrt(-2 * Math.log(s) / s);
                spare = v * scale;
                return u * scale;
            }
        }
    }
}
