package io.lendcrm.segmentation.distance;

import io.lendcrm.core.feature.FeatureSchema;
import java.util.List;

/**
 * Gower's distance with ranges and weights in place: d = Σ w δ / Σ w over the features that both rows let compare.
 *
 * <p>δ is |x − y| / range for numeric features and for the positions of ordinal levels, and 0 (equal) or 1 for nominal
 * and binary ones. A feature isn't compared if it is missing in either row; if it is asymmetric and 0 in both; if it is
 * ordinal and its level unseen in either, or nominal and unseen in both. Within the rows the ranges come from, the
 * distance is in [0, 1]; a new client beyond them can be farther away than 1, which is said rather than cut off. The
 * triangle inequality holds for complete rows without asymmetric features only.
 *
 * <p>Immutable and thread-safe. Source: Gower, "A general coefficient of similarity and some of its properties",
 * Biometrics 27 (1971); as R's {@code cluster::daisy} has it.
 */
public final class GowerDistance implements Distance {

    private final FeatureSchema schema;
    private final GowerVariable[] variables;

    private GowerDistance(List<GowerVariable> variables) {
        this.schema =
                FeatureSchema.of(variables.stream().map(GowerVariable::feature).toList());
        this.variables = variables.toArray(new GowerVariable[0]);
    }

    /**
     * A distance of exact parts; {@link Gower#fit} takes the ranges from data.
     *
     * @param variables the features, in the order of the rows
     * @return the distance
     * @throws IllegalArgumentException if there are none, one stands twice, or none has a weight above 0
     */
    public static GowerDistance of(List<GowerVariable> variables) {
        List<GowerVariable> copy = List.copyOf(variables);
        double weight = copy.stream().mapToDouble(GowerVariable::weight).sum();
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "weights must have a sum above 0 and finite, found " + weight + " of " + copy.size() + " features");
        }
        return new GowerDistance(copy);
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return how each feature enters, in the order of the schema} */
    public List<GowerVariable> variables() {
        return List.of(variables);
    }

    /**
     * {@inheritDoc}
     *
     * @return the distance, in [0, 1] within the fitted ranges; NaN if the rows let no feature with a weight be compared
     */
    @Override
    public double between(double[] one, double[] other) {
        NumericRows.checkLengths(schema, one, other);
        double sum = 0;
        double weight = 0;
        for (int j = 0; j < variables.length; j++) {
            GowerVariable variable = variables[j];
            double difference = variable.difference(one[j], other[j]);
            if (!Double.isNaN(difference)) {
                sum += variable.weight() * difference;
                weight += variable.weight();
            }
        }
        if (Double.isInfinite(sum)) {
            throw new IllegalArgumentException("values must lie so that their distance fits into a double");
        }
        return weight > 0 ? sum / weight : Double.NaN;
    }

    /**
     * What each feature adds to the distance of two rows: w δ / Σ w, in the order of the schema. They add up to
     * {@link #between}; features that can't be compared add 0.
     *
     * @param one a value for each feature
     * @param other a value for each feature
     * @return the parts; all NaN if the rows let no feature with a weight be compared
     */
    public double[] parts(double[] one, double[] other) {
        NumericRows.checkLengths(schema, one, other);
        double[] parts = new double[variables.length];
        double weight = 0;
        for (int j = 0; j < variables.length; j++) {
            double difference = variables[j].difference(one[j], other[j]);
            if (!Double.isNaN(difference)) {
                parts[j] = variables[j].weight() * difference;
                weight += variables[j].weight();
            }
        }
        for (int j = 0; j < parts.length; j++) {
            parts[j] = weight > 0 ? parts[j] / weight : Double.NaN;
        }
        return parts;
    }

    /** {@return the features compared} */
    @Override
    public String toString() {
        return "GowerDistance" + schema.names();
    }
}
