package io.lendcrm.scoring.value.composite;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.value.kpi.KpiMissing;

/**
 * An indicator ready for use: u = (x − zero) / (one − zero).
 *
 * @param feature what is measured
 * @param missing what to do where it is missing
 * @param zero the value worth 0
 * @param one the value worth 1; below zero where less is better
 * @param mean the mean of u in the fit
 * @param weight the share, at least 0
 */
record IndexLine(Feature feature, KpiMissing missing, double zero, double one, double mean, double weight) {

    IndexLine {
        if (!Double.isFinite(zero) || !Double.isFinite(one) || zero == one || !Double.isFinite(1 / (one - zero))) {
            throw new IllegalArgumentException(
                    "zero and one of " + feature.name() + " must be finite and apart, found " + zero + " and " + one);
        }
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean of " + feature.name() + " must be finite, found " + mean);
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "weight of " + feature.name() + " must be within [0, 1], found " + weight);
        }
    }

    boolean isMissing(double value) {
        return Double.isNaN(value) || (feature.type().hasLevels() && value == Feature.UNSEEN);
    }

    /** NaN where the value is missing and that means no index. */
    double normalised(double value, boolean bounded) {
        if (isMissing(value)) {
            return switch (missing) {
                case REJECT -> Double.NaN;
                case NEUTRAL -> mean;
                case WORST -> 0;
            };
        }
        double u = (value - zero) / (one - zero);
        return bounded ? Math.max(0, Math.min(1, u)) : u;
    }
}
