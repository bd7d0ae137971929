package io.lendcrm.segmentation.distance;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;

/**
 * The straight line between two rows: √ Σ (x − y)².
 *
 * <p>Features enter in their own units, so that those with great numbers rule: scale them first where that isn't meant.
 * Missing values are refused. Immutable and thread-safe.
 *
 * @param schema the features compared, all numeric or binary
 */
public record Euclidean(FeatureSchema schema) implements Distance {

    public Euclidean {
        NumericRows.checked(requireNonNull(schema, "schema"));
    }

    /**
     * The distance over these features.
     *
     * @param schema the features compared, all numeric or binary
     * @return the distance
     * @throws IllegalArgumentException if there are no features, or one has levels
     */
    public static Euclidean of(FeatureSchema schema) {
        return new Euclidean(schema);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if a value is missing or infinite; the message names the feature
     */
    @Override
    public double between(double[] one, double[] other) {
        NumericRows.checkLengths(schema, one, other);
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            double difference = one[j] - other[j];
            sum += difference * difference;
        }
        return NumericRows.finite(schema, Math.sqrt(sum), one, other);
    }
}
