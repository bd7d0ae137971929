package io.lendcrm.core.tier;

/** Where a client stands in the relationship with the lender. */
public enum LifecycleStage {
    /** Known, but never a client. */
    POTENTIAL,
    /** A client for a short time. */
    NEW,
    /** Uses the lender's services. */
    ACTIVE,
    /** A long and steady relationship. */
    MATURE,
    /** Does less than before. */
    DECLINING,
    /** Left, or silent for so long that it counts as left. */
    LOST,
    /** Came back after being lost. */
    REACTIVATED
}
