package io.lendcrm.core.feature;

import io.lendcrm.core.Checksum;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 of the data a model is fitted on, taken column by column, so that a reader of a stored model can tell whether
 * two fits saw the same data. Each part is preceded by its length, so that no two lists of parts share their bytes; equal
 * numbers are equal bits ({@code NaN} is one number, -0.0 differs from 0.0). Not thread-safe; confine to one thread.
 */
public final class Fingerprint {

    private static final int BLOCK = 1024;

    private final MessageDigest digest = Checksum.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Long.BYTES);

    private Fingerprint() {}

    /** {@return a fingerprint of nothing yet} */
    public static Fingerprint empty() {
        return new Fingerprint();
    }

    /**
     * Adds a text, such as the name of a column.
     *
     * @param text the text
     * @return this
     */
    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        flush();
        digest.update(bytes);
        return this;
    }

    /**
     * Adds numbers.
     *
     * @param values the numbers
     * @return this
     */
    public Fingerprint add(double... values) {
        length(values.length);
        for (double value : values) {
            put(Double.doubleToLongBits(value));
        }
        return this;
    }

    /**
     * Adds whole numbers.
     *
     * @param values the numbers
     * @return this
     */
    public Fingerprint add(long... values) {
        length(values.length);
        for (long value : values) {
            put(value);
        }
        return this;
    }

    /**
     * Adds whole numbers.
     *
     * @param values the numbers
     * @return this
     */
    public Fingerprint add(int... values) {
        length(values.length);
        for (int value : values) {
            put(value);
        }
        return this;
    }

    /**
     * Ends the fingerprint; nothing may be added afterwards.
     *
     * @return 64 hexadecimal digits
     */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void length(int length) {
        put(length);
    }

    private void put(long value) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putLong(value);
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
