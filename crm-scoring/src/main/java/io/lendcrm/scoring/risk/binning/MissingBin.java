package io.lendcrm.scoring.risk.binning;

/** Where missing values go. */
public enum MissingBin {
    /** To a bin of their own; if none were seen in fitting, its weight of evidence is 0. */
    APART,
    /** To the lowest bin, as R's {@code scorecard} does with {@code missing_join = "left"}. */
    LOWEST,
    /** To the highest bin. */
    HIGHEST,
    /** To the bin with the highest bad rate. */
    WORST,
    /** To the bin whose bad rate is nearest to theirs; to a bin of their own if none were seen in fitting. */
    NEAREST
}
