package io.lendcrm.scoring.value.composite;

/** How an indicator is brought to a scale on which more is better. */
public enum Normalisation {
    /** From 0 at the worst value seen in the fit to 1 at the best; values beyond count as these. */
    MIN_MAX,
    /** The distance from the mean in standard deviations (divisor n − 1), unbounded. */
    Z_SCORE,
    /** From 0 at the worst value to 1 at the target, both set by hand; values beyond count as these. */
    TARGET
}
