package io.lendcrm.core.reason;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The stable name of a reason, such as {@code kpi.below-target}. Immutable and thread-safe.
 *
 * @param value lower-case letters, digits, dots, hyphens and underscores, beginning with a letter
 */
public record ReasonCode(String value) implements Comparable<ReasonCode> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]*");

    public ReasonCode {
        requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("reason code must match " + FORM + ", found \"" + value + "\"");
        }
    }

    /**
     * A code by its text.
     *
     * @param value the text
     * @return the code
     */
    public static ReasonCode of(String value) {
        return new ReasonCode(value);
    }

    /** Orders by text. */
    @Override
    public int compareTo(ReasonCode other) {
        return value.compareTo(other.value);
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return value;
    }
}
