package io.lendcrm.core.time;

import static java.util.Objects.requireNonNull;

/**
 * A span of time ahead, with its unit. Immutable and thread-safe.
 *
 * @param length how many units, finite and not negative
 * @param unit the unit
 */
public record Horizon(double length, CalendarUnit unit) {

    public Horizon {
        requireNonNull(unit, "unit");
        if (!(length >= 0) || length == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("horizon must be finite and at least 0, found " + length);
        }
    }

    /**
     * A span in days.
     *
     * @param length how many
     * @return the span
     */
    public static Horizon days(double length) {
        return new Horizon(length, CalendarUnit.DAY);
    }

    /**
     * A span in weeks.
     *
     * @param length how many
     * @return the span
     */
    public static Horizon weeks(double length) {
        return new Horizon(length, CalendarUnit.WEEK);
    }

    /**
     * A span in months of 30.436875 days.
     *
     * @param length how many
     * @return the span
     */
    public static Horizon months(double length) {
        return new Horizon(length, CalendarUnit.MONTH);
    }

    /**
     * A span in years of 365.2425 days.
     *
     * @param length how many
     * @return the span
     */
    public static Horizon years(double length) {
        return new Horizon(length, CalendarUnit.YEAR);
    }

    /**
     * The same span counted in another unit.
     *
     * @param other the unit
     * @return how many of it
     */
    public double in(CalendarUnit other) {
        return unit == other ? length : length * unit.days() / other.days();
    }
}
