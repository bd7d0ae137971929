package io.lendcrm.core;

import static java.util.Objects.requireNonNull;

/**
 * The name of a system, file or register that a fact comes from, such as {@code core-banking} or {@code bureau}.
 * Immutable and thread-safe.
 *
 * @param value the name, not blank
 */
public record SourceId(String value) implements Comparable<SourceId> {

    /** Facts whose source was not told. */
    public static final SourceId UNKNOWN = new SourceId("unknown");

    public SourceId {
        requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("source must not be blank");
        }
    }

    /**
     * A source by its name.
     *
     * @param value the name, not blank
     * @return the source
     */
    public static SourceId of(String value) {
        return new SourceId(value);
    }

    /** Orders by name. */
    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return value;
    }
}
