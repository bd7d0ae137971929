package io.lendcrm.scoring.risk.binning;

/** Where a level goes that had no row in fitting. */
public enum UnseenLevel {
    /** To a bin of its own with weight of evidence 0: it tells nothing. */
    NEUTRAL,
    /** To the bin with the highest bad rate. */
    WORST,
    /** To the bin of the rare levels; {@link #NEUTRAL} if there were none. */
    RARE
}
