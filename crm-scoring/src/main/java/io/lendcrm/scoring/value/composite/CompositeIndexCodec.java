package io.lendcrm.scoring.value.composite;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import java.util.List;
import java.util.Locale;

/**
 * Stores indices as {@code composite-index}: {@code normalisation} ({@code min-max}, {@code z-score}, {@code target}),
 * {@code aggregation} ({@code arithmetic}, {@code geometric}) and {@code indicators}, each with {@code feature} (the name
 * of one of the provenance's features, in their order), {@code zero} and {@code one} (the values worth 0 and 1),
 * {@code mean} (of the normalised values in the fit), {@code weight} and {@code missing} ({@code reject},
 * {@code neutral}, {@code worst}). Stateless and thread-safe.
 */
public final class CompositeIndexCodec implements ModelCodec<CompositeIndex> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public CompositeIndexCodec() {}

    @Override
    public String type() {
        return CompositeIndex.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<CompositeIndex> model() {
        return CompositeIndex.class;
    }

    @Override
    public Document.Tree write(CompositeIndex model) {
        List<Document> indicators = model.lines().stream()
                .map(line -> (Document) Document.tree()
                        .put("feature", line.feature().name())
                        .put("zero", line.zero())
                        .put("one", line.one())
                        .put("mean", line.mean())
                        .put("weight", line.weight())
                        .put("missing", name(line.missing()))
                        .build())
                .toList();
        return Document.tree()
                .put("normalisation", name(model.normalisation()))
                .put("aggregation", name(model.aggregation()))
                .put("indicators", new Document.Items(indicators))
                .build();
    }

    @Override
    public CompositeIndex read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        Normalisation normalisation = constant(Normalisation.values(), reader, "normalisation");
        Aggregation aggregation = constant(Aggregation.values(), reader, "aggregation");
        List<IndexLine> lines = reader.trees("indicators", part -> line(part, info));
        reader.end();
        return reader.build(() -> new CompositeIndex(normalisation, aggregation, lines, info));
    }

    private static IndexLine line(DocumentReader part, ModelInfo info) {
        String name = part.text("feature");
        KpiMissing missing = constant(KpiMissing.values(), part, "missing");
        double zero = part.decimal("zero");
        double one = part.decimal("one");
        double mean = part.decimal("mean");
        double weight = part.decimal("weight");
        return part.build(() ->
                new IndexLine(info.schema().feature(info.schema().indexOf(name)), missing, zero, one, mean, weight));
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
        throw part.fault(
                member,
                "must be one of "
                        + List.of(all).stream().map(CompositeIndexCodec::name).toList() + ", found \"" + found + "\"");
    }
}
