package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a version is in force. Immutable and thread-safe.
 *
 * @param version the version
 * @param from the first instant of it
 * @param until the first instant after it, null if none is set
 */
public record InForcePeriod(
        VersionId version, Instant from, @Nullable Instant until) {

    public InForcePeriod {
        requireNonNull(version, "version");
        requireNonNull(from, "from");
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from=" + from + ", found " + until);
        }
    }

    /** {@return the first instant after it, or empty if none is set} */
    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    /**
     * Whether an instant is within.
     *
     * @param instant the instant
     * @return true from the first instant on and before the end
     */
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }
}
