package io.lendcrm.core.interaction;

/** Where a complaint stands. */
public enum ComplaintState {
    /** Received. */
    OPENED,
    /** Being looked into. */
    IN_PROGRESS,
    /** Settled. */
    RESOLVED,
    /** Found without ground. */
    REJECTED
}
