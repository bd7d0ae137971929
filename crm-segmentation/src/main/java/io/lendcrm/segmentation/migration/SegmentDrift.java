package io.lendcrm.segmentation.migration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.tier.SegmentId;

/**
 * How a segment has changed. Immutable and thread-safe.
 *
 * @param segment its aligned name
 * @param status whether it went on, was retired, or is new
 * @param before how many clients it had under the old model, with their features then
 * @param after how many it has under the new model, with their features now
 * @param shareBefore its part of all assigned clients before, from 0 to 1
 * @param shareAfter its part of all assigned clients now, from 0 to 1
 * @param centreShift how far its clients' mean has moved: the root mean square, over the numeric and yes/no features of the
 *     new model, of the difference of the means in standard deviations of all clients before; {@code NaN} if it had or has
 *     no clients, or no such feature has known values that differ
 */
public record SegmentDrift(
        SegmentId segment,
        Status status,
        long before,
        long after,
        double shareBefore,
        double shareAfter,
        double centreShift) {

    /** Whether a segment went on. */
    public enum Status {
        /** There before and now. */
        KEPT,
        /** There before, without a counterpart now. */
        RETIRED,
        /** There now, without a counterpart before. */
        NEW
    }

    public SegmentDrift {
        requireNonNull(segment, "segment");
        requireNonNull(status, "status");
    }
}
