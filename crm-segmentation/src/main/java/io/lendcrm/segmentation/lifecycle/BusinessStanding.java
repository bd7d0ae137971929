package io.lendcrm.segmentation.lifecycle;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import java.util.List;

/**
 * The stage of a client's business, with the rule that tells it. Immutable and thread-safe.
 *
 * @param stage the stage
 * @param reasons the rule that held first, and what wasn't known; at least one
 */
public record BusinessStanding(BusinessStage stage, List<Reason> reasons) {
    public BusinessStanding {
        requireNonNull(stage, "stage");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons must be at least one, found none");
        }
    }
}
