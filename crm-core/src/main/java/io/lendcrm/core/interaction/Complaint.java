package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * A step of a complaint. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param complaint the complaint's key
 * @param state the state reached
 * @param topic what about
 */
public record Complaint(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String complaint,
        @Classified(DataClass.ORDINARY) ComplaintState state,
        @Classified(DataClass.ORDINARY) String topic)
        implements Interaction {

    public Complaint {
        requireNonNull(header, "header");
        Requirement.notBlank(complaint, "complaint");
        requireNonNull(state, "state");
        Requirement.notBlank(topic, "topic");
    }

    /**
     * A step of a complaint.
     *
     * @param header what all interactions have in common
     * @param complaint the complaint's key
     * @param state the state reached
     * @param topic what about
     * @return the step
     */
    public static Complaint of(Header header, String complaint, ComplaintState state, String topic) {
        return new Complaint(header, complaint, state, topic);
    }

    @Override
    public Kind kind() {
        return Kind.COMPLAINT;
    }
}
