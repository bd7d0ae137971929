package io.lendcrm.core.tier;

import static java.util.Objects.requireNonNull;

/**
 * The stable name of a segment within a segmentation, such as {@code champions}. Immutable and thread-safe.
 *
 * @param value the name, not blank
 */
public record SegmentId(String value) implements Comparable<SegmentId> {

    public SegmentId {
        requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("segment must not be blank");
        }
    }

    /**
     * A segment by its name.
     *
     * @param value the name
     * @return the segment
     */
    public static SegmentId of(String value) {
        return new SegmentId(value);
    }

    /** Orders by name. */
    @Override
    public int compareTo(SegmentId other) {
        return value.compareTo(other.value);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return value;
    }
}
