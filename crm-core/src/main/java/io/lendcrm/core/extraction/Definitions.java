package io.lendcrm.core.extraction;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureSink;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Features of one dimension, each beside its formula over a common view of the client. Immutable and thread-safe.
 *
 * @param <V> what the formulas look at
 */
final class Definitions<V> {

    private final FeatureSchema schema;
    private final List<ToDoubleFunction<V>> formulas;

    private Definitions(FeatureSchema schema, List<ToDoubleFunction<V>> formulas) {
        this.schema = schema;
        this.formulas = List.copyOf(formulas);
    }

    static <V> Builder<V> of(Dimension dimension) {
        return new Builder<>(dimension);
    }

    FeatureSchema schema() {
        return schema;
    }

    void evaluate(V view, FeatureSink out) {
        for (int i = 0; i < formulas.size(); i++) {
            out.put(i, formulas.get(i).applyAsDouble(view));
        }
    }

    /** The ratio, missing where it is one to nothing. */
    static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    /** The share of a count, missing where it is one of nothing. */
    static double ratio(long part, long whole) {
        return ratio((double) part, (double) whole);
    }

    static double yesNo(boolean value) {
        return value ? 1 : 0;
    }

    /** Not thread-safe; confine to one thread. */
    static final class Builder<V> {

        private final Dimension dimension;
        private final List<Feature> features = new ArrayList<>();
        private final List<ToDoubleFunction<V>> formulas = new ArrayList<>();
        private FieldSet reads = FieldSet.of();
        private DataClass dataClass = DataClass.ORDINARY;

        private Builder(Dimension dimension) {
            this.dimension = dimension;
        }

        /** The fields that the features added from here on read. */
        Builder<V> reading(String... fields) {
            reads = FieldSet.of(fields);
            dataClass = DataClass.ORDINARY;
            return this;
        }

        /** The sensitive fields that the features added from here on read; the features are sensitive too. */
        Builder<V> readingSensitive(String... fields) {
            reads = FieldSet.of(fields);
            dataClass = DataClass.SENSITIVE;
            return this;
        }

        Builder<V> numeric(String name, String unit, String description, ToDoubleFunction<V> formula) {
            return add(name, FeatureType.NUMERIC, unit, List.of(), description, formula);
        }

        Builder<V> binary(String name, String description, ToDoubleFunction<V> formula) {
            return add(name, FeatureType.BINARY, "", List.of(), description, formula);
        }

        Builder<V> level(
                FeatureType type,
                String name,
                List<String> levels,
                String description,
                Function<V, @Nullable String> formula) {
            return add(name, type, "", levels, description, view -> {
                String level = formula.apply(view);
                int at = level == null ? -1 : levels.indexOf(level);
                return level == null ? Double.NaN : at < 0 ? Feature.UNSEEN : at;
            });
        }

        Definitions<V> build() {
            return new Definitions<>(FeatureSchema.of(features), formulas);
        }

        private Builder<V> add(
                String name,
                FeatureType type,
                String unit,
                List<String> levels,
                String description,
                ToDoubleFunction<V> formula) {
            features.add(new Feature(name, type, unit, levels, dimension, dataClass, reads, description));
            formulas.add(formula);
            return this;
        }
    }
}
