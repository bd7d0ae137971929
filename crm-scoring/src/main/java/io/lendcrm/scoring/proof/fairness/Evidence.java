package io.lendcrm.scoring.proof.fairness;

/**
 * What the data say about a figure and its limit. Statistics, not law: {@link #BEYOND_LIMIT} calls for an explanation
 * and {@link #WITHIN_LIMIT} doesn't prove fairness. Immutable and thread-safe.
 */
public enum Evidence {
    /** The whole interval keeps the limit. */
    WITHIN_LIMIT,
    /** The interval has the limit inside: more data are needed to tell. */
    INCONCLUSIVE,
    /** The whole interval breaks the limit. */
    BEYOND_LIMIT,
    /** A cell is below the smallest size, or the reference has no favourable decision to compare with: nothing is said. */
    NOT_ENOUGH_DATA
}
