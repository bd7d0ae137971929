package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a survey or a rating of a service. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param instrument the survey
 * @param item the question
 * @param rating the answer on the scale
 * @param lowest the scale's lowest answer
 * @param highest the scale's highest answer
 * @param textKey the key of a free text in the host's store, as for a {@link Note}; null if there is none
 */
public record Feedback(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String instrument,
        @Classified(DataClass.ORDINARY) String item,
        @Classified(DataClass.ORDINARY) int rating,
        @Classified(DataClass.ORDINARY) int lowest,
        @Classified(DataClass.ORDINARY) int highest,
        @Classified(DataClass.ORDINARY) @Nullable String textKey)
        implements Interaction {

    public Feedback {
        requireNonNull(header, "header");
        Requirement.notBlank(instrument, "instrument");
        Requirement.notBlank(item, "item");
        if (lowest >= highest) {
            throw new IllegalArgumentException("highest must be above lowest=" + lowest + ", found " + highest);
        }
        if (rating < lowest || rating > highest) {
            throw new IllegalArgumentException(
                    "rating must be within [" + lowest + ", " + highest + "], found " + rating);
        }
    }

    /**
     * An answer without a free text.
     *
     * @param header what all interactions have in common
     * @param instrument the survey
     * @param item the question
     * @param rating the answer on the scale
     * @param lowest the scale's lowest answer
     * @param highest the scale's highest answer
     * @return the answer
     */
    public static Feedback of(Header header, String instrument, String item, int rating, int lowest, int highest) {
        return new Feedback(header, instrument, item, rating, lowest, highest, null);
    }

    /** {@return where on the scale the answer lies, 0 for the lowest and 1 for the highest} */
    public double share() {
        return ((double) rating - lowest) / ((double) highest - lowest);
    }

    @Override
    public Kind kind() {
        return Kind.FEEDBACK;
    }
}
