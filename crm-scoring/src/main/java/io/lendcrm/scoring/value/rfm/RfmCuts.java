package io.lendcrm.scoring.value.rfm;

import java.util.Arrays;

/**
 * Where the scores of the three axes begin. With {@code bins} scores there are {@code bins - 1} cuts an axis; a score is
 * 1 plus the number of cuts reached. Recency reaches a cut when its days are at most the cut, so its cuts never increase;
 * frequency and monetary value reach one when they are at least the cut, so theirs never decrease. Equal neighbouring
 * cuts leave a score that nobody gets. Immutable and thread-safe.
 */
public final class RfmCuts {

    /** The smallest number of scores. */
    public static final int FEWEST_BINS = 2;

    /** The greatest number of scores. */
    public static final int MOST_BINS = 9;

    /** A recency cut that everybody reaches. */
    static final long REACHED = Long.MAX_VALUE;

    /** By axis, all turned so that greater is better: recency is the negative of its days. */
    private final long[][] from;

    private RfmCuts(long[][] from) {
        this.from = from;
        int cuts = from[0].length;
        if (cuts < FEWEST_BINS - 1 || cuts > MOST_BINS - 1 || from[1].length != cuts || from[2].length != cuts) {
            throw new IllegalArgumentException("each axis must have the same number of cuts, from 1 to 8, found " + cuts
                    + ", " + from[1].length + " and " + from[2].length);
        }
        for (long[] axis : from) {
            for (int i = 1; i < cuts; i++) {
                if (axis[i] < axis[i - 1]) {
                    throw new IllegalArgumentException(
                            "cuts must go from the worst to the best: recency never increasing,"
                                    + " frequency and monetary never decreasing, found " + this);
                }
            }
        }
    }

    /**
     * Cuts by hand, from the one between scores 1 and 2 upwards.
     *
     * @param recencyDaysAtMost the days that reach scores 2, 3, …, such as 365, 180, 90, 30
     * @param frequencyAtLeast the numbers of events that reach scores 2, 3, …
     * @param monetaryAtLeast the sums in minor units that reach scores 2, 3, …
     * @return the cuts
     * @throws IllegalArgumentException if the numbers of cuts differ, aren't 1 to 8, or run the wrong way
     */
    public static RfmCuts of(long[] recencyDaysAtMost, long[] frequencyAtLeast, long[] monetaryAtLeast) {
        return new RfmCuts(
                new long[][] {negated(recencyDaysAtMost), frequencyAtLeast.clone(), monetaryAtLeast.clone()});
    }

    static RfmCuts turned(long[] recency, long[] frequency, long[] monetary) {
        return new RfmCuts(new long[][] {recency, frequency, monetary});
    }

    private static long[] negated(long[] days) {
        return Arrays.stream(days).map(day -> -Math.max(day, -REACHED)).toArray();
    }

    /** {@return how many scores an axis has, from 2 to 9} */
    public int bins() {
        return from[0].length + 1;
    }

    /**
     * The greatest recency that reaches a score.
     *
     * @param score from 2 to {@link #bins()}
     * @return days
     */
    public long recencyDaysAtMost(int score) {
        return -from[0][score - 2];
    }

    /**
     * The smallest frequency that reaches a score.
     *
     * @param score from 2 to {@link #bins()}
     * @return a number of events
     */
    public long frequencyAtLeast(int score) {
        return from[1][score - 2];
    }

    /**
     * The smallest monetary value that reaches a score.
     *
     * @param score from 2 to {@link #bins()}
     * @return minor units
     */
    public long monetaryAtLeast(int score) {
        return from[2][score - 2];
    }

    int recencyScore(long days) {
        return score(from[0], -days);
    }

    int frequencyScore(long events) {
        return score(from[1], events);
    }

    int monetaryScore(long minorUnits) {
        return score(from[2], minorUnits);
    }

    private static int score(long[] cuts, long value) {
        int score = 1;
        for (long cut : cuts) {
            score += value >= cut ? 1 : 0;
        }
        return score;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RfmCuts that && Arrays.deepEquals(from, that.from);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(from);
    }

    @Override
    public String toString() {
        return "RfmCuts[recencyDaysAtMost=" + Arrays.toString(negated(from[0])) + ", frequencyAtLeast="
                + Arrays.toString(from[1]) + ", monetaryAtLeast=" + Arrays.toString(from[2]) + "]";
    }
}
