package io.lendcrm.scoring.risk.binning;

/**
 * What the bad rates of neighbouring bins have to do, from the lowest values to the highest. Equal rates are never against
 * a trend. An ascending run is a peak too, with its top at the end, and so on: peak and valley take in both directions.
 */
public enum Trend {
    /** Nothing. */
    NONE,
    /** Never fall. */
    ASCENDING,
    /** Never rise. */
    DESCENDING,
    /** Rise, then fall. */
    PEAK,
    /** Fall, then rise. */
    VALLEY,
    /** Lie nowhere above the mean of both neighbours: a valley without shoulders. */
    CONVEX,
    /** Lie nowhere below the mean of both neighbours: a peak without shoulders. */
    CONCAVE,
    /** Ascending or descending, whichever keeps more information value; ascending if both keep the same. */
    MONOTONE,
    /**
     * Monotone, unless a peak or a valley keeps more than a tenth more information value; then the one that keeps more. {@link
     * Optimum#ivByTrend()} tells what each would have kept.
     */
    AUTO;

    /** Whether the trend itself is a rule for rates, not a choice among others. */
    boolean isRule() {
        return this != MONOTONE && this != AUTO;
    }

    /** Whether it takes three neighbours to break it. */
    boolean isOfThree() {
        return this == CONVEX || this == CONCAVE;
    }
}
