package io.lendcrm.segmentation.migration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import java.util.List;

/**
 * A client that is in another segment than before. Immutable and thread-safe.
 *
 * @param client who
 * @param from the segment before
 * @param to the segment now, by its aligned name
 * @param cause what made the client move
 * @param reasons the features that made it move, the strongest first; {@code move.model} if the model did
 */
public record SegmentMove(ClientId client, SegmentId from, SegmentId to, Cause cause, List<Reason> reasons) {

    /** What made a client move. */
    public enum Cause {
        /** Its features: the new model tells the old features and the new ones apart, and agrees with the old model before. */
        FEATURES,
        /** The model: with the features it had before, the new model would have put it where it is now. */
        MODEL,
        /** Both: the new model would have put it elsewhere already, and its features moved it on from there. */
        BOTH
    }

    public SegmentMove {
        requireNonNull(client, "client");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(cause, "cause");
        reasons = List.copyOf(reasons);
        if (from.equals(to)) {
            throw new IllegalArgumentException("a move must lead to another segment, found " + to + " twice");
        }
    }
}
