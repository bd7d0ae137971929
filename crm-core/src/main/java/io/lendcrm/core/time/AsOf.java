package io.lendcrm.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A point in time to look from: visible is what happened on or before {@code date} and was recorded by {@code knownBy}.
 *
 * <p>Both conditions are needed. A year-end statement filed in April describes December, but was unknown in March; an
 * entry booked back to January was unknown before the day it was booked. Reading through an {@code AsOf} is what keeps
 * the future out of features (point-in-time correctness). Immutable and thread-safe.
 *
 * @param date the last day whose events are visible
 * @param knownBy the instant by which a fact must have been recorded
 */
public record AsOf(LocalDate date, Instant knownBy) {

    public AsOf {
        requireNonNull(date, "date");
        requireNonNull(knownBy, "knownBy");
    }

    /**
     * The end of a day: what had happened and was recorded by its last nanosecond in the zone.
     *
     * @param date the day
     * @param zone the zone whose midnight ends the day
     * @return the point in time
     */
    public static AsOf endOf(LocalDate date, ZoneId zone) {
        return new AsOf(date, recordedOn(date, zone));
    }

    /**
     * When a source that tells only the day of recording is taken to have recorded: at the end of that day.
     *
     * @param day the day of recording
     * @param zone the source's zone
     * @return the last nanosecond of the day
     */
    public static Instant recordedOn(LocalDate day, ZoneId zone) {
        requireNonNull(day, "day");
        requireNonNull(zone, "zone");
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }

    /**
     * Whether a fact can be seen from here.
     *
     * @param occurredOn the day it happened
     * @param recordedAt when it was recorded
     * @return true if it had happened and was known
     */
    public boolean sees(LocalDate occurredOn, Instant recordedAt) {
        return !occurredOn.isAfter(date) && knows(recordedAt);
    }

    /**
     * Whether something was recorded by now, whenever it happens; terms of a contract keep their future dates.
     *
     * @param recordedAt when it was recorded
     * @return true if it was known
     */
    public boolean knows(Instant recordedAt) {
        return !recordedAt.isAfter(knownBy);
    }
}
