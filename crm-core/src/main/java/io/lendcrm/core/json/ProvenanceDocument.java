package io.lendcrm.core.json;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model's provenance as a document. */
final class ProvenanceDocument {

    private ProvenanceDocument() {}

    static Document.Tree write(ModelInfo info) {
        DocumentBuilder out = Document.tree()
                .put("libraryVersion", info.libraryVersion())
                .put("fittedAt", info.fittedAt().toString())
                .put("rows", info.rows())
                .put("fingerprint", info.fingerprint());
        info.windowStart().ifPresent(day -> out.put("observedFrom", day.toString()));
        info.windowEnd().ifPresent(day -> out.put("observedUntil", day.toString()));
        info.seedUsed().ifPresent(seed -> out.put("seed", seed));
        DocumentBuilder options = Document.tree();
        info.options().forEach(options::put);
        DocumentBuilder diagnostics = Document.tree();
        info.diagnostics().forEach((name, value) -> diagnostics.put(name, (double) value));
        return out.put("options", options.build())
                .put("diagnostics", diagnostics.build())
                .put("warnings", info.warnings())
                .put("features", features(info.schema()))
                .build();
    }

    static ModelInfo read(DocumentReader in, String type) {
        String libraryVersion = in.text("libraryVersion");
        Instant fittedAt = parse(in, "fittedAt", Instant::parse);
        long rows = in.whole("rows");
        String fingerprint = in.text("fingerprint");
        LocalDate from = in.has("observedFrom") ? parse(in, "observedFrom", LocalDate::parse) : null;
        LocalDate until = in.has("observedUntil") ? parse(in, "observedUntil", LocalDate::parse) : null;
        @Nullable Long seed = in.has("seed") ? in.whole("seed") : null;
        Map<String, String> options = new TreeMap<>();
        DocumentReader optionTree = in.tree("options");
        optionTree.names().forEach(name -> options.put(name, optionTree.text(name)));
        Map<String, Double> diagnostics = new TreeMap<>();
        DocumentReader numberTree = in.tree("diagnostics");
        numberTree.names().forEach(name -> diagnostics.put(name, numberTree.decimal(name)));
        List<String> warnings = in.texts("warnings");
        List<Feature> features = in.trees("features", ProvenanceDocument::feature);
        in.end();
        return in.build(() -> new ModelInfo(
                type,
                libraryVersion,
                fittedAt,
                rows,
                fingerprint,
                FeatureSchema.of(features),
                options,
                diagnostics,
                warnings,
                from,
                until,
                seed));
    }

    private static Document features(FeatureSchema schema) {
        return new Document.Items(
                schema.features().stream().map(ProvenanceDocument::feature).toList());
    }

    private static Document feature(Feature feature) {
        DocumentBuilder out = Document.tree()
                .put("name", feature.name())
                .put("type", lower(feature.type()))
                .put("unit", feature.unit());
        if (feature.type().hasLevels()) {
            out.put("levels", feature.levels());
        }
        return out.put("dimension", lower(feature.dimension()))
                .put("dataClass", lower(feature.dataClass()))
                .put("reads", List.copyOf(new TreeSet<>(feature.reads().names())))
                .put("description", feature.description())
                .build();
    }

    private static Feature feature(DocumentReader in) {
        String name = in.text("name");
        FeatureType type = oneOf(in, "type", FeatureType.values());
        String unit = in.text("unit");
        List<String> levels = in.has("levels") ? in.texts("levels") : List.of();
        Dimension dimension = oneOf(in, "dimension", Dimension.values());
        DataClass dataClass = oneOf(in, "dataClass", DataClass.values());
        FieldSet reads = new FieldSet(Set.copyOf(in.texts("reads")));
        String description = in.text("description");
        return in.build(() -> new Feature(name, type, unit, levels, dimension, dataClass, reads, description));
    }

    private static <T> T parse(DocumentReader in, String name, Function<String, T> parser) {
        String text = in.text(name);
        try {
            return parser.apply(text);
        } catch (DateTimeParseException e) {
            throw new ModelFormatException("$.info." + name, "must be an ISO 8601 time, found \"" + text + "\"", e);
        }
    }

    private static <E extends Enum<E>> E oneOf(DocumentReader in, String name, E[] values) {
        String text = in.text(name);
        for (E value : values) {
            if (lower(value).equals(text)) {
                return value;
            }
        }
        throw new ModelFormatException(
                "$.info.features",
                name + " must be one of "
                        + Arrays.stream(values).map(ProvenanceDocument::lower).toList() + ", found \"" + text + "\"");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
