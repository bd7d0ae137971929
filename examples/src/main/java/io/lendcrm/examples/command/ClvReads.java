package io.lendcrm.examples.command;

import io.lendcrm.core.time.CalendarUnit;

/** What a model of client value reads, and in which unit unless another is told. */
enum ClvReads {
    /** Numbers of purchases and times. */
    TIMES(CalendarUnit.WEEK),
    /** The same, times counted in whole opportunities of which each is used once at most. */
    OPPORTUNITIES(CalendarUnit.YEAR),
    /** Numbers of purchases and mean amounts above 0. */
    AMOUNTS(CalendarUnit.WEEK),
    /** Numbers of purchases and mean amounts that may be losses. */
    NET_AMOUNTS(CalendarUnit.WEEK),
    /** The survivors of a cohort, period by period. */
    COHORT(CalendarUnit.YEAR);

    private final CalendarUnit unit;

    ClvReads(CalendarUnit unit) {
        this.unit = unit;
    }

    CalendarUnit unit() {
        return unit;
    }

    boolean isOfTimes() {
        return this == TIMES || this == OPPORTUNITIES;
    }

    boolean isOfAmounts() {
        return this == AMOUNTS || this == NET_AMOUNTS;
    }
}
