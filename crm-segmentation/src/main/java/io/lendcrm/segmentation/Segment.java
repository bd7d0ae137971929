package io.lendcrm.segmentation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.tier.SegmentId;

/**
 * A group of clients as a segmentation found it. Immutable and thread-safe.
 *
 * @param id its name within the segmentation
 * @param clients how many clients it had when it was found, at least 0
 * @param share its part of all clients then, from 0 to 1
 */
public record Segment(SegmentId id, long clients, double share) {

    public Segment {
        requireNonNull(id, "id");
        if (clients < 0) {
            throw new IllegalArgumentException("clients must be at least 0, found " + clients);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be within [0, 1], found " + share);
        }
    }
}
