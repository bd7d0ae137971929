package io.lendcrm.segmentation.lifecycle;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through a client's days once, from the first it was known to the last that is asked for. */
final class StageMachine {

    private static final int WINDOWS_BEFORE = 4;

    private final LifecycleRules rules;
    private final long[] active;
    private final List<StageChange> changes = new ArrayList<>();
    private long since;
    private long begun;

    /** Of the days with activity in order, once for each interaction. */
    StageMachine(LifecycleRules rules, long[] active) {
        this.rules = rules;
        this.active = active;
    }

    List<StageChange> run(long known, long until) {
        enter(known, LifecycleStage.POTENTIAL, Reason.of("lifecycle.never-active", 0));
        int seen = 0;
        for (long day = active.length == 0 ? until + 1 : active[0]; day <= until; day = next(day, seen, until)) {
            int before = seen;
            while (seen < active.length && active[seen] <= day) {
                seen++;
            }
            step(day, seen, seen > before);
        }
        return changes;
    }

    /** The next day on which the stage can change; the days up to it are those on which nothing begins or ends. */
    private long next(long day, int seen, long until) {
        LifecycleStage stage = changes.get(changes.size() - 1).stage();
        if (stage == LifecycleStage.LOST) {
            return seen < active.length ? active[seen] : until + 1;
        }
        long lost = active[seen - 1] + rules.lostDays() + 1;
        return Math.max(day + 1, Math.min(lost, since + stay(stage)));
    }

    private int stay(LifecycleStage stage) {
        return switch (stage) {
            case NEW -> rules.newDays();
            case REACTIVATED -> rules.reactivatedDays();
            case ACTIVE, MATURE, DECLINING -> rules.dwellDays();
            case POTENTIAL, LOST -> 0;
        };
    }

    private void step(long day, int seen, boolean moved) {
        long silent = day - active[seen - 1];
        switch (changes.get(changes.size() - 1).stage()) {
            case POTENTIAL -> {
                begun = day;
                enter(day, LifecycleStage.NEW, days("lifecycle.first-active", 0));
            }
            case LOST -> {
                if (moved) {
                    begun = day;
                    enter(day, LifecycleStage.REACTIVATED, days("lifecycle.returned", day - active[before(seen, day)]));
                }
            }
            case NEW, REACTIVATED, ACTIVE, MATURE, DECLINING -> {
                if (silent > rules.lostDays()) {
                    enter(day, LifecycleStage.LOST, days("lifecycle.inactive", silent));
                } else {
                    settle(day, seen);
                }
            }
        }
    }

    private int before(int seen, long day) {
        int at = seen - 1;
        while (at > 0 && active[at] == day) {
            at--;
        }
        return at;
    }

    private void settle(long day, int seen) {
        LifecycleStage stage = changes.get(changes.size() - 1).stage();
        if (day - since < stay(stage)) {
            return;
        }
        double part = part(day, seen);
        double limit = stage == LifecycleStage.DECLINING ? rules.recoverAbove() : rules.declineBelow();
        long tenure = day - begun;
        if (part < limit) {
            if (stage != LifecycleStage.DECLINING) {
                enter(
                        day,
                        LifecycleStage.DECLINING,
                        Reason.of("lifecycle.less", 0, Map.of("percent", Long.toString(Math.round(100 * part)))));
            }
        } else if (tenure >= rules.matureDays()) {
            if (stage != LifecycleStage.MATURE) {
                enter(day, LifecycleStage.MATURE, days("lifecycle.lasting", tenure));
            }
        } else if (stage != LifecycleStage.ACTIVE) {
            enter(day, LifecycleStage.ACTIVE, days("lifecycle.holding", tenure));
        }
    }

    /**
     * Recent activity as part of the mean of the windows before that the relationship lasted through; 1 if none did, or if
     * activity has begun again after windows of silence; 0 if there is none at all.
     */
    private double part(long day, int seen) {
        int window = rules.windowDays();
        long windows = Math.min(WINDOWS_BEFORE, (day - begun) / window - 1);
        if (windows < 1) {
            return 1;
        }
        int old = upTo(day - window, seen);
        int recent = seen - old;
        int earlier = old - upTo(day - window * (windows + 1), seen);
        if (earlier == 0) {
            return recent == 0 ? 0 : 1;
        }
        return (double) recent * windows / earlier;
    }

    /** How many of those seen were on a day or before it. */
    private int upTo(long day, int seen) {
        int low = 0;
        int high = seen;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (active[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void enter(long day, LifecycleStage stage, Reason reason) {
        since = day;
        StageChange change = new StageChange(LocalDate.ofEpochDay(day), stage, reason);
        if (!changes.isEmpty() && changes.get(changes.size() - 1).day().equals(change.day())) {
            changes.remove(changes.size() - 1); // known and active on the same day
        }
        changes.add(change);
    }

    private static Reason days(String code, long days) {
        return Reason.of(code, 0, Map.of("days", Long.toString(days)));
    }
}
