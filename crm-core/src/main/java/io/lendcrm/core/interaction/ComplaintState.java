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
    REJECTED;

    /**
     * Whether the next state may follow this one. A settled or rejected complaint may be taken up again.
     *
     * @param next the next state
     * @return true if the move is legal
     */
    public boolean canMoveTo(ComplaintState next) {
        return switch (this) {
            case OPENED -> next == IN_PROGRESS || next == RESOLVED || next == REJECTED;
            case IN_PROGRESS -> next == RESOLVED || next == REJECTED;
            case RESOLVED, REJECTED -> next == IN_PROGRESS;
        };
    }

    /** {@return whether the lender is done with it} */
    public boolean isFinal() {
        return this == RESOLVED || this == REJECTED;
    }
}
