package io.lendcrm.segmentation.medoid;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores models as {@code k-medoids}: {@code measure} ({@code gower} with {@code range}, {@code weight} and
 * {@code asymmetric} of each feature, or {@code euclidean} with the {@code preparation}), and {@code clusters}, each with
 * {@code clients}, {@code sumOfDistances}, {@code outsideDistance} and {@code medoid}: a tree of the known values by
 * feature, numbers of levels from 0. Stateless and thread-safe.
 */
public final class KMedoidsCodec implements ModelCodec<KMedoidsModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public KMedoidsCodec() {}

    @Override
    public String type() {
        return KMedoidsModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<KMedoidsModel> model() {
        return KMedoidsModel.class;
    }

    @Override
    public Document.Tree write(KMedoidsModel model) {
        MedoidClusters clusters = model.clusters();
        List<Document> parts = new ArrayList<>();
        for (int c = 0; c < model.k(); c++) {
            var medoid = Document.tree();
            for (int j = 0; j < model.schema().size(); j++) {
                if (!Double.isNaN(clusters.medoids[c][j])) {
                    medoid.put(model.schema().feature(j).name(), clusters.medoids[c][j]);
                }
            }
            parts.add(Document.tree()
                    .put("clients", clusters.sizes[c])
                    .put("sumOfDistances", clusters.sums[c])
                    .put("outsideDistance", clusters.limits[c])
                    .put("medoid", medoid.build())
                    .build());
        }
        return Document.tree()
                .put("measure", model.measure().document())
                .put("clusters", new Document.Items(parts))
                .build();
    }

    @Override
    public KMedoidsModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        Measure measure = Measure.read(reader.tree("measure"), info.schema());
        List<double[]> medoids = new ArrayList<>();
        List<Part> parts = reader.trees("clusters", part -> {
            medoids.add(values(part.tree("medoid"), info));
            return part.build(() ->
                    new Part(part.whole("clients"), part.decimal("sumOfDistances"), part.decimal("outsideDistance")));
        });
        reader.end();
        if (parts.isEmpty()) {
            throw reader.fault("clusters", "must be at least one");
        }
        MedoidClusters clusters = new MedoidClusters(
                medoids.toArray(double[][]::new),
                parts.stream().mapToLong(Part::clients).toArray(),
                parts.stream().mapToDouble(Part::sum).toArray(),
                parts.stream().mapToDouble(Part::limit).toArray());
        return reader.build(() -> new KMedoidsModel(measure, clusters, info));
    }

    private static double[] values(DocumentReader reader, ModelInfo info) {
        double[] values = new double[info.schema().size()];
        for (int j = 0; j < values.length; j++) {
            String name = info.schema().feature(j).name();
            values[j] = reader.has(name) ? reader.decimal(name) : Double.NaN;
            int levels = info.schema().feature(j).levels().size();
            boolean isLevel = values[j] >= 0 && values[j] < levels && values[j] == Math.rint(values[j]);
            if (!Double.isNaN(values[j]) && info.schema().feature(j).type().hasLevels() && !isLevel) {
                throw reader.fault(name, "must be the number of one of " + levels + " levels, found " + values[j]);
            }
        }
        reader.end();
        return values;
    }

    /** A cluster as it is stored, but its medoid. */
    private record Part(long clients, double sum, double limit) {
        Part {
            if (clients < 1 || !(sum >= 0) || !(limit >= 0)) {
                throw new IllegalArgumentException("clients must be at least 1, distances at least 0, found " + clients
                        + ", " + sum + " and " + limit);
            }
        }
    }
}
