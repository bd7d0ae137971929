package io.lendcrm.segmentation.hierarchy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.segmentation.distance.GowerDistance;
import io.lendcrm.segmentation.distance.GowerVariable;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stores models as {@code hierarchy}: {@code linkage}; {@code preparation} of each feature, or {@code gower} with
 * {@code range}, {@code weight} and {@code asymmetric} of each; and {@code clusters}, each with {@code clients},
 * {@code farthest} and the {@code medoid}'s values, of which {@code known} tells which count. Stateless and thread-safe.
 */
public final class HierarchyCodec implements ModelCodec<HierarchyModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public HierarchyCodec() {}

    @Override
    public String type() {
        return HierarchyModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<HierarchyModel> model() {
        return HierarchyModel.class;
    }

    @Override
    public Document.Tree write(HierarchyModel model) {
        List<Document> clusters = new ArrayList<>();
        for (Medoid medoid : model.medoids()) {
            double[] x = medoid.coordinates();
            clusters.add(Document.tree()
                    .put("clients", medoid.clients())
                    .put("farthest", medoid.farthest())
                    .put(
                            "medoid",
                            Arrays.stream(x).map(v -> Double.isNaN(v) ? 0 : v).toArray())
                    .put(
                            "known",
                            Arrays.stream(x).map(v -> Double.isNaN(v) ? 0 : 1).toArray())
                    .build());
        }
        var tree = Document.tree().put("linkage", model.linkage().code());
        if (model.measure() instanceof Measure.Coordinates coordinates) {
            tree.put("preparation", coordinates.preparation().document());
        } else if (model.measure() instanceof Measure.Mixed mixed) {
            List<Document> variables = new ArrayList<>();
            for (GowerVariable variable : mixed.distance().variables()) {
                variables.add(Document.tree()
                        .put("range", variable.range())
                        .put("weight", variable.weight())
                        .put("asymmetric", variable.asymmetric())
                        .build());
            }
            tree.put("gower", new Document.Items(variables));
        }
        return tree.put("clusters", new Document.Items(clusters)).build();
    }

    @Override
    public HierarchyModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        Linkage linkage = reader.build(() -> Linkage.parse(reader.text("linkage")));
        FeatureSchema schema = info.schema();
        Measure measure = reader.has("gower")
                ? gower(reader, schema)
                : new Measure.Coordinates(FittedPreparation.read(reader, "preparation", schema));
        List<Medoid> medoids =
                reader.trees("clusters", cluster -> medoid(cluster, schema, measure.kind() == Measure.Kind.MIXED));
        reader.end();
        return reader.build(() -> {
            if (medoids.isEmpty()) {
                throw new IllegalArgumentException("there must be at least one cluster");
            }
            return new HierarchyModel(measure, linkage, medoids, info);
        });
    }

    private static Measure gower(DocumentReader reader, FeatureSchema schema) {
        List<Variable> variables = reader.trees(
                "gower", item -> new Variable(item.decimal("range"), item.decimal("weight"), item.flag("asymmetric")));
        if (variables.size() != schema.size()) {
            throw reader.fault(
                    "gower", "must be of the schema's " + schema.size() + " features, found " + variables.size());
        }
        return reader.build(() -> {
            List<GowerVariable> own = new ArrayList<>();
            for (int j = 0; j < schema.size(); j++) {
                Variable variable = variables.get(j);
                own.add(new GowerVariable(
                        schema.feature(j), variable.range(), variable.weight(), variable.asymmetric()));
            }
            return new Measure.Mixed(GowerDistance.of(own));
        });
    }

    private static Medoid medoid(DocumentReader cluster, FeatureSchema schema, boolean mixed) {
        long clients = cluster.whole("clients");
        double farthest = cluster.decimal("farthest");
        double[] values = cluster.decimals("medoid");
        double[] known = cluster.decimals("known");
        return cluster.build(() -> {
            if (values.length != schema.size() || known.length != schema.size()) {
                throw new IllegalArgumentException("medoid and known must have " + schema.size() + " values");
            }
            for (int j = 0; j < values.length; j++) {
                if (known[j] != 1 && !(known[j] == 0 && mixed)) {
                    throw new IllegalArgumentException(
                            "known must be 1, or 0 with Gower's distance, found " + known[j]);
                }
                if (mixed) {
                    requireValue(schema.feature(j), values[j]);
                }
                values[j] = known[j] == 1 ? values[j] : Double.NaN;
            }
            return new Medoid(values, clients, farthest);
        });
    }

    private static void requireValue(Feature feature, double value) {
        boolean levels = feature.type() == FeatureType.NOMINAL || feature.type() == FeatureType.ORDINAL;
        boolean good = levels
                ? value == Feature.UNSEEN
                        || (value == Math.rint(value)
                                && value >= 0
                                && value < feature.levels().size())
                : feature.type() != FeatureType.BINARY || value == 0 || value == 1;
        if (!good) {
            throw new IllegalArgumentException("medoid must have a value of " + feature.name());
        }
    }

    /** A variable as it is stored. */
    private record Variable(double range, double weight, boolean asymmetric) {}
}
