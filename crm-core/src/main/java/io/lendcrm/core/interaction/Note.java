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
        Requirement.notBlank(textKey, "textKey");
        Requirement.notBlank(author, "author");
        requireNonNull(sensitivity, "sensitivity");
    }

    /**
     * A note whose text is sensitive.
     *
     * @param header what all interactions have in common
     * @param textKey the key of the text in the host's store
     * @param author who wrote it
     * @return the note
     */
    public static Note of(Header header, String textKey, String author) {
        return new Note(header, textKey, author, DataClass.SENSITIVE);
    }

    /** {@return the header and how personal the text is, without its author} */
    @Override
    public String toString() {
        return "Note[header=" + header + ", sensitivity=" + sensitivity + "]";
    }

    @Override
    public Kind kind() {
        return Kind.NOTE;
    }
}
