package io.lendcrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;
import java.util.List;

/**
 * A client's stages over time. Immutable and thread-safe.
 *
 * @param client whose
 * @param changes the beginnings of stages in order; no two that follow each other are the same
 * @param until the day up to which it was looked at
 */
public record StageHistory(ClientId client, List<StageChange> changes, LocalDate until) {

    public StageHistory {
        requireNonNull(client, "client");
        changes = List.copyOf(changes);
        requireNonNull(until, "until");
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("changes must be at least one, found none");
        }
    }

    /** {@return the stage at the end} */
    public LifecycleStage stage() {
        return changes.get(changes.size() - 1).stage();
    }

    /**
     * The stage on a day.
     *
     * @param day the day, not before the first change and not after {@link #until}
     * @return the stage
     * @throws IllegalArgumentException if the day isn't within
     */
    public LifecycleStage stage(LocalDate day) {
        LocalDate first = changes.get(0).day();
        if (day.isBefore(first) || day.isAfter(until)) {
            throw new IllegalArgumentException("day must be within [" + first + ", " + until + "], found " + day);
        }
        return changes.stream()
                .filter(change -> !change.day().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .stage();
    }
}
