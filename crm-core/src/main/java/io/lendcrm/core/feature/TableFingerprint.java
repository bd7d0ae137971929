package io.lendcrm.core.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a schema and columns, each part with its length before it, so that no two tables give the same bytes.
 * {@code core.model} has a fingerprint for any data of a fit, but stands above this package.
 */
final class TableFingerprint {

    private static final int BLOCK = 1024;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Double.BYTES);

    TableFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    TableFingerprint add(FeatureSchema schema) {
        add(schema.size());
        for (Feature feature : schema.features()) {
            add(feature.name())
                    .add(feature.type().name())
                    .add(feature.unit())
                    .add(feature.levels().size());
            feature.levels().forEach(this::add);
        }
        return this;
    }

    TableFingerprint add(double[] values) {
        add(values.length);
        for (int from = 0; from < values.length; from += BLOCK) {
            buffer.clear();
            for (int i = from; i < Math.min(from + BLOCK, values.length); i++) {
                buffer.putLong(Double.doubleToLongBits(values[i]));
            }
            digest.update(buffer.flip());
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private TableFingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    private TableFingerprint add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }
}
