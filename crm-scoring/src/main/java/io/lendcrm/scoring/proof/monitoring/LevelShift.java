package io.lendcrm.scoring.proof.monitoring;

import io.lendcrm.scoring.special.Tails;

/**
 * How far a variable with levels has moved between two samples: Jensen and Shannon's distance (the square root of their
 * divergence, to base 2, within [0, 1] and a metric), the total variation, and the chi-square test of both having the same
 * shares. Immutable and thread-safe.
 *
 * <p>Source: Endres and Schindelin, IEEE Transactions on Information Theory 49 (2003).
 *
 * @param expected how many rows the reference has
 * @param found how many rows today has
 * @param jensenShannon the distance to base 2, within [0, 1]; finite on levels that one sample lacks
 * @param totalVariation half the sum of the differences of shares, within [0, 1]
 * @param chiSquare Pearson's statistic of the table of counts, at least 0
 * @param degrees its degrees of freedom: the levels that either sample has, less 1
 */
public record LevelShift(
        long expected, long found, double jensenShannon, double totalVariation, double chiSquare, int degrees) {

    public LevelShift {
        if (!(jensenShannon >= 0 && jensenShannon <= 1) || !(chiSquare >= 0) || degrees < 0) {
            throw new IllegalArgumentException(
                    "jensenShannon must be within [0, 1], chiSquare and degrees at least 0, found " + jensenShannon
                            + ", " + chiSquare + " and " + degrees);
        }
    }

    /**
     * Compares counts of the same levels.
     *
     * @param expected rows of the reference, level by level
     * @param found rows of today
     * @return the shift
     * @throws IllegalArgumentException if lengths differ, a count is negative or a sample empty
     */
    public static LevelShift of(long[] expected, long[] found) {
        PopulationStability checked = PopulationStability.of(expected, found);
        double n = checked.expected();
        double m = checked.found();
        double divergence = 0;
        double variation = 0;
        double chiSquare = 0;
        for (PopulationStability.Bin level : checked.bins()) {
            double e = level.expected() / n;
            double a = level.found() / m;
            double middle = (e + a) / 2;
            divergence += (part(e, middle) + part(a, middle)) / 2;
            variation += Math.abs(e - a) / 2;
            chiSquare += (e - a) * (e - a) / (level.expected() + level.found());
        }
        double squared = Math.max(0, Math.min(1, divergence / Math.log(2)));
        return new LevelShift(
                checked.expected(),
                checked.found(),
                Math.sqrt(squared),
                Math.min(1, variation),
                chiSquare * n * m,
                checked.degrees());
    }

    private static double part(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle);
    }

    /** {@return the probability of so great a chi-square without a shift; 1 with a single level} */
    public double pValue() {
        return degrees == 0 ? 1 : Tails.chiSquare(chiSquare, degrees);
    }
}
