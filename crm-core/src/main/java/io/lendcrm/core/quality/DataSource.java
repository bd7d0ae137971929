package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.SourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A source of facts and how far it is to be trusted. Immutable and thread-safe.
 *
 * @param id its name
 * @param trust how far, from 0 (hearsay) to 100 (a register that the law relies on)
 * @param validFor how long a fact of it holds after it was recorded; then it is stale
 */
public record DataSource(SourceId id, int trust, Period validFor) {

    public DataSource {
        requireNonNull(id, "id");
        requireNonNull(validFor, "validFor");
        if (trust < 0 || trust > 100) {
            throw new IllegalArgumentException("trust must be within [0, 100], found " + trust);
        }
        if (validFor.isNegative() || validFor.isZero()) {
            throw new IllegalArgumentException("validFor must be positive, found " + validFor);
        }
    }

    /**
     * A source.
     *
     * @param name its name
     * @param trust how far it is to be trusted, from 0 to 100
     * @param validFor how long a fact of it holds
     * @return the source
     */
    public static DataSource of(String name, int trust, Period validFor) {
        return new DataSource(SourceId.of(name), trust, validFor);
    }

    /**
     * Whether a fact is too old to rely on.
     *
     * @param recordedAt when it was recorded
     * @param on the day it is looked at
     * @return true if it was recorded longer ago than {@link #validFor}, by the days of UTC
     */
    public boolean isStale(Instant recordedAt, LocalDate on) {
        return recordedAt.atZone(ZoneOffset.UTC).toLocalDate().plus(validFor).isBefore(on);
    }
}
