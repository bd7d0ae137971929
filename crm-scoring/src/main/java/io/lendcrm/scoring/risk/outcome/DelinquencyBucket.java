package io.lendcrm.scoring.risk.outcome;

/** How late a loan is, in the buckets that lenders report. */
public enum DelinquencyBucket {
    /** Nothing is past due. */
    CURRENT(0),
    /** 1 to 29 days past due. */
    DAYS_1_TO_29(1),
    /** 30 to 59 days past due. */
    DAYS_30_TO_59(2),
    /** 60 to 89 days past due. */
    DAYS_60_TO_89(3),
    /** 90 days past due or more. */
    DAYS_90_PLUS(4);

    private final int index;

    DelinquencyBucket(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }

    /**
     * The bucket of a number of days.
     *
     * @param daysPastDue at least 0
     * @return its bucket
     */
    public static DelinquencyBucket of(long daysPastDue) {
        if (daysPastDue < 0) {
            throw new IllegalArgumentException("daysPastDue must be at least 0, found " + daysPastDue);
        }
        return daysPastDue == 0 ? CURRENT : values()[(int) Math.min(4, 1 + daysPastDue / 30)];
    }
}
