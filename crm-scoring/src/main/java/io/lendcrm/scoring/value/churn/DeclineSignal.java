package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;

/**
 * A sign of decline: from a calm value, which tells nothing, to an alarming one, which tells all it can; in between in
 * proportion. The alarming value may be the greater one, as of days of silence, or the smaller one, as of a trend.
 * Immutable and thread-safe.
 *
 * @param feature what is looked at, numeric
 * @param calm the value up to which nothing is wrong
 * @param alarm the value from which on everything is, other than calm
 * @param weight the weight, above 0 and at most 1
 */
public record DeclineSignal(Feature feature, double calm, double alarm, double weight) {

    public DeclineSignal {
        requireNonNull(feature, "feature");
        if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
            throw new IllegalArgumentException(
                    "feature " + feature.name() + " must be NUMERIC or BINARY, found " + feature.type());
        }
        if (!Double.isFinite(calm) || !Double.isFinite(alarm) || !Double.isFinite(1 / (alarm - calm))) {
            throw new IllegalArgumentException("calm and alarm of " + feature.name()
                    + " must be finite and apart, found " + calm + " and " + alarm);
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "weight of " + feature.name() + " must be above 0 and at most 1, found " + weight);
        }
    }

    /** How far the alarm is reached, 0 to 1; 0 for a missing value. */
    double reached(double value) {
        return Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, (value - calm) / (alarm - calm)));
    }
}
