package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * A note of a talk. The text stands apart under its key, so that it can be erased and the skeleton stays. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param textKey the key of the text in the host's store
 * @param author who wrote it
 * @param sensitivity how personal the text is
 */
public record Note(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String textKey,
        @Classified(DataClass.IDENTIFIER) String author,
        @Classified(DataClass.ORDINARY) DataClass sensitivity)
        implements Interaction {

    public Note {
        requireNonNull(header, "header");
        requireNonNull(textKey, "textKey");
        requireNonNull(author, "author");
        requireNonNull(sensitivity, "sensitivity");
    }

    @Override
    public Kind kind() {
        return Kind.NOTE;
    }
}
