package io.lendcrm.segmentation.rule;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import java.util.List;

/** Whether a condition suits the features there are. */
final class ConditionCheck {

    private ConditionCheck() {}

    static void of(Condition condition, FeatureSchema schema) {
        switch (condition.kind()) {
            case COMPARE -> number(schema, ((Condition.Compare) condition).feature());
            case BETWEEN -> number(schema, ((Condition.Between) condition).feature());
            case IN_SET -> levels(schema, (Condition.InSet) condition);
            case MISSING -> schema.indexOf(((Condition.Missing) condition).feature());
            case AND, OR, NOT -> parts(condition).forEach(part -> of(part, schema));
        }
    }

    static List<Condition> parts(Condition condition) {
        return switch (condition.kind()) {
            case AND -> ((Condition.And) condition).conditions();
            case OR -> ((Condition.Or) condition).conditions();
            case NOT -> List.of(((Condition.Not) condition).condition());
            case COMPARE, BETWEEN, IN_SET, MISSING -> List.of();
        };
    }

    private static void number(FeatureSchema schema, String name) {
        Feature feature = schema.feature(schema.indexOf(name));
        if (feature.type().hasLevels()) {
            throw new IllegalArgumentException(
                    name + " must be compared with levels, since it is " + feature.type() + ", found a number");
        }
    }

    private static void levels(FeatureSchema schema, Condition.InSet condition) {
        Feature feature = schema.feature(schema.indexOf(condition.feature()));
        if (!feature.type().hasLevels()) {
            throw new IllegalArgumentException(feature.name() + " must be compared with a number, since it is "
                    + feature.type() + ", found levels");
        }
        if (!feature.levels().containsAll(condition.levels())) {
            throw new IllegalArgumentException("levels of " + feature.name() + " must be among " + feature.levels()
                    + ", found " + condition.levels());
        }
    }
}
