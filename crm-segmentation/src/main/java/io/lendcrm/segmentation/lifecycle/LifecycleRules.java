package io.lendcrm.segmentation.lifecycle;

/**
 * When a stage begins and ends. All spans are in days. Immutable and thread-safe.
 *
 * @param newDays a client is new for so long after its first activity, above 0
 * @param lostDays a client is lost after so long without activity, above {@code newDays / 2}
 * @param matureDays a client is mature so long after its first activity, or since it came back, above {@code newDays}
 * @param reactivatedDays a client that came back counts as reactivated for so long, above 0
 * @param windowDays how far back activity counts as recent, above 0; compared with the four such windows before
 * @param declineBelow a client declines if its recent activity falls below this part of what it was, from 0 to 1
 * @param recoverAbove a declining client is active again once its recent activity is at least this part of what it was, at
 *     least {@code declineBelow}: the gap keeps a client at the limit from going to and fro
 * @param dwellDays a client stays active, mature or declining at least so long, unless it is lost, at least 0
 */
public record LifecycleRules(
        int newDays,
        int lostDays,
        int matureDays,
        int reactivatedDays,
        int windowDays,
        double declineBelow,
        double recoverAbove,
        int dwellDays) {

    public LifecycleRules {
        requireAbove("newDays", newDays, 0);
        requireAbove("lostDays", lostDays, newDays / 2);
        requireAbove("matureDays", matureDays, newDays);
        requireAbove("reactivatedDays", reactivatedDays, 0);
        requireAbove("windowDays", windowDays, 0);
        requireAbove("dwellDays", dwellDays, -1);
        if (!(declineBelow >= 0 && declineBelow <= 1)) {
            throw new IllegalArgumentException("declineBelow must be within [0, 1], found " + declineBelow);
        }
        if (!(recoverAbove >= declineBelow) || recoverAbove == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "recoverAbove must be at least declineBelow=" + declineBelow + ", found " + recoverAbove);
        }
    }

    private static void requireAbove(String name, int days, int limit) {
        if (days <= limit) {
            throw new IllegalArgumentException(name + " must be above " + limit + ", found " + days);
        }
    }

    /**
     * The usual rules: new for 180 days, lost after 365 days of silence, mature after three years, reactivated for 180
     * days; declining below half of what it was over windows of 90 days, recovered from 80 % on; 60 days in a stage.
     *
     * @return the rules
     */
    public static LifecycleRules defaults() {
        return new LifecycleRules(180, 365, 1095, 180, 90, 0.5, 0.8, 60);
    }
}
