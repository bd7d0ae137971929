package io.lendcrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.tier.SegmentId;

/**
 * A segment with the condition of belonging to it. Immutable and thread-safe.
 *
 * @param id the segment
 * @param condition what a client's features must be
 */
public record RuleSegment(SegmentId id, Condition condition) {

    public RuleSegment {
        requireNonNull(id, "id");
        requireNonNull(condition, "condition");
    }

    /**
     * A segment with its condition.
     *
     * @param id the segment's name
     * @param condition what a client's features must be
     * @return the segment
     */
    public static RuleSegment of(String id, Condition condition) {
        return new RuleSegment(SegmentId.of(id), condition);
    }
}
