package io.lendcrm.core.interaction;

import io.lendcrm.core.ClientId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened between a client and the lender. Immutable and thread-safe.
 */
public sealed interface Interaction
        permits BalanceReading,
                Complaint,
                Contact,
                CovenantTest,
                Disbursement,
                Feedback,
                GuaranteeCall,
                Inquiry,
                LoanApplication,
                Note,
                OtherInteraction,
                Repayment,
                Transaction,
                UseOfProceeds,
                Visit {

    /** What kind of interaction it is, to switch on. */
    enum Kind {
        /** {@link Transaction}. */
        TRANSACTION,
        /** {@link Repayment}. */
        REPAYMENT,
        /** {@link LoanApplication}. */
        APPLICATION,
        /** {@link Disbursement}. */
        DISBURSEMENT,
        /** {@link UseOfProceeds}. */
        USE_OF_PROCEEDS,
        /** {@link BalanceReading}. */
        BALANCE,
        /** {@link CovenantTest}. */
        COVENANT_TEST,
        /** {@link GuaranteeCall}. */
        GUARANTEE_CALL,
        /** {@link Inquiry}. */
        INQUIRY,
        /** {@link Complaint}. */
        COMPLAINT,
        /** {@link Feedback}. */
        FEEDBACK,
        /** {@link Note}. */
        NOTE,
        /** {@link Contact}. */
        CONTACT,
        /** {@link Visit}. */
        VISIT,
        /** {@link OtherInteraction}. */
        OTHER
    }

    /** {@return what all interactions have in common} */
    Header header();

    /** {@return what kind it is} */
    Kind kind();

    /** {@return the key} */
    default InteractionId id() {
        return header().id();
    }

    /** {@return whose interaction} */
    default ClientId client() {
        return header().client();
    }

    /** {@return the day it happened} */
    default LocalDate occurredOn() {
        return header().occurredOn();
    }

    /** {@return when it was recorded} */
    default Instant recordedAt() {
        return header().recordedAt();
    }

    /** {@return the way it took} */
    default Channel channel() {
        return header().channel();
    }
}
