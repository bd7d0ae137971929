package io.lendcrm.segmentation.lifecycle;

/** Where a client's own business stands, whatever its relationship with the lender. */
public enum BusinessStage {
    /** Founded a short time ago, or a project being built. */
    START_UP,
    /** Its revenue grows fast. */
    GROWTH,
    /** It earns, and its revenue holds or grows slowly. */
    MATURE,
    /** Its revenue falls, or a project is wound up. */
    DECLINE,
    /** What is known doesn't tell, or the signs disagree. */
    UNDETERMINED
}
