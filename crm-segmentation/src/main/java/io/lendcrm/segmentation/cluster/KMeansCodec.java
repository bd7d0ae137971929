package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Stores models as {@code k-means}: {@code scale} ({@code none}, {@code z}, {@code log1p-z}), {@code shift} and
 * {@code factor} of each feature, {@code totalSumOfSquares}, and {@code clusters}, each with {@code clients},
 * {@code withinSumOfSquares}, {@code outsideDistance} and {@code centre} (on the scale). Stateless and thread-safe.
 */
public final class KMeansCodec implements ModelCodec<KMeansModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public KMeansCodec() {}

    @Override
    public String type() {
        return KMeansModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<KMeansModel> model() {
        return KMeansModel.class;
    }

    @Override
    public Document.Tree write(KMeansModel model) {
        Clusters clusters = model.clusters();
        List<Document> parts = new ArrayList<>();
        for (int c = 0; c < clusters.k(); c++) {
            parts.add(Document.tree()
                    .put("clients", clusters.sizes()[c])
                    .put("withinSumOfSquares", clusters.within()[c])
                    .put("outsideDistance", clusters.limits()[c])
                    .put("centre", clusters.centres()[c])
                    .build());
        }
        return Document.tree()
                .put("scale", name(model.scale()))
                .put("shift", model.scaler().shift())
                .put("factor", model.scaler().factor())
                .put("totalSumOfSquares", model.totalSumOfSquares())
                .put("clusters", new Document.Items(parts))
                .build();
    }

    @Override
    public KMeansModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        Scale scale = scale(reader.text("scale"));
        double[] shift = reader.decimals("shift");
        double[] factor = reader.decimals("factor");
        double total = reader.decimal("totalSumOfSquares");
        List<double[]> centres = new ArrayList<>();
        List<Part> parts = reader.trees("clusters", part -> {
            centres.add(part.decimals("centre"));
            return part(part);
        });
        reader.end();
        return reader.build(() -> {
            requireShape(centres, shift.length, info.schema().size());
            requireRange(parts);
            Clusters clusters = new Clusters(
                    centres.toArray(double[][]::new),
                    parts.stream().mapToLong(Part::clients).toArray(),
                    parts.stream().mapToDouble(Part::within).toArray(),
                    parts.stream().mapToDouble(Part::limit).toArray());
            return new KMeansModel(new Scaler(scale, shift, factor), clusters, total, info);
        });
    }

    private static void requireShape(List<double[]> centres, int scaled, int features) {
        if (centres.isEmpty() || scaled != features || centres.stream().anyMatch(centre -> centre.length != features)) {
            throw new IllegalArgumentException(
                    "shift, factor and at least one centre must have a value for each of the "
                            + features + " features, found " + scaled + " in shift and "
                            + centres.stream().map(centre -> centre.length).toList() + " in the centres");
        }
    }

    private static void requireRange(List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.clients() < 0 || !(part.within() >= 0) || !(part.limit() >= 0))
                || parts.stream().mapToLong(Part::clients).sum() < 1) {
            throw new IllegalArgumentException("clients, sums of squares and distances must be at least 0");
        }
    }

    /** A cluster as it is stored, but its centre. */
    private record Part(long clients, double within, double limit) {}

    private static Part part(DocumentReader reader) {
        return new Part(
                reader.whole("clients"), reader.decimal("withinSumOfSquares"), reader.decimal("outsideDistance"));
    }

    private static String name(Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Scale scale(String found) {
        for (Scale scale : Scale.values()) {
            if (name(scale).equals(found)) {
                return scale;
            }
        }
        throw new ModelFormatException(
                "$.model.scale",
                "must be one of "
                        + Arrays.stream(Scale.values()).map(KMeansCodec::name).toList() + ", found \"" + found + "\"");
    }
}
