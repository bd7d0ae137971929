package io.lendcrm.scoring.value.kpi;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import java.util.List;
import java.util.Locale;

/**
 * Stores cards as {@code kpi-card}: {@code pointsAtTarget} and {@code indicators}, each with {@code feature} (the name
 * of one of the provenance's features, in their order), {@code direction} ({@code higher-is-better},
 * {@code lower-is-better}), {@code target}, {@code floor}, {@code cap}, {@code weight} and {@code missing}
 * ({@code reject}, {@code neutral}, {@code worst}). Stateless and thread-safe.
 */
public final class KpiCardCodec implements ModelCodec<KpiCard> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public KpiCardCodec() {}

    @Override
    public String type() {
        return KpiCard.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<KpiCard> model() {
        return KpiCard.class;
    }

    @Override
    public Document.Tree write(KpiCard model) {
        List<Document> indicators = model.indicators().stream()
                .map(indicator -> (Document) Document.tree()
                        .put("feature", indicator.feature().name())
                        .put("direction", name(indicator.direction()))
                        .put("target", indicator.target())
                        .put("floor", indicator.floor())
                        .put("cap", indicator.cap())
                        .put("weight", indicator.weight())
                        .put("missing", name(indicator.missing()))
                        .build())
                .toList();
        return Document.tree()
                .put("pointsAtTarget", model.pointsAtTarget())
                .put("indicators", new Document.Items(indicators))
                .build();
    }

    @Override
    public KpiCard read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        double pointsAtTarget = reader.decimal("pointsAtTarget");
        List<KpiIndicator> indicators = reader.trees("indicators", part -> indicator(part, info.schema()));
        reader.end();
        return reader.build(() -> KpiCard.stored(pointsAtTarget, indicators, info));
    }

    private static KpiIndicator indicator(DocumentReader part, FeatureSchema schema) {
        String name = part.text("feature");
        KpiDirection direction = constant(KpiDirection.values(), part, "direction");
        KpiMissing missing = constant(KpiMissing.values(), part, "missing");
        double target = part.decimal("target");
        double floor = part.decimal("floor");
        double cap = part.decimal("cap");
        double weight = part.decimal("weight");
        return part.build(() -> {
            Feature feature = schema.feature(schema.indexOf(name));
            return new KpiIndicator(feature, direction, target, floor, cap, weight, missing);
        });
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(E[] all, DocumentReader part, String member) {
        String found = part.text(member);
        for (E constant : all) {
            if (name(constant).equals(found)) {
                return constant;
            }
        }
        throw new ModelFormatException(
                "$.model.indicators." + member,
                "must be one of "
                        + List.of(all).stream().map(KpiCardCodec::name).toList() + ", found \"" + found + "\"");
    }
}
