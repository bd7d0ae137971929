package io.lendcrm.scoring.proof.fairness;

/** A rate that is compared between groups. Immutable and thread-safe. */
public enum GroupRate {
    /** How many of all are decided favourably: the approval or selection rate. */
    FAVOURABLE,
    /** How many of the good are decided favourably: the true positive rate, good being the positive. */
    FAVOURABLE_AMONG_GOOD,
    /** How many of the bad are decided favourably: the false positive rate. */
    FAVOURABLE_AMONG_BAD,
    /** How many of those decided favourably are good: the positive predictive value. */
    GOOD_AMONG_FAVOURABLE
}
