package io.lendcrm.segmentation.distance;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;

/** What distances between points ask of features and values. */
final class NumericRows {

    private NumericRows() {}

    static FeatureSchema checked(FeatureSchema schema) {
        if (schema.size() == 0) {
            throw new IllegalArgumentException("schema must have at least one feature, found none");
        }
        for (Feature feature : schema.features()) {
            if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
                throw new IllegalArgumentException("features must be " + FeatureType.NUMERIC + " or "
                        + FeatureType.BINARY + " (Gower takes all types), found " + feature.name() + ", which is "
                        + feature.type());
            }
        }
        return schema;
    }

    static void checkLengths(FeatureSchema schema, double[] one, double[] other) {
        if (one.length != schema.size() || other.length != schema.size()) {
            throw new IllegalArgumentException("rows must have a value for each of " + schema.size()
                    + " features, found " + one.length + " and " + other.length);
        }
    }

    /** The distance, if it is a number; otherwise the first value to blame is named (and not shown). */
    static double finite(FeatureSchema schema, double distance, double[] one, double[] other) {
        if (Double.isFinite(distance)) {
            return distance;
        }
        for (int j = 0; j < one.length; j++) {
            if (!Double.isFinite(one[j]) || !Double.isFinite(other[j])) {
                throw new IllegalArgumentException(schema.feature(j).name()
                        + " must be known and finite in both rows (Gower takes missing values)");
            }
        }
        throw new IllegalArgumentException("values must lie so that their distance fits into a double");
    }
}
