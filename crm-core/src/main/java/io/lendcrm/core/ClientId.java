package io.lendcrm.core;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * The lender's own stable key of a client; never a natural key such as a name or a national number.
 *
 * <p>An identifier in the sense of the privacy rules, so {@link #toString()} prints a short fingerprint (the first eight
 * hexadecimal digits of SHA-256): lines of a log can be matched without showing the key. {@link #value()} gives the key.
 * Immutable and thread-safe.
 *
 * @param value the key, not blank, at most 200 characters
 */
public record ClientId(String value) implements Comparable<ClientId> {

    private static final int LONGEST = 200;

    public ClientId {
        requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "client id must have 1 to " + LONGEST + " characters and not be blank, found " + value.length());
        }
    }

    /**
     * A client's key from its text.
     *
     * @param value the key, not blank, at most 200 characters
     * @return the id
     * @throws IllegalArgumentException if blank or too long
     */
    public static ClientId of(String value) {
        return new ClientId(value);
    }

    /** Orders by the key's text. */
    @Override
    public int compareTo(ClientId other) {
        return value.compareTo(other.value);
    }

    /** {@return a fingerprint of the key, never the key itself} */
    @Override
    public String toString() {
        return "client#" + Checksum.of(value.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }
}
