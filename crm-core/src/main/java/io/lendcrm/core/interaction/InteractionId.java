package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * The key of an interaction, unique in the log: appending it twice changes nothing. Immutable and thread-safe.
 *
 * @param value the key, not blank
 */
public record InteractionId(@Classified(DataClass.ORDINARY) String value) implements Comparable<InteractionId> {

    public InteractionId {
        requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("interaction id must not be blank");
        }
    }

    /**
     * A key by its text.
     *
     * @param value the text
     * @return the key
     */
    public static InteractionId of(String value) {
        return new InteractionId(value);
    }

    /** Orders by text. */
    @Override
    public int compareTo(InteractionId other) {
        return value.compareTo(other.value);
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return value;
    }
}
