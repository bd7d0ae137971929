package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A client's grade on a {@link RatingScale}. Immutable and thread-safe.
 *
 * @param client who is rated
 * @param kind by whom
 * @param scale the scale's name
 * @param grade the grade's code on the scale
 * @param source the agency, or the lender's own model
 * @param ratedOn the day from which it holds
 * @param validUntil the last day it holds; null if it has no end
 * @param recordedAt when it was recorded
 */
public record Rating(
        @Classified(DataClass.IDENTIFIER) ClientId client,
        @Classified(DataClass.ORDINARY) Kind kind,
        @Classified(DataClass.ORDINARY) String scale,
        @Classified(DataClass.SENSITIVE) String grade,
        @Classified(DataClass.ORDINARY) SourceId source,
        @Classified(DataClass.ORDINARY) LocalDate ratedOn,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate validUntil,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    /** Who rated. */
    public enum Kind {
        /** The lender. */
        INTERNAL,
        /** An agency. */
        EXTERNAL
    }

    public Rating {
        requireNonNull(client, "client");
        requireNonNull(kind, "kind");
        requireNonNull(scale, "scale");
        requireNonNull(grade, "grade");
        requireNonNull(source, "source");
        requireNonNull(ratedOn, "ratedOn");
        requireNonNull(recordedAt, "recordedAt");
        if (validUntil != null && validUntil.isBefore(ratedOn)) {
            throw new IllegalArgumentException(
                    "validUntil must not be before ratedOn=" + ratedOn + ", found " + validUntil);
        }
    }

    /**
     * Whether it holds.
     *
     * @param day the day
     * @return true if so
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(ratedOn) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** {@return whom, by whom and when, without the grade} */
    @Override
    public String toString() {
        return "Rating[" + client + ", " + kind + ", " + scale + ", " + ratedOn + "]";
    }
}
