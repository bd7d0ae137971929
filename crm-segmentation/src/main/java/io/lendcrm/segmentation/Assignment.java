package io.lendcrm.segmentation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.core.tier.SegmentId;
import java.util.List;

/** What came of assigning one client: a segment with its reasons, or why there is none. Immutable and thread-safe. */
public sealed interface Assignment {

    /** The kinds of assignment, to switch on. */
    enum Kind {
        /** {@link Assigned}. */
        ASSIGNED,
        /** {@link NotAssigned}. */
        NOT_ASSIGNED
    }

    /** {@return whose} */
    ClientId client();

    /** {@return which kind it is} */
    Kind kind();

    /**
     * A segment.
     *
     * @param client whose
     * @param segment the nearest segment
     * @param distance how far from it, in the segmenter's measure, at least 0
     * @param margin how much farther the second nearest segment is, at least 0; infinite if there is only one segment
     * @param outside whether the client is farther away than those the segment was made of, so that the assignment says
     *     little; each segmenter states its limit
     * @param reasons what speaks for this segment rather than the second nearest, the strongest first
     */
    record Assigned(
            ClientId client, SegmentId segment, double distance, double margin, boolean outside, List<Reason> reasons)
            implements Assignment {
        public Assigned {
            requireNonNull(client, "client");
            requireNonNull(segment, "segment");
            reasons = List.copyOf(reasons);
            if (!(distance >= 0) || distance == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("distance must be finite and at least 0, found " + distance);
            }
            if (!(margin >= 0)) {
                throw new IllegalArgumentException("margin must be at least 0, found " + margin);
            }
        }

        @Override
        public Kind kind() {
            return Kind.ASSIGNED;
        }
    }

    /**
     * No segment, and why.
     *
     * @param client whose
     * @param code why, such as {@code segment.missing}
     * @param detail what was wrong, in words; never a value of the client's
     */
    record NotAssigned(ClientId client, ReasonCode code, String detail) implements Assignment {
        public NotAssigned {
            requireNonNull(client, "client");
            requireNonNull(code, "code");
            requireNonNull(detail, "detail");
        }

        @Override
        public Kind kind() {
            return Kind.NOT_ASSIGNED;
        }
    }
}
