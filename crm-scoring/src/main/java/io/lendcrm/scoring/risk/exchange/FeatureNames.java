package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.ModelFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of a model that knows them by the names of its trainer. */
final class FeatureNames {

    /** Each feature takes memory well beyond its bytes in the file. */
    static final int MOST = 1 << 20;

    private FeatureNames() {}

    /** The schema given if it fits the model's names, or one of numbers that bear these names. */
    static FeatureSchema schema(List<String> names, boolean named, @Nullable FeatureSchema given, String where) {
        if (names.size() > MOST) {
            throw new ModelFormatException(
                    where, "a model must have at most " + MOST + " features, found " + names.size());
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
