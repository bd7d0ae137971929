package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all readers of model files do: take the bytes, tell them from any others, and find the features by their names. */
final class ModelFile {

    /** What a reader takes unless told otherwise. */
    static final int LONGEST = 64 << 20;

    /** Each feature takes memory well beyond its bytes in the file. */
    static final int MOST_FEATURES = 1 << 20;

    private ModelFile() {}

    static byte[] bytes(Path file, int longest) {
        try {
            long size = Files.size(file);
            if (size > longest) {
                throw tooLong(size, longest);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireLength(byte[] model, int longest) {
        if (model.length > longest) {
            throw tooLong(model.length, longest);
        }
    }

    private static ModelFormatException tooLong(long found, int longest) {
        return new ModelFormatException(
                "byte " + longest, "a model must have at most " + longest + " bytes, found " + found);
    }

    /** SHA-256 in hexadecimal. */
    static String fingerprint(byte[] model) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The schema given if it fits the model's names, or one of numbers that bear these names. */
    static FeatureSchema schema(List<String> names, boolean named, @Nullable FeatureSchema given, String where) {
        if (names.size() > MOST_FEATURES) {
            throw new ModelFormatException(
                    where, "a model must have at most " + MOST_FEATURES + " features, found " + names.size());
        }
        List<Feature> features = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (String name : names) {
            String plain = distinct(taken, plain(name));
            features.add(described(plain, name));
        }
        if (given == null) {
            return FeatureSchema.of(features);
        }
        if (given.size() != features.size()) {
            throw new ModelFormatException(
                    where, "the model has " + features.size() + " features, the schema given " + given.size());
        }
        for (int i = 0; i < features.size(); i++) {
            Feature wanted = given.feature(i);
            String found = features.get(i).name();
            if (named && !wanted.name().equals(found)) {
                throw new ModelFormatException(
                        where,
                        "feature " + i + " of the schema given is " + wanted.name() + ", the model's is " + found);
            }
            if (wanted.type() != FeatureType.NUMERIC && wanted.type() != FeatureType.BINARY) {
                throw new ModelFormatException(
                        where, wanted.name() + " must be a number for this model, found " + wanted.type());
            }
        }
        return given;
    }

    /** A number whose description is its name in the file, by which its column is found. */
    private static Feature described(String plain, String name) {
        Feature feature = Feature.numeric(plain, "");
        return new Feature(
                plain,
                feature.type(),
                feature.unit(),
                feature.levels(),
                feature.dimension(),
                feature.dataClass(),
                feature.reads(),
                name);
    }

    /** As columns of files are named when they are read. */
    private static String plain(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() ? "column" : Character.isDigit(plain.charAt(0)) ? "column_" + plain : plain;
    }

    /** The name, or the first of name_2, name_3 … that is free; goes on from where it stopped for the same name before. */
    private static String distinct(Map<String, Integer> taken, String name) {
        int last = taken.getOrDefault(name, 1);
        String free = name;
        while (taken.containsKey(free)) {
            free = name + "_" + ++last;
        }
        taken.put(name, last);
        taken.putIfAbsent(free, 1);
        return free;
    }
}
