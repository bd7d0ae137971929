package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a client within the performance window. Immutable and thread-safe.
 *
 * @param kind the class
 * @param reason why, in words of the catalogue
 * @param defaultedOn the day of default; null unless bad
 */
public record Outcome(Kind kind, Reason reason, @Nullable LocalDate defaultedOn) {

    /** The classes. */
    public enum Kind {
        /** The window was seen to its end and nothing of note happened. */
        GOOD,
        /** A default began within the window. */
        BAD,
        /** Neither: late, but not in default. */
        INDETERMINATE,
        /** Not to be judged, for the reason told. */
        EXCLUDED
    }

    public Outcome {
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        if ((kind == Kind.BAD) != (defaultedOn != null)) {
            throw new IllegalArgumentException(
                    "defaultedOn must be given if and only if the kind is BAD, found " + kind + " and " + defaultedOn);
        }
    }

    static Outcome of(Kind kind, Reason reason) {
        return new Outcome(kind, reason, null);
    }

    static Outcome excluded(String code) {
        return of(Kind.EXCLUDED, Reason.of(code, 0));
    }

    /** {@return the day of default, if bad} */
    public Optional<LocalDate> defaultDay() {
        return Optional.ofNullable(defaultedOn);
    }

    boolean isLabelled() {
        return kind == Kind.GOOD || kind == Kind.BAD;
    }
}
