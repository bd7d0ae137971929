package io.lendcrm.scoring.proof.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Periods in order, none overlapping. */
record Timeline(List<InForcePeriod> periods) {

    static final Timeline EMPTY = new Timeline(List.of());

    Timeline {
        periods = List.copyOf(periods);
        for (int i = 1; i < periods.size(); i++) {
            Instant end = periods.get(i - 1).until();
            if (end == null || end.isAfter(periods.get(i).from())) {
                throw new IllegalArgumentException("periods must not overlap, found " + periods);
            }
        }
    }

    /** From its first instant on this is the plan. */
    Timeline with(InForcePeriod next) {
        List<InForcePeriod> plan = new ArrayList<>();
        for (InForcePeriod period : periods) {
            add(plan, period, next.from());
        }
        plan.add(next);
        return new Timeline(plan);
    }

    /** A version's period ends, and what was planned of it is dropped. */
    Timeline without(VersionId version, Instant from) {
        List<InForcePeriod> plan = new ArrayList<>();
        for (InForcePeriod period : periods) {
            if (period.version().equals(version)) {
                add(plan, period, from);
            } else {
                plan.add(period);
            }
        }
        return new Timeline(plan);
    }

    private static void add(List<InForcePeriod> plan, InForcePeriod period, Instant end) {
        if (!period.from().isBefore(end)) {
            return;
        }
        boolean over = period.until() != null && !period.until().isAfter(end);
        plan.add(over ? period : new InForcePeriod(period.version(), period.from(), end));
    }

    Optional<VersionId> at(Instant instant) {
        return periods.stream().filter(p -> p.holds(instant)).findFirst().map(InForcePeriod::version);
    }
}
