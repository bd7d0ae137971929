package io.lendcrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client's features must be. A missing value never compares: {@link Compare}, {@link Between} and {@link InSet}
 * don't hold then, so that {@link Not} of them does. Immutable and thread-safe.
 *
 * <p>As a document: {@code {"compare": "balance", "is": ">=", "value": 1000}}, {@code {"between": "age", "from": 18, "to":
 * 65}} (both ends are within), {@code {"in": "sector", "levels": ["trade", "farming"]}}, {@code {"missing": "age"}}, {@code
 * {"all": […]}}, {@code {"any": […]}}, {@code {"not": {…}}}.
 */
public sealed interface Condition {

    /** The kinds of condition, to switch on. */
    enum Kind {
        /** {@link Compare}. */
        COMPARE,
        /** {@link Between}. */
        BETWEEN,
        /** {@link InSet}. */
        IN_SET,
        /** {@link Missing}. */
        MISSING,
        /** {@link And}. */
        AND,
        /** {@link Or}. */
        OR,
        /** {@link Not}. */
        NOT
    }

    /** {@return which kind it is} */
    Kind kind();

    /**
     * Whether a client meets it.
     *
     * @param client the client's features, those of {@link #features()} among them
     * @return true if so
     * @throws IllegalArgumentException if a feature isn't there
     */
    boolean holds(FeatureRow client);

    /** {@return the names of the features it reads} */
    Set<String> features();

    /** {@return it as a document, which {@link #read} understands} */
    Document.Tree document();

    /**
     * Reads a condition.
     *
     * @param reader a reader of what {@link #document()} makes
     * @return the condition
     * @throws ModelFormatException if a member is missing, unknown or out of range, or conditions nest more than 32 deep
     */
    static Condition read(DocumentReader reader) {
        return ConditionDocument.read(reader, 1);
    }

    /**
     * Checks that the features are there and of a type that suits.
     *
     * @param schema the features there are
     * @throws IllegalArgumentException if one isn't, a number is compared with a category, or a level isn't known
     */
    default void check(FeatureSchema schema) {
        ConditionCheck.of(this, schema);
    }

    /**
     * A number (or 0 and 1 of a yes/no feature) compares so with a threshold.
     *
     * @param feature the feature's name
     * @param operator how
     * @param value the threshold, finite
     */
    record Compare(String feature, ComparisonOperator operator, double value) implements Condition {
        public Compare {
            requireNonNull(feature, "feature");
            requireNonNull(operator, "operator");
            requireFinite(value);
        }

        @Override
        public Kind kind() {
            return Kind.COMPARE;
        }

        @Override
        public boolean holds(FeatureRow client) {
            return operator.holds(client.value(feature), value);
        }

        @Override
        public Set<String> features() {
            return Set.of(feature);
        }

        @Override
        public Document.Tree document() {
            return Document.tree()
                    .put("compare", feature)
                    .put("is", operator.code())
                    .put("value", value)
                    .build();
        }

        /** {@return such as {@code balance >= 1000}} */
        @Override
        public String toString() {
            return feature + " " + operator.code() + " " + ConditionDocument.plain(value);
        }
    }

    /**
     * A number lies between two ends, both of them within.
     *
     * @param feature the feature's name
     * @param from the least value, finite
     * @param to the greatest value, finite, not below {@code from}
     */
    record Between(String feature, double from, double to) implements Condition {
        public Between {
            requireNonNull(feature, "feature");
            requireFinite(from);
            requireFinite(to);
            if (to < from) {
                throw new IllegalArgumentException("to must not be below from=" + from + ", found " + to);
            }
        }

        @Override
        public Kind kind() {
            return Kind.BETWEEN;
        }

        @Override
        public boolean holds(FeatureRow client) {
            double value = client.value(feature);
            return from <= value && value <= to;
        }

        @Override
        public Set<String> features() {
            return Set.of(feature);
        }

        @Override
        public Document.Tree document() {
            return Document.tree()
                    .put("between", feature)
                    .put("from", from)
                    .put("to", to)
                    .build();
        }

        /** {@return such as {@code 18 <= age <= 65}} */
        @Override
        public String toString() {
            return ConditionDocument.plain(from) + " <= " + feature + " <= " + ConditionDocument.plain(to);
        }
    }

    /**
     * A category is one of some levels.
     *
     * @param feature the feature's name
     * @param levels the levels, at least one
     */
    record InSet(String feature, Set<String> levels) implements Condition {
        public InSet {
            requireNonNull(feature, "feature");
            levels = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(levels));
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("levels of " + feature + " must be at least one, found none");
            }
        }

        @Override
        public Kind kind() {
            return Kind.IN_SET;
        }

        @Override
        public boolean holds(FeatureRow client) {
            int at = client.schema().indexOf(feature);
            double code = client.value(at);
            List<String> known = client.schema().feature(at).levels();
            return code >= 0 && code < known.size() && levels.contains(known.get((int) code));
        }

        @Override
        public Set<String> features() {
            return Set.of(feature);
        }

        @Override
        public Document.Tree document() {
            return Document.tree()
                    .put("in", feature)
                    .put("levels", List.copyOf(levels))
                    .build();
        }

        /** {@return such as {@code sector in [trade, farming]}} */
        @Override
        public String toString() {
            return feature + " in " + levels;
        }
    }

    /**
     * A value isn't known.
     *
     * @param feature the feature's name
     */
    record Missing(String feature) implements Condition {
        public Missing {
            requireNonNull(feature, "feature");
        }

        @Override
        public Kind kind() {
            return Kind.MISSING;
        }

        @Override
        public boolean holds(FeatureRow client) {
            return Double.isNaN(client.value(feature));
        }

        @Override
        public Set<String> features() {
            return Set.of(feature);
        }

        @Override
        public Document.Tree document() {
            return Document.tree().put("missing", feature).build();
        }

        /** {@return such as {@code age is missing}} */
        @Override
        public String toString() {
            return feature + " is missing";
        }
    }

    /**
     * All conditions hold; of none, always.
     *
     * @param conditions the conditions
     */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Kind kind() {
            return Kind.AND;
        }

        @Override
        public boolean holds(FeatureRow client) {
            return conditions.stream().allMatch(condition -> condition.holds(client));
        }

        @Override
        public Set<String> features() {
            return ConditionDocument.features(conditions);
        }

        @Override
        public Document.Tree document() {
            return ConditionDocument.list("all", conditions);
        }

        /** {@return the conditions joined by {@code and}} */
        @Override
        public String toString() {
            return conditions.isEmpty() ? "always" : join(conditions, " and ");
        }
    }

    /**
     * At least one condition holds; of none, never.
     *
     * @param conditions the conditions
     */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Kind kind() {
            return Kind.OR;
        }

        @Override
        public boolean holds(FeatureRow client) {
            return conditions.stream().anyMatch(condition -> condition.holds(client));
        }

        @Override
        public Set<String> features() {
            return ConditionDocument.features(conditions);
        }

        @Override
        public Document.Tree document() {
            return ConditionDocument.list("any", conditions);
        }

        /** {@return the conditions joined by {@code or}} */
        @Override
        public String toString() {
            return conditions.isEmpty() ? "never" : join(conditions, " or ");
        }
    }

    /**
     * A condition doesn't hold; also where it reads a missing value.
     *
     * @param condition the condition
     */
    record Not(Condition condition) implements Condition {
        public Not {
            requireNonNull(condition, "condition");
        }

        @Override
        public Kind kind() {
            return Kind.NOT;
        }

        @Override
        public boolean holds(FeatureRow client) {
            return !condition.holds(client);
        }

        @Override
        public Set<String> features() {
            return condition.features();
        }

        @Override
        public Document.Tree document() {
            return Document.tree().put("not", condition.document()).build();
        }

        /** {@return such as {@code not (balance >= 1000)}} */
        @Override
        public String toString() {
            return "not (" + condition + ")";
        }
    }

    private static String join(List<Condition> conditions, String word) {
        return conditions.stream()
                .map(part -> part instanceof And || part instanceof Or ? "(" + part + ")" : part.toString())
                .collect(Collectors.joining(word));
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a threshold must be finite, found " + value);
        }
    }
}
