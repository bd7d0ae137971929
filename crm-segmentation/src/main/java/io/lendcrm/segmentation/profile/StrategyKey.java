package io.lendcrm.segmentation.profile;

import static java.util.Objects.requireNonNull;

/**
 * What the host looks its strategy for a segment up by. Immutable and thread-safe.
 *
 * @param value the key, not blank
 */
public record StrategyKey(String value) implements Comparable<StrategyKey> {

    public StrategyKey {
        requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("strategy key must not be blank");
        }
    }

    /**
     * A key by its text.
     *
     * @param value the text
     * @return the key
     */
    public static StrategyKey of(String value) {
        return new StrategyKey(value);
    }

    /** Orders by text. */
    @Override
    public int compareTo(StrategyKey other) {
        return value.compareTo(other.value);
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return value;
    }
}
