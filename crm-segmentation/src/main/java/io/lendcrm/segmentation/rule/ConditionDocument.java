package io.lendcrm.segmentation.rule;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Conditions as documents. */
final class ConditionDocument {

    private static final int DEEPEST = 32;
    private static final Set<String> KINDS = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("compare", "between", "in", "missing", "all", "any", "not")));

    private ConditionDocument() {}

    static Condition read(DocumentReader reader, int depth) {
        List<String> found = KINDS.stream().filter(reader::has).toList();
        if (found.size() != 1) {
            throw reader.fault(
                    found.isEmpty() ? "compare" : found.get(1),
                    "a condition must have one of " + KINDS + ", found " + (found.isEmpty() ? "none" : found));
        }
        String kind = found.get(0);
        if (depth > DEEPEST) {
            throw reader.fault(kind, "conditions must nest at most " + DEEPEST + " deep");
        }
        Condition condition = switch (kind) {
            case "compare" -> {
                String feature = reader.text(kind);
                ComparisonOperator operator = operator(reader);
                double value = reader.decimal("value");
                yield reader.build(() -> new Condition.Compare(feature, operator, value));
            }
            case "between" -> {
                String feature = reader.text(kind);
                double from = reader.decimal("from");
                double to = reader.decimal("to");
                yield reader.build(() -> new Condition.Between(feature, from, to));
            }
            case "in" -> {
                String feature = reader.text(kind);
                List<String> levels = reader.texts("levels");
                yield reader.build(() -> new Condition.InSet(feature, new LinkedHashSet<>(levels)));
            }
            case "missing" -> new Condition.Missing(reader.text(kind));
            case "all" -> new Condition.And(reader.trees(kind, part -> read(part, depth + 1)));
            case "any" -> new Condition.Or(reader.trees(kind, part -> read(part, depth + 1)));
            default -> new Condition.Not(read(reader.tree(kind), depth + 1));
        };
        reader.end();
        return condition;
    }

    private static ComparisonOperator operator(DocumentReader reader) {
        String code = reader.text("is");
        return Arrays.stream(ComparisonOperator.values())
                .filter(operator -> operator.code().equals(code))
                .findFirst()
                .orElseThrow(() -> reader.fault("is", "must be one of <, <=, =, >=, >, found \"" + code + "\""));
    }

    static Document.Tree list(String name, List<Condition> conditions) {
        return Document.tree()
                .put(
                        name,
                        new Document.Items(conditions.stream()
                                .map(part -> (Document) part.document())
                                .toList()))
                .build();
    }

    static Set<String> features(List<Condition> conditions) {
        Set<String> names = new LinkedHashSet<>();
        conditions.forEach(part -> names.addAll(part.features()));
        return Collections.unmodifiableSet(names);
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
