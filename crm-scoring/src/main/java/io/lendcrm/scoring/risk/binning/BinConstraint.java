package io.lendcrm.scoring.risk.binning;

/** Why two groups of values may not have bins of their own. */
public enum BinConstraint {
    /** The bad rates would run against the trend. */
    TREND,
    /** A bin would have too few rows. */
    MIN_ROWS,
    /** A bin would have too few bads. */
    MIN_BAD,
    /** A bin would have too few goods. */
    MIN_GOOD,
    /** There would be too many bins. */
    MAX_BINS,
    /** The bad rates of two neighbours wouldn't differ significantly. */
    MAX_P_VALUE,
    /** An edge that was asked for must stay. */
    FIXED_EDGES,
    /** A bin would have no good or no bad at all, hence an infinite weight of evidence. */
    EMPTY_CELL,
    /** None was needed: the bad rates are the same, an edge would tell nothing. */
    EQUAL_RATES
}
