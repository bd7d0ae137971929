package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.util.Arrays;

/**
 * Makes one row by the names of its features; what isn't set stays missing. Made by {@link FeatureSchema#row}. Not
 * thread-safe; confine to one thread.
 */
public final class RowBuilder {

    private final ClientId client;
    private final FeatureSchema schema;
    private final double[] values;
    private final boolean[] set;

    RowBuilder(ClientId client, FeatureSchema schema) {
        this.client = requireNonNull(client, "client");
        this.schema = schema;
        this.values = new double[schema.size()];
        this.set = new boolean[schema.size()];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Sets a number, or 0 or 1 of a yes/no feature.
     *
     * @param name the feature
     * @param value the number, {@code NaN} for missing
     * @return this
     * @throws IllegalArgumentException if there is no such feature, it is a category, it was set before, or the value is
     *     infinite
     */
    public RowBuilder set(String name, double value) {
        int at = unset(name);
        if (schema.feature(at).type().hasLevels()) {
            throw new IllegalArgumentException(name + " must be the text of a level, found a number");
        }
        return put(at, value);
    }

    /**
     * Sets a level of a category.
     *
     * @param name the feature
     * @param level the level's text; one that the feature's levels lack becomes {@link Feature#UNSEEN}
     * @return this
     * @throws IllegalArgumentException if there is no such feature, it isn't a category, or it was set before
     */
    public RowBuilder set(String name, String level) {
        requireNonNull(level, "level");
        int at = unset(name);
        Feature feature = schema.feature(at);
        if (!feature.type().hasLevels()) {
            throw new IllegalArgumentException(
                    name + " must be a number, since it is " + feature.type() + ", found a text");
        }
        return put(at, feature.code(level));
    }

    /**
     * Sets a yes/no feature.
     *
     * @param name the feature
     * @param value true for 1
     * @return this
     * @throws IllegalArgumentException if there is no such feature, it isn't yes/no, or it was set before
     */
    public RowBuilder set(String name, boolean value) {
        int at = unset(name);
        Feature feature = schema.feature(at);
        if (feature.type() != FeatureType.BINARY) {
            throw new IllegalArgumentException(name + " must be " + feature.type() + ", found yes or no");
        }
        return put(at, value ? 1 : 0);
    }

    /** {@return the row} */
    public FeatureRow build() {
        return FeatureRow.of(client, schema, values);
    }

    private int unset(String name) {
        int at = schema.indexOf(name);
        if (set[at]) {
            throw new IllegalArgumentException(name + " must be set once, found it set before");
        }
        return at;
    }

    private RowBuilder put(int at, double value) {
        FeatureValues.check(schema.feature(at), value);
        values[at] = value;
        set[at] = true;
        return this;
    }
}
