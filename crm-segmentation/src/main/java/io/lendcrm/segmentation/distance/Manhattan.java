package io.lendcrm.segmentation.distance;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;

/**
 * The sum of the differences of two rows: Σ |x − y|; one great difference counts for less than in
 * {@link Euclidean}.
 *
 * <p>Features enter in their own units, so that those with great numbers rule: scale them first where that isn't meant.
 * Missing values are refused. Immutable and thread-safe.
 *
 * @param schema the features compared, all numeric or binary
 */
public record Manhattan(FeatureSchema schema) implements Distance {

    public Manhattan {
        NumericRows.checked(requireNonNull(schema, "schema"));
    }

    /**
     * The distance over these features.
     *
     * @param schema the features compared, all numeric or binary
     * @return the distance
     * @throws IllegalArgumentException if there are no features, or one has levels
     */
    public static Manhattan of(FeatureSchema schema) {
        return new Manhattan(schema);
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
            sum += Math.abs(one[j] - other[j]);
        }
        return NumericRows.finite(schema, sum, one, other);
    }
}
