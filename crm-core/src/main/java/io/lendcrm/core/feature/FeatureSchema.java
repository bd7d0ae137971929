package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An ordered list of features with distinct names: the columns of a table, the places of a row, the inputs of a model.
 * Equal schemas have equal features in equal order. Immutable and thread-safe.
 */
public final class FeatureSchema {

    private final List<Feature> features;
    private final Map<String, Integer> positions;

    private FeatureSchema(List<Feature> features) {
        this.features = List.copyOf(features);
        this.positions = new HashMap<>();
        for (int i = 0; i < this.features.size(); i++) {
            String name = this.features.get(i).name();
            if (positions.put(name, i) != null) {
                throw new IllegalArgumentException("features must have distinct names, found \"" + name + "\" twice");
            }
        }
    }

    /**
     * A schema of these features.
     *
     * @param features the features in order
     * @return the schema
     * @throws IllegalArgumentException if two share a name
     */
    public static FeatureSchema of(List<Feature> features) {
        return new FeatureSchema(requireNonNull(features, "features"));
    }

    /**
     * A schema of these features.
     *
     * @param features the features in order
     * @return the schema
     * @throws IllegalArgumentException if two share a name
     */
    public static FeatureSchema of(Feature... features) {
        return new FeatureSchema(List.of(features));
    }

    /** {@return the features in order} */
    public List<Feature> features() {
        return features;
    }

    /** {@return the names in order} */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** {@return how many features} */
    public int size() {
        return features.size();
    }

    /**
     * The feature at a position.
     *
     * @param index from 0
     * @return the feature
     */
    public Feature feature(int index) {
        return features.get(index);
    }

    /**
     * Where a feature stands, if it is here.
     *
     * @param name its name
     * @return its position, or empty
     */
    public OptionalInt find(String name) {
        Integer at = positions.get(requireNonNull(name, "name"));
        return at == null ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /**
     * Where a feature stands.
     *
     * @param name its name
     * @return its position
     * @throws IllegalArgumentException if there is none of that name; the message names those there are
     */
    public int indexOf(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("feature must be one of " + names() + ", found \"" + name + "\""));
    }

    /**
     * These features and more behind them.
     *
     * @param more the other schema
     * @return a schema of both
     */
    public FeatureSchema plus(FeatureSchema more) {
        Set<Feature> all = new LinkedHashSet<>(features);
        all.addAll(more.features);
        return of(List.copyOf(all));
    }

    /**
     * Begins a row of these features: {@code schema.row(id).set("revenue_growth", 0.12).set("sector",
     * "manufacturing").build()}.
     *
     * @param client whose values
     * @return a builder with every value missing
     */
    public RowBuilder row(ClientId client) {
        return new RowBuilder(client, this);
    }

    /**
     * What keeps features from being used as these: each one missing, of another type or of another unit.
     *
     * @param given the features at hand; more of them than these do no harm
     * @return one sentence each, empty if they fit
     */
    public List<String> misfits(FeatureSchema given) {
        return Binding.misfits(this, given);
    }

    /**
     * A table as this schema wants it.
     *
     * @param table a table with at least these features
     * @return its columns in this schema's order and codes
     * @throws IllegalArgumentException if {@link #misfits} finds any; the message names them all
     */
    public BoundTable bind(FeatureTable table) {
        return BoundTable.of(this, requireNonNull(table, "table"));
    }

    /**
     * A row as this schema wants it.
     *
     * @param row a row with at least these features
     * @return its values in this schema's order and codes
     * @throws IllegalArgumentException if {@link #misfits} finds any; the message names them all
     */
    public FeatureRow bind(FeatureRow row) {
        if (row.schema().equals(this)) {
            return row;
        }
        Binding binding = Binding.of(this, row.schema());
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = binding.translate(i, row.value(binding.position(i)));
        }
        return FeatureRow.of(row.client(), this, values);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof FeatureSchema that && features.equals(that.features);
    }

    @Override
    public int hashCode() {
        return features.hashCode();
    }

    /** {@return the names} */
    @Override
    public String toString() {
        return "FeatureSchema" + names();
    }
}
