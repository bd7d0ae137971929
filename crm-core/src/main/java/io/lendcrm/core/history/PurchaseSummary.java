package io.lendcrm.core.history;

/**
 * What a purchase model needs to know of a client: how often it came back, when last, and for how long it was watched.
 * Times run from the client's first purchase, in one unit. Immutable and thread-safe.
 *
 * @param frequency repeat purchases x, the first one not counted; at least 0
 * @param recency time of the last purchase t_x; 0 if there was no repeat
 * @param age time to the end of observation T
 */
public record PurchaseSummary(int frequency, double recency, double age) {

    public PurchaseSummary {
        if (frequency < 0) {
            throw new IllegalArgumentException("frequency must be at least 0, found " + frequency);
        }
        if (!(age >= 0) || age == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("age must be finite and at least 0, found " + age);
        }
        if (!(recency >= 0 && recency <= age)) {
            throw new IllegalArgumentException("recency must be within [0, age=" + age + "], found " + recency);
        }
        if (frequency == 0 && recency != 0) {
            throw new IllegalArgumentException("recency must be 0 where frequency is 0, found " + recency);
        }
    }
}
