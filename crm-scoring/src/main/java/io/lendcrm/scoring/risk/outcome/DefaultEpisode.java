package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.ReasonCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span in which a client was in default. Immutable and thread-safe.
 *
 * @param from the day of default
 * @param curedOn the first day on which the probation was over; null if that hasn't come
 * @param reason what led to it first
 */
public record DefaultEpisode(LocalDate from, @Nullable LocalDate curedOn, ReasonCode reason) {

    public DefaultEpisode {
        requireNonNull(from, "from");
        requireNonNull(reason, "reason");
        if (curedOn != null && !curedOn.isAfter(from)) {
            throw new IllegalArgumentException("curedOn must be after from=" + from + ", found " + curedOn);
        }
    }

    /**
     * Whether the client was in default or on probation.
     *
     * @param day the day
     * @return true from the day of default to the day before it was cured
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (curedOn == null || day.isBefore(curedOn));
    }
}
