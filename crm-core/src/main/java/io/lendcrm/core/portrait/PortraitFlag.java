package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to know before one speaks with the client. Immutable and thread-safe.
 *
 * @param kind what it is
 * @param since since when; null if that isn't known
 */
public record PortraitFlag(
        @Classified(DataClass.SENSITIVE) Kind kind,
        @Classified(DataClass.SENSITIVE) @Nullable LocalDate since) {

    /** What there is to know. */
    public enum Kind {
        /** A hit in the screening against money laundering: every use but screening is stopped. */
        AML_HIT,
        /** A possible hit in the screening is being looked into. */
        AML_REVIEW,
        /** Something is owed after the day it was due. */
        OVERDUE,
        /** A complaint waits to be settled. */
        COMPLAINT_OPEN,
        /** The client's record wasn't renewed for longer than it should. */
        STALE_DATA,
        /** Lives by new technology, by evidence that holds on the date. */
        TECHNOLOGY,
        /** Serves the environment, by evidence that holds on the date. */
        GREEN,
        /** Belongs to those whom finance reached too little, by evidence that holds on the date. */
        INCLUSIVE
    }

    public PortraitFlag {
        requireNonNull(kind, "kind");
    }

    /** {@return since when, if that is known} */
    public Optional<LocalDate> start() {
        return Optional.ofNullable(since);
    }

    /** {@return that it is a flag, without which one} */
    @Override
    public String toString() {
        return "PortraitFlag";
    }
}
