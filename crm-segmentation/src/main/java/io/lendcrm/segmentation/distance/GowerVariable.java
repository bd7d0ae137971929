package io.lendcrm.segmentation.distance;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;

/**
 * How one feature enters Gower's distance. Immutable and thread-safe.
 *
 * @param feature the feature
 * @param range largest less smallest value (of an ordinal feature: of the levels' positions) over the rows fitted to,
 *     in the feature's unit; 0 if all were equal, and for nominal and binary features, which have none
 * @param weight how much the feature counts, 0 or more
 * @param asymmetric of a binary feature: true if two that both lack it say nothing about each other
 */
public record GowerVariable(Feature feature, double range, double weight, boolean asymmetric) {

    public GowerVariable {
        requireNonNull(feature, "feature");
        if (!(range >= 0) || Double.isInfinite(range)) {
            throw new IllegalArgumentException(
                    "range of " + feature.name() + " must be 0 or more and finite, found " + range);
        }
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "weight of " + feature.name() + " must be 0 or more and finite, found " + weight);
        }
        if (asymmetric && feature.type() != FeatureType.BINARY) {
            throw new IllegalArgumentException("asymmetric must be a " + FeatureType.BINARY + " feature, found "
                    + feature.name() + ", which is " + feature.type());
        }
        if (range != 0 && (feature.type() == FeatureType.NOMINAL || feature.type() == FeatureType.BINARY)) {
            throw new IllegalArgumentException(
                    "range of " + feature.name() + ", which is " + feature.type() + ", must be 0, found " + range);
        }
    }

    /** The difference of two values on 0 to 1 (more beyond the range), or NaN if they can't be compared. */
    double difference(double one, double other) {
        return switch (feature.type()) {
            case NUMERIC -> byRange(one, other);
            case ORDINAL -> one == Feature.UNSEEN || other == Feature.UNSEEN ? Double.NaN : byRange(one, other);
            case NOMINAL ->
                Double.isNaN(one) || Double.isNaN(other) || (one == Feature.UNSEEN && other == Feature.UNSEEN)
                        ? Double.NaN
                        : one == other ? 0 : 1;
            case BINARY -> asymmetric && one == 0 && other == 0 ? Double.NaN : Math.abs(one - other);
        };
    }

    private double byRange(double one, double other) {
        double difference = Math.abs(one - other);
        if (range == 0) {
            return Double.isNaN(difference) ? Double.NaN : difference == 0 ? 0 : 1;
        }
        return difference / range;
    }
}
