package io.lendcrm.scoring.value.composite;

/** Where the weights come from. */
public enum Weighting {
    /** Every indicator weighs the same. */
    EQUAL,
    /** Set by hand. */
    FIXED,
    /** From {@link PairwiseComparisons}, the analytic hierarchy process. */
    AHP,
    /**
     * By how unequally an indicator is spread over the clients (Shannon's entropy e of the shares p = u / Σu, divided by
     * ln n): weight (1 − e) / Σ(1 − e). An indicator that is the same for all weighs 0.
     */
    ENTROPY,
    /**
     * By contrast and conflict (Diakoulaki, Mavrotas, Papayannakis 1995): standard deviation times the sum of 1 − r over
     * the correlations r with the others. An indicator that is the same for all weighs 0.
     */
    CRITIC
}
