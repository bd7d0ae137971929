package io.lendcrm.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One state of something, the day from which it holds, and when it was recorded. Immutable and thread-safe if the value
 * is.
 *
 * @param <T> the type of the state
 * @param value the state
 * @param validFrom the first day on which it holds
 * @param recordedAt when it was recorded
 */
public record Version<T>(T value, LocalDate validFrom, Instant recordedAt) {

    public Version {
        requireNonNull(value, "value");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(recordedAt, "recordedAt");
    }
}
