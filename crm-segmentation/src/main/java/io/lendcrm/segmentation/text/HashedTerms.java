package io.lendcrm.segmentation.text;

import io.lendcrm.core.feature.FeatureSchema;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** Signed counts of hashed tokens. Immutable and thread-safe. */
final class HashedTerms implements TextFeatures {

    private final TextAnalysis analysis;
    private final int size;
    private final FeatureSchema schema;

    HashedTerms(TextAnalysis analysis, int size) {
        if (size < 2 || size > TextColumns.MOST) {
            throw new IllegalArgumentException("size must be within [2, " + TextColumns.MOST + "], found " + size);
        }
        this.analysis = analysis;
        this.size = size;
        this.schema = FeatureSchema.of(IntStream.range(0, size)
                .mapToObj(i -> TextColumns.of(
                        "hash_" + i, "weight", "Signed count of the tokens whose hash is " + i + " modulo " + size))
                .toList());
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public void add(String text, double weight, double[] sums) {
        TextColumns.requireWeight(weight);
        double[] counts = new double[size];
        analysis.forEach(text, token -> {
            int hash = hash(token);
            counts[place(hash, size)] += hash >= 0 ? 1 : -1;
        });
        TextColumns.normalise(counts);
        for (int i = 0; i < size; i++) {
            sums[i] += weight * counts[i];
        }
    }

    @Override
    public void finish(double[] sums) {
        TextColumns.normalise(sums);
    }

    static int place(int hash, int size) {
        return (int) (Math.abs((long) hash) % size);
    }

    static int hash(String token) {
        return murmur3(token.getBytes(StandardCharsets.UTF_8));
    }

    /** MurmurHash3 x86_32 by Austin Appleby (public domain), seed 0. */
    private static int murmur3(byte[] bytes) {
        int hash = 0;
        int block = 0;
        for (; block + 4 <= bytes.length; block += 4) {
            int k = (bytes[block] & 0xff)
                    | (bytes[block + 1] & 0xff) << 8
                    | (bytes[block + 2] & 0xff) << 16
                    | bytes[block + 3] << 24;
            hash = Integer.rotateLeft(hash ^ scrambled(k), 13) * 5 + 0xe6546b64;
        }
        int tail = 0;
        for (int i = bytes.length - 1; i >= block; i--) {
            tail = tail << 8 | bytes[i] & 0xff;
        }
        hash ^= scrambled(tail) ^ bytes.length;
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static int scrambled(int k) {
        return Integer.rotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;
    }
}
