package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quality that makes a client eligible for special treatment, with the evidence for it and the days on which that
 * evidence holds. Immutable and thread-safe.
 *
 * @param kind which quality
 * @param evidence what proves it, such as a certificate's number
 * @param verifier who checked it
 * @param validFrom the first day it holds
 * @param validUntil the last day it holds; null if it has no end
 */
public record Label(
        @Classified(DataClass.ORDINARY) Kind kind,
        @Classified(DataClass.IDENTIFIER) String evidence,
        @Classified(DataClass.IDENTIFIER) String verifier,
        @Classified(DataClass.ORDINARY) LocalDate validFrom,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate validUntil) {

    /** Qualities that lenders treat specially. */
    public enum Kind {
        /** Lives by new technology (科技型企业). */
        TECHNOLOGY,
        /** Serves the environment (绿色). */
        GREEN,
        /** Belongs to those whom finance reached too little (普惠). */
        INCLUSIVE
    }

    public Label {
        requireNonNull(kind, "kind");
        requireNonNull(evidence, "evidence");
        requireNonNull(verifier, "verifier");
        requireNonNull(validFrom, "validFrom");
        if (evidence.isBlank() || verifier.isBlank()) {
            throw new IllegalArgumentException("evidence and verifier must not be blank");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "validUntil must not be before validFrom=" + validFrom + ", found " + validUntil);
        }
    }

    /**
     * Whether it holds.
     *
     * @param day the day
     * @return true if the evidence covers the day
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** {@return the quality and the days, without the evidence} */
    @Override
    public String toString() {
        return "Label[" + kind + ", " + validFrom + " to " + (validUntil == null ? "open" : validUntil) + "]";
    }
}
