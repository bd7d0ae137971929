package io.lendcrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;

/**
 * The beginning of a stage. Immutable and thread-safe.
 *
 * @param day the day from which the client is in the stage
 * @param stage the stage
 * @param reason the rule that put it there
 */
public record StageChange(LocalDate day, LifecycleStage stage, Reason reason) {
    public StageChange {
        requireNonNull(day, "day");
        requireNonNull(stage, "stage");
        requireNonNull(reason, "reason");
    }
}
