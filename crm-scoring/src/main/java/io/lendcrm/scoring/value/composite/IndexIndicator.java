package io.lendcrm.scoring.value.composite;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.scoring.value.kpi.KpiDirection;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import org.jspecify.annotations.Nullable;

/**
 * A feature of the index, which way it improves and what to do where it is missing. Immutable and thread-safe.
 *
 * @param feature what is measured: numeric, ordinal (by position) or yes/no (1 or 0)
 * @param direction which way it improves
 * @param missing what to do where the value is missing: no index, the mean of the fit ({@link KpiMissing#NEUTRAL}), or
 *     the worst value
 * @param worst the value worth 0 with {@link Normalisation#TARGET}; null with the others
 * @param target the value worth 1 with {@link Normalisation#TARGET}; null with the others
 */
public record IndexIndicator(
        Feature feature,
        KpiDirection direction,
        KpiMissing missing,
        @Nullable Double worst,
        @Nullable Double target) {

    public IndexIndicator {
        requireNonNull(feature, "feature");
        requireNonNull(direction, "direction");
        requireNonNull(missing, "missing");
        if (feature.type() == FeatureType.NOMINAL) {
            throw new IllegalArgumentException(
                    "an indicator must have an order, found the nominal feature " + feature.name());
        }
        if ((worst == null) != (target == null)) {
            throw new IllegalArgumentException("worst and target of " + feature.name() + " must be given together");
        }
        if (worst != null && target != null) {
            boolean finite = Double.isFinite(worst) && Double.isFinite(target) && Double.isFinite(target - worst);
            boolean higher = direction == KpiDirection.HIGHER_IS_BETTER;
            if (!finite || (higher ? !(worst < target) : !(worst > target))) {
                throw new IllegalArgumentException("worst of " + feature.name() + " must be "
                        + (higher ? "below" : "above") + " the target " + target + ", both finite, found " + worst);
            }
        }
    }

    /**
     * An indicator of which more is better; no index where it is missing.
     *
     * @param feature what is measured
     * @return the indicator
     */
    public static IndexIndicator higherIsBetter(Feature feature) {
        return new IndexIndicator(feature, KpiDirection.HIGHER_IS_BETTER, KpiMissing.REJECT, null, null);
    }

    /**
     * An indicator of which less is better; no index where it is missing.
     *
     * @param feature what is measured
     * @return the indicator
     */
    public static IndexIndicator lowerIsBetter(Feature feature) {
        return new IndexIndicator(feature, KpiDirection.LOWER_IS_BETTER, KpiMissing.REJECT, null, null);
    }

    /**
     * With the range of {@link Normalisation#TARGET}.
     *
     * @param worth0 the value worth 0, and all that are worse
     * @param worth1 the value worth 1, and all that are better
     * @return the indicator
     */
    public IndexIndicator between(double worth0, double worth1) {
        return new IndexIndicator(feature, direction, missing, worth0, worth1);
    }

    /**
     * With another rule for missing values.
     *
     * @param policy what to do
     * @return the indicator
     */
    public IndexIndicator whenMissing(KpiMissing policy) {
        return new IndexIndicator(feature, direction, policy, worst, target);
    }
}
