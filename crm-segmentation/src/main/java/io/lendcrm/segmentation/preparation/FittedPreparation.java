package io.lendcrm.segmentation.preparation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Preparation} that has learned its means, ranges and ranks: it turns the values of a client into coordinates, and
 * back. Immutable and thread-safe.
 */
public final class FittedPreparation {

    private final FeatureSchema schema;
    private final PreparedFeature[] features;

    FittedPreparation(FeatureSchema schema, PreparedFeature[] features) {
        this.schema = requireNonNull(schema, "schema");
        this.features = features.clone();
    }

    /** {@return the features it takes} */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The scale of a feature.
     *
     * @param feature its place in the schema
     * @return its scale
     */
    public Scale scale(int feature) {
        return features[feature].scale();
    }

    /**
     * A value as a coordinate.
     *
     * @param feature its place in the schema
     * @param value the value, {@code NaN} where missing
     * @return the coordinate; {@code NaN} if the value is missing and refused; {@code NaN} or infinite if it is infinite or
     *     has no logarithm
     */
    public double scaled(int feature, double value) {
        return features[feature].scaled(value);
    }

    /**
     * A row of values as coordinates.
     *
     * @param row a value for each feature of the schema; not changed
     * @return the coordinates, see {@link #scaled(int, double)}
     */
    public double[] scaled(double[] row) {
        double[] scaled = new double[features.length];
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] = features[j].scaled(row[j]);
        }
        return scaled;
    }

    /**
     * A coordinate in the feature's own unit.
     *
     * @param feature its place in the schema
     * @param scaled the coordinate
     * @return the value; with ranks from the least to the greatest that was fitted
     */
    public double original(int feature, double scaled) {
        return features[feature].original(scaled);
    }

    /**
     * A table as columns of coordinates.
     *
     * @param table of the schema it was fitted on
     * @return one array a feature
     */
    public double[][] columns(FeatureTable table) {
        double[][] columns = new double[features.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = table.column(j);
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] = features[j].scaled(columns[j][i]);
            }
        }
        return columns;
    }

    /**
     * What a row can't be placed without.
     *
     * @param row a value for each feature of the schema
     * @return the names of those that are missing and not filled
     */
    public List<String> missing(double[] row) {
        List<String> missing = new ArrayList<>();
        for (int j = 0; j < features.length; j++) {
            if (Double.isNaN(row[j]) && !features[j].fills()) {
                missing.add(schema.feature(j).name());
            }
        }
        return missing;
    }

    /** {@return one tree a feature, for the codec of a model that carries it: to be read by {@link #read}} */
    public Document.Items document() {
        List<Document> parts = new ArrayList<>();
        for (PreparedFeature feature : features) {
            parts.add(feature.document());
        }
        return new Document.Items(parts);
    }

    /**
     * Reads a member that {@link #document()} wrote.
     *
     * @param reader the tree around it
     * @param name the member
     * @param schema the features of the model
     * @return the preparation
     * @throws io.lendcrm.core.model.ModelFormatException if it can't be read or isn't one of these features
     */
    public static FittedPreparation read(DocumentReader reader, String name, FeatureSchema schema) {
        List<PreparedFeature> features = reader.trees(name, PreparedFeature::read);
        if (features.size() != schema.size()) {
            throw reader.fault(
                    name, "must be of the schema's " + schema.size() + " features, found " + features.size());
        }
        return new FittedPreparation(schema, features.toArray(PreparedFeature[]::new));
    }
}
