package io.lendcrm.segmentation.medoid;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.segmentation.distance.GowerDistance;
import io.lendcrm.segmentation.distance.GowerVariable;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.ArrayList;
import java.util.List;

/** The distance that medoids were found by, over the features' own values. */
sealed interface Measure {

    /** The values as {@link #between} takes them. */
    double[] place(double[] values);

    /** The distance of two places; {@code NaN} if there is none. */
    double between(double[] one, double[] other);

    /** What each feature adds: to the distance with Gower's, to its square with the Euclidean one. */
    double[] parts(double[] one, double[] other);

    Document.Tree document();

    /** Gower's distance of the values as they are. */
    record ByGower(GowerDistance distance) implements Measure {
        @Override
        public double[] place(double[] values) {
            return values;
        }

        @Override
        public double between(double[] one, double[] other) {
            return distance.between(one, other);
        }

        @Override
        public double[] parts(double[] one, double[] other) {
            return distance.parts(one, other);
        }

        @Override
        public Document.Tree document() {
            List<Document> variables = new ArrayList<>();
            for (GowerVariable variable : distance.variables()) {
                variables.add(Document.tree()
                        .put("range", variable.range())
                        .put("weight", variable.weight())
                        .put("asymmetric", variable.asymmetric())
                        .build());
            }
            return Document.tree()
                    .put("type", "gower")
                    .put("variables", new Document.Items(variables))
                    .build();
        }
    }

    /** The Euclidean distance of prepared values. */
    record Euclidean(FittedPreparation preparation) implements Measure {
        @Override
        public double[] place(double[] values) {
            return preparation.scaled(values);
        }

        @Override
        public double between(double[] one, double[] other) {
            double squared = 0;
            for (int j = 0; j < one.length; j++) {
                double difference = one[j] - other[j];
                squared += difference * difference;
            }
            return Math.sqrt(squared);
        }

        @Override
        public double[] parts(double[] one, double[] other) {
            double[] parts = new double[one.length];
            for (int j = 0; j < one.length; j++) {
                parts[j] = (one[j] - other[j]) * (one[j] - other[j]);
            }
            return parts;
        }

        @Override
        public Document.Tree document() {
            return Document.tree()
                    .put("type", "euclidean")
                    .put("preparation", preparation.document())
                    .build();
        }
    }

    static Measure read(DocumentReader reader, FeatureSchema schema) {
        String type = reader.text("type");
        Measure measure = switch (type) {
            case "gower" -> gower(reader, schema);
            case "euclidean" -> new Euclidean(FittedPreparation.read(reader, "preparation", schema));
            default -> throw reader.fault("type", "must be one of [gower, euclidean], found \"" + type + "\"");
        };
        reader.end();
        return measure;
    }

    private static Measure gower(DocumentReader reader, FeatureSchema schema) {
        List<Feature> features = schema.features();
        List<GowerVariable> variables = new ArrayList<>();
        List<Boolean> read = reader.trees("variables", part -> {
            if (variables.size() == features.size()) {
                throw tooMany(reader, features);
            }
            double range = part.decimal("range");
            double weight = part.decimal("weight");
            boolean asymmetric = part.flag("asymmetric");
            Feature feature = features.get(variables.size());
            return variables.add(part.build(() -> new GowerVariable(feature, range, weight, asymmetric)));
        });
        if (read.size() != features.size()) {
            throw tooMany(reader, features);
        }
        return reader.build(() -> new ByGower(GowerDistance.of(variables)));
    }

    private static ModelFormatException tooMany(DocumentReader reader, List<Feature> features) {
        return reader.fault("variables", "must be as many as the schema's " + features.size() + " features");
    }
}
