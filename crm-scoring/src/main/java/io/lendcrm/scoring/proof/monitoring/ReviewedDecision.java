package io.lendcrm.scoring.proof.monitoring;

import static java.util.Objects.requireNonNull;

/**
 * What the system decided on an application, what was decided in the end, and what came of it. Immutable and thread-safe.
 *
 * @param system what the system decided
 * @param last what was decided in the end
 * @param reason why they differ, a code such as {@code known-guarantor}; empty where they agree or nobody said
 * @param outcome what came of it
 */
public record ReviewedDecision(Verdict system, Verdict last, String reason, Outcome outcome) {

    /** Yes or no. */
    public enum Verdict {
        /** Accepted. */
        ACCEPT,
        /** Declined. */
        DECLINE
    }

    /** What came of an application. */
    public enum Outcome {
        /** Not known: declined, not taken up, or too young. */
        OPEN,
        /** Accepted and good. */
        GOOD,
        /** Accepted and bad. */
        BAD
    }

    public ReviewedDecision {
        requireNonNull(system, "system");
        requireNonNull(last, "last");
        requireNonNull(reason, "reason");
        requireNonNull(outcome, "outcome");
        if (last == Verdict.DECLINE && outcome != Outcome.OPEN) {
            throw new IllegalArgumentException(
                    "outcome of an application that was declined must be OPEN, found " + outcome);
        }
        if (system == last && !reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "reason must be empty where the decisions agree, found \"" + reason + "\"");
        }
    }

    /** {@return whether the decisions differ} */
    public boolean overridden() {
        return system != last;
    }
}
