package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The features of trees: the active fields in the order of the file, their levels all that the file declares or asks for. */
final class PmmlSchema {

    private static final long MOST_WORK = 100_000_000;

    private final PmmlFields fields;
    private final List<PmmlField> order;
    private final Map<PmmlField, Integer> positions = new HashMap<>();
    private final Map<PmmlField, List<String>> levels = new HashMap<>();
    private final FeatureSchema features;
    private long work;

    PmmlSchema(PmmlFields fields, XmlElement model) {
        this.fields = fields;
        this.order = fields.active();
        Map<PmmlField, Set<String>> asked = new HashMap<>();
        collect(model, asked);
        List<Feature> all = new ArrayList<>();
        for (PmmlField field : order) {
            Set<String> texts = asked.getOrDefault(field, Set.of());
            positions.put(field, all.size());
            Feature feature = field.feature(fields.featureName(field), texts);
            levels.put(field, feature.levels());
            all.add(feature);
        }
        this.features = FeatureSchema.of(all);
    }

    /** Transformations of inner models come in on the way, so that all that casts a field is known before trees are made. */
    private void collect(XmlElement element, Map<PmmlField, Set<String>> asked) {
        for (XmlElement child : element.children()) {
            if (child.name().equals("LocalTransformations")) {
                fields.derive(child);
            }
        }
        if (element.name().equals("SimplePredicate") || element.name().equals("SimpleSetPredicate")) {
            PmmlInput input = fields.input(element);
            if (input.isText()) {
                PmmlPredicate.of(element, place -> input)
                        .thresholds()
                        .forEach(cell -> asked.computeIfAbsent(input.field(), f -> new LinkedHashSet<>())
                                .add(String.valueOf(cell.text())));
            }
        }
        element.children().forEach(child -> collect(child, asked));
    }

    /** Counts pairs of value and predicate over all trees of the file. */
    void work(XmlElement place, long pairs) {
        work += pairs;
        if (work > MOST_WORK) {
            throw place.fault("expected at most " + MOST_WORK + " pairs of value and predicate in all trees");
        }
    }

    PmmlFields fields() {
        return fields;
    }

    int position(PmmlInput input) {
        Integer position = positions.get(input.field());
        if (position == null) {
            throw new IllegalStateException(input.origin() + " is no active field");
        }
        return position;
    }

    List<String> levels(PmmlField field) {
        return levels.getOrDefault(field, List.of());
    }

    FeatureSchema features() {
        return features;
    }

    List<String> origins() {
        return order.stream().map(PmmlField::origin).toList();
    }
}
