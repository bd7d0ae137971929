package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column of numbers means. Immutable and thread-safe.
 *
 * @param name the stable name: lower-case letters, digits and underscores, beginning with a letter
 * @param type how the values are to be read
 * @param unit the unit, such as {@code days}, {@code EUR}, {@code ratio}; empty for levels and yes/no
 * @param levels the levels of a category in their order; empty for other types
 * @param dimension what the feature tells about
 * @param dataClass how personal the value is
 * @param reads the fields it is made from
 * @param description one sentence for people, with the formula if there is one
 */
public record Feature(
        String name,
        FeatureType type,
        String unit,
        List<String> levels,
        Dimension dimension,
        DataClass dataClass,
        FieldSet reads,
        String description) {

    /** The value of a level that {@link #levels()} lacks. */
    public static final double UNSEEN = -2;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public Feature {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(unit, "unit");
        levels = List.copyOf(levels);
        requireNonNull(dimension, "dimension");
        requireNonNull(dataClass, "dataClass");
        requireNonNull(reads, "reads");
        requireNonNull(description, "description");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("feature name must match " + NAME + ", found \"" + name + "\"");
        }
        if (type.hasLevels() == levels.isEmpty()) {
            throw new IllegalArgumentException("levels of " + name + " must be given for " + FeatureType.ORDINAL
                    + " and " + FeatureType.NOMINAL + " only, found " + levels.size() + " for " + type);
        }
        if (new HashSet<>(levels).size() != levels.size()) {
            throw new IllegalArgumentException("levels of " + name + " must be distinct, found " + levels);
        }
    }

    /**
     * An ordinary numeric feature that stands alone, as when a table comes from a file.
     *
     * @param name the name
     * @param unit the unit
     * @return the feature
     */
    public static Feature numeric(String name, String unit) {
        return new Feature(
                name,
                FeatureType.NUMERIC,
                unit,
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                new FieldSet(Set.of()),
                name);
    }

    /**
     * An ordinary nominal feature that stands alone, as when a table comes from a file.
     *
     * @param name the name
     * @param levels its levels
     * @return the feature
     */
    public static Feature nominal(String name, List<String> levels) {
        return new Feature(
                name,
                FeatureType.NOMINAL,
                "",
                levels,
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                new FieldSet(Set.of()),
                name);
    }

    /**
     * An ordinary yes/no feature that stands alone, as when a table comes from a file.
     *
     * @param name the name
     * @return the feature
     */
    public static Feature binary(String name) {
        return new Feature(
                name,
                FeatureType.BINARY,
                "",
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                new FieldSet(Set.of()),
                name);
    }

    /**
     * An ordinary ordinal feature that stands alone, as when a table comes from a file.
     *
     * @param name the name
     * @param levels its levels, lowest first
     * @return the feature
     */
    public static Feature ordinal(String name, List<String> levels) {
        return new Feature(
                name,
                FeatureType.ORDINAL,
                "",
                levels,
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                new FieldSet(Set.of()),
                name);
    }

    /**
     * Whether it is made from alternative data, such as phone or social-network habits: from a field whose name begins
     * with {@code alternative.}. Such a feature needs a grant of its own, see {@link FeatureReader}.
     *
     * @return true if so
     */
    public boolean readsAlternativeData() {
        return reads.names().stream().anyMatch(name -> name.startsWith(AlternativeData.FIELD_PREFIX));
    }

    /**
     * The number that stands for a level.
     *
     * @param level the level
     * @return its position in {@link #levels()}, or {@link #UNSEEN}
     */
    public double code(String level) {
        int at = levels.indexOf(level);
        return at < 0 ? UNSEEN : at;
    }
}
