package io.lendcrm.examples.lifecycle;

import java.time.Period;

/** How far the days that are counted lie apart. */
public enum StageStep {
    /** Seven days. */
    WEEK(Period.ofWeeks(1)),
    /** A month. */
    MONTH(Period.ofMonths(1)),
    /** Three months. */
    QUARTER(Period.ofMonths(3)),
    /** Twelve months. */
    YEAR(Period.ofYears(1));

    private final Period period;

    StageStep(Period period) {
        this.period = period;
    }

    Period period() {
        return period;
    }
}
