package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores models as {@code k-means}: {@code preparation} of each feature ({@code scale} with {@code shift} and
 * {@code factor} or {@code values} and {@code ranks}, and {@code fill} for missing values), {@code totalSumOfSquares}, and
 * {@code clusters}, each with {@code clients}, {@code withinSumOfSquares}, {@code outsideDistance} and {@code centre} (on
 * the scale). Version 1 had one {@code scale} for all, and lists of {@code shift} and {@code factor}. Stateless and
 * thread-safe.
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
        return 2;
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
                .put("preparation", model.preparation().document())
                .put("totalSumOfSquares", model.totalSumOfSquares())
                .put("clusters", new Document.Items(parts))
                .build();
    }

    @Override
    public KMeansModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        FittedPreparation preparation = FittedPreparation.read(reader, "preparation", info.schema());
        double total = reader.decimal("totalSumOfSquares");
        List<double[]> centres = new ArrayList<>();
        List<Part> parts = reader.trees("clusters", part -> {
            centres.add(part.decimals("centre"));
            return part(part);
        });
        reader.end();
        return reader.build(() -> {
            requireShape(centres, info.schema().size());
            requireRange(parts);
            Clusters clusters = new Clusters(
                    centres.toArray(double[][]::new),
                    parts.stream().mapToLong(Part::clients).toArray(),
                    parts.stream().mapToDouble(Part::within).toArray(),
                    parts.stream().mapToDouble(Part::limit).toArray());
            return new KMeansModel(preparation, clusters, total, info);
        });
    }

    /** Version 1 had one scale for all features. */
    @Override
    public Document.Tree upgrade(Document.Tree stored, int version) {
        Map<String, Document> members = new LinkedHashMap<>(stored.members());
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        Scale scale = reader.build(() -> Scale.parse(reader.text("scale")));
        double[] shift = reader.decimals("shift");
        double[] factor = reader.decimals("factor");
        if (shift.length != factor.length) {
            throw reader.fault(
                    "factor", "must be as many as in shift, found " + factor.length + " and " + shift.length);
        }
        List<Document> preparation = new ArrayList<>();
        for (int j = 0; j < shift.length; j++) {
            preparation.add(Document.tree()
                    .put("scale", scale.code())
                    .put("shift", shift[j])
                    .put("factor", factor[j])
                    .build());
        }
        members.keySet().removeAll(List.of("scale", "shift", "factor"));
        members.put("preparation", new Document.Items(preparation));
        return new Document.Tree(members);
    }

    private static void requireShape(List<double[]> centres, int features) {
        if (centres.isEmpty() || centres.stream().anyMatch(centre -> centre.length != features)) {
            throw new IllegalArgumentException("at least one centre must have a value for each of the " + features
                    + " features, found "
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
}
