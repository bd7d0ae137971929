package io.lendcrm.segmentation.lifecycle;

import io.lendcrm.core.ClientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a stage begins and ends. All spans are in days, so that windows of activity are equally long; how often a bank looks
 * at the stages, each month or quarter, is another matter ({@link StageFlow}). Immutable and thread-safe.
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

    /**
     * Rules by the names of their limits.
     *
     * @param limits values by the names of this record's components; those that aren't named are as in {@link #defaults()}
     * @return the rules
     * @throws IllegalArgumentException if a name is unknown, a span isn't whole, or the rules contradict themselves
     */
    public static LifecycleRules of(Map<String, Double> limits) {
        Map<String, Double> all = defaults().limits();
        limits.forEach((name, value) -> {
            if (all.replace(name, value) == null) {
                throw new IllegalArgumentException(
                        "a limit must be one of " + all.keySet() + ", found \"" + name + "\"");
            }
        });
        return new LifecycleRules(
                days(all, "newDays"),
                days(all, "lostDays"),
                days(all, "matureDays"),
                days(all, "reactivatedDays"),
                days(all, "windowDays"),
                limit(all, "declineBelow"),
                limit(all, "recoverAbove"),
                days(all, "dwellDays"));
    }

    private static double limit(Map<String, Double> limits, String name) {
        return limits.getOrDefault(name, Double.NaN);
    }

    private static int days(Map<String, Double> limits, String name) {
        double value = limit(limits, name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be a whole number of days, found " + value);
        }
        return (int) value;
    }

    /** {@return the limits by their names, in the order of the components} */
    public Map<String, Double> limits() {
        Map<String, Double> limits = new LinkedHashMap<>();
        limits.put("newDays", (double) newDays);
        limits.put("lostDays", (double) lostDays);
        limits.put("matureDays", (double) matureDays);
        limits.put("reactivatedDays", (double) reactivatedDays);
        limits.put("windowDays", (double) windowDays);
        limits.put("declineBelow", declineBelow);
        limits.put("recoverAbove", recoverAbove);
        limits.put("dwellDays", (double) dwellDays);
        return limits;
    }

    /**
     * The stages of a client whose days are known already; those of a log are told by {@link LifecycleReplay}.
     *
     * @param client whose
     * @param known the day from which the client is known
     * @param activity the days of its activity, once for each event, in any order; later ones than {@code until} don't count
     * @param until the last day to look at, not before {@code known}
     * @return the stages
     * @throws IllegalArgumentException if {@code until} or a day of activity is before {@code known}
     */
    public StageHistory history(ClientId client, LocalDate known, Collection<LocalDate> activity, LocalDate until) {
        if (until.isBefore(known)) {
            throw new IllegalArgumentException("until must not be before known=" + known + ", found " + until);
        }
        long[] active = activity.stream()
                .filter(day -> !day.isAfter(until))
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .toArray();
        if (active.length > 0 && active[0] < known.toEpochDay()) {
            throw new IllegalArgumentException(
                    "activity must not be before known=" + known + ", found " + LocalDate.ofEpochDay(active[0]));
        }
        return new StageHistory(
                client, new StageMachine(this, active).run(known.toEpochDay(), until.toEpochDay()), until);
    }
}
