package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * An answer to a survey or a rating of a service. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param instrument the survey
 * @param item the question
 * @param rating the answer on the scale
 * @param lowest the scale's lowest answer
 * @param highest the scale's highest answer
 */
public record Feedback(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String instrument,
        @Classified(DataClass.ORDINARY) String item,
        @Classified(DataClass.ORDINARY) int rating,
        @Classified(DataClass.ORDINARY) int lowest,
        @Classified(DataClass.ORDINARY) int highest)
        implements Interaction {

    public Feedback {
        requireNonNull(header, "header");
        requireNonNull(instrument, "instrument");
        requireNonNull(item, "item");
    }

    @Override
    public Kind kind() {
        return Kind.FEEDBACK;
    }
}
