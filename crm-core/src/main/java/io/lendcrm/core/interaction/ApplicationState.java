package io.lendcrm.core.interaction;

/** Where a loan application stands. */
public enum ApplicationState {
    /** Handed in. */
    APPLIED,
    /** Being looked into. */
    IN_REVIEW,
    /** Granted. */
    APPROVED,
    /** Refused by the lender. */
    DECLINED,
    /** Taken back by the client. */
    WITHDRAWN,
    /** Paid out. */
    DISBURSED,
    /** Paid back. */
    CLOSED,
    /** Given up as lost. */
    WRITTEN_OFF;

    /** {@return whether nothing may follow it} */
    public boolean isFinal() {
        return this == DECLINED || this == WITHDRAWN || this == CLOSED || this == WRITTEN_OFF;
    }

    /**
     * Whether the next state may follow this one.
     *
     * @param next the next state
     * @return true if the move is legal
     */
    public boolean canMoveTo(ApplicationState next) {
        return switch (this) {
            case APPLIED -> next == IN_REVIEW || next == WITHDRAWN;
            case IN_REVIEW -> next == APPROVED || next == DECLINED || next == WITHDRAWN;
            case APPROVED -> next == DISBURSED || next == WITHDRAWN;
            case DISBURSED -> next == CLOSED || next == WRITTEN_OFF;
            case DECLINED, WITHDRAWN, CLOSED, WRITTEN_OFF -> false;
        };
    }
}
