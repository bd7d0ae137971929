package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores models as {@code k-prototypes}: {@code gamma}, {@code preparation} of each numeric or ordinal feature,
 * {@code fill} (the level that stands for a missing one, by feature), and {@code clusters}, each with {@code
 * clients}, {@code sumOfDistances}, {@code outsideDistance} and {@code prototype}: a tree by feature, of numbers the
 * coordinate on the scale, of others the number of the level from 0. Stateless and thread-safe.
 */
public final class KPrototypesCodec implements ModelCodec<KPrototypesModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public KPrototypesCodec() {}

    @Override
    public String type() {
        return KPrototypesModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<KPrototypesModel> model() {
        return KPrototypesModel.class;
    }

    @Override
    public Document.Tree write(KPrototypesModel model) {
        PrototypeClusters clusters = model.clusters();
        List<Document> parts = new ArrayList<>();
        for (int c = 0; c < model.k(); c++) {
            parts.add(Document.tree()
                    .put("clients", clusters.sizes[c])
                    .put("sumOfDistances", clusters.sums[c])
                    .put("outsideDistance", clusters.limits[c])
                    .put("prototype", prototype(model, c))
                    .build());
        }
        return Document.tree()
                .put("gamma", model.gamma())
                .put("preparation", model.preparation().scaleDocument())
                .put("fill", model.preparation().fillDocument())
                .put("clusters", new Document.Items(parts))
                .build();
    }

    private static Document prototype(KPrototypesModel model, int cluster) {
        FeatureSchema schema = model.schema();
        double[] centre = model.clusters().centres[cluster];
        int[] modes = model.clusters().modes[cluster];
        var tree = Document.tree();
        for (int j = 0; j < centre.length; j++) {
            tree.put(schema.feature(model.preparation().numbers()[j]).name(), centre[j]);
        }
        for (int j = 0; j < modes.length; j++) {
            if (modes[j] != PrototypeClusters.NO_LEVEL) {
                tree.put(schema.feature(model.preparation().levels()[j]).name(), modes[j]);
            }
        }
        return tree.build();
    }

    @Override
    public KPrototypesModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        double gamma = reader.decimal("gamma");
        if (!(gamma > 0)) {
            throw reader.fault("gamma", "must be above 0, found " + gamma);
        }
        MixedPreparation preparation = MixedPreparation.read(reader, info.schema());
        List<double[]> centres = new ArrayList<>();
        List<int[]> modes = new ArrayList<>();
        List<Part> parts = reader.trees("clusters", part -> {
            DocumentReader prototype = part.tree("prototype");
            centres.add(centre(prototype, preparation, info.schema()));
            modes.add(modes(prototype, preparation, info.schema()));
            prototype.end();
            return part.build(() ->
                    new Part(part.whole("clients"), part.decimal("sumOfDistances"), part.decimal("outsideDistance")));
        });
        reader.end();
        if (parts.isEmpty()) {
            throw reader.fault("clusters", "must be at least one");
        }
        PrototypeClusters clusters = new PrototypeClusters(
                centres.toArray(double[][]::new),
                modes.toArray(int[][]::new),
                parts.stream().mapToLong(Part::clients).toArray(),
                parts.stream().mapToDouble(Part::sum).toArray(),
                parts.stream().mapToDouble(Part::limit).toArray());
        return reader.build(() -> new KPrototypesModel(preparation, gamma, clusters, info));
    }

    private static double[] centre(DocumentReader reader, MixedPreparation preparation, FeatureSchema schema) {
        double[] centre = new double[preparation.numbers().length];
        for (int j = 0; j < centre.length; j++) {
            centre[j] = reader.decimal(schema.feature(preparation.numbers()[j]).name());
        }
        return centre;
    }

    private static int[] modes(DocumentReader reader, MixedPreparation preparation, FeatureSchema schema) {
        int[] modes = new int[preparation.levels().length];
        for (int j = 0; j < modes.length; j++) {
            int at = preparation.levels()[j];
            String name = schema.feature(at).name();
            long mode = reader.has(name) ? reader.whole(name) : PrototypeClusters.NO_LEVEL;
            if (reader.has(name) && (mode < 0 || mode >= preparation.levelsOf(at))) {
                throw reader.fault(
                        name, "must be the number of one of " + preparation.levelsOf(at) + " levels, found " + mode);
            }
            modes[j] = (int) mode;
        }
        return modes;
    }

    /** A cluster as it is stored, but its prototype. */
    private record Part(long clients, double sum, double limit) {
        Part {
            if (clients < 0 || !(sum >= 0) || !(limit >= 0)) {
                throw new IllegalArgumentException(
                        "clients and distances must be at least 0, found " + clients + ", " + sum + " and " + limit);
            }
        }
    }
}
