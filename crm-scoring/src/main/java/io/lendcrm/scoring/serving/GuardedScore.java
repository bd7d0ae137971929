package io.lendcrm.scoring.serving;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.Score;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer by a deadline, and who gave it. Immutable and thread-safe.
 *
 * @param score the score, or why there is none
 * @param outcome how the scorer that should answer did
 * @param fallback the declared reason, if the fallback answered; else {@code null}
 */
public record GuardedScore(
        Score score, Outcome outcome, @Nullable ReasonCode fallback) {

    /** How the scorer that should answer did. */
    public enum Outcome {
        /** It answered in time. */
        IN_TIME,
        /** The deadline came first. */
        LATE,
        /** It threw an exception, or the executor refused it. */
        FAILED
    }

    public GuardedScore {
        requireNonNull(score, "score");
        requireNonNull(outcome, "outcome");
        if (outcome == Outcome.IN_TIME && fallback != null) {
            throw new IllegalArgumentException("fallback must not be told of an answer in time, found " + fallback);
        }
    }

    /** {@return whether the fallback answered} */
    public boolean usedFallback() {
        return fallback != null;
    }

    /** {@return the declared reason, if the fallback answered} */
    public Optional<ReasonCode> reason() {
        return Optional.ofNullable(fallback);
    }
}
