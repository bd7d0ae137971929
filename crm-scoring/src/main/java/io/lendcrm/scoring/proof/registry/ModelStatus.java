package io.lendcrm.scoring.proof.registry;

/** How far a model version has come; it never goes back. Immutable and thread-safe. */
public enum ModelStatus {
    /** Registered by its developer, not validated. */
    DRAFT,
    /** Validated by somebody who didn't develop it; waits for its approvers. */
    VALIDATED,
    /** Approved by two people; may be put in force. */
    APPROVED,
    /** Not to be used any more. */
    RETIRED
}
