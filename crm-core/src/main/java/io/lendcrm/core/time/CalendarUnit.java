package io.lendcrm.core.time;

/**
 * Units of long spans, with their length in days. Months and years are the means of the Gregorian calendar, so that
 * twelve months are a year and days, weeks and months of the same span agree. Immutable and thread-safe.
 */
public enum CalendarUnit {
    /** 1 day. */
    DAY(1),
    /** 7 days. */
    WEEK(7),
    /** 30.436875 days, a twelfth of a year. */
    MONTH(365.2425 / 12),
    /** 365.2425 days. */
    YEAR(365.2425);

    private final double days;

    CalendarUnit(double days) {
        this.days = days;
    }

    /** {@return the length in days} */
    public double days() {
        return days;
    }
}
