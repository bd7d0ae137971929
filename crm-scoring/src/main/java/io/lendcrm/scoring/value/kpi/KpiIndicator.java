package io.lendcrm.scoring.value.kpi;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a card: a feature, its target and the range beyond which more or less makes no difference. Target, floor
 * and cap are in the feature's unit. Immutable and thread-safe.
 *
 * @param feature what is measured: numeric, ordinal (by position) or yes/no (1 or 0)
 * @param direction which way it improves
 * @param target the value that just meets expectations
 * @param floor the smallest value that counts; what is below counts as this
 * @param cap the greatest value that counts; what is above counts as this
 * @param weight the share of the whole score, above 0, at most 1
 * @param missing what to do where the value is missing
 */
public record KpiIndicator(
        Feature feature,
        KpiDirection direction,
        double target,
        double floor,
        double cap,
        double weight,
        KpiMissing missing) {

    public KpiIndicator {
        requireNonNull(feature, "feature");
        requireNonNull(direction, "direction");
        requireNonNull(missing, "missing");
        if (feature.type() == FeatureType.NOMINAL) {
            throw new IllegalArgumentException(
                    "an indicator must have an order, found the nominal feature " + feature.name());
        }
        if (!Double.isFinite(floor) || !Double.isFinite(cap) || !Double.isFinite(cap - floor)) {
            throw new IllegalArgumentException(
                    "floor and cap of " + feature.name() + " must be finite, found " + floor + " and " + cap);
        }
        boolean higher = direction == KpiDirection.HIGHER_IS_BETTER;
        if (higher ? !(floor < target && target <= cap) : !(floor <= target && target < cap)) {
            throw new IllegalArgumentException("target of " + feature.name() + " must be "
                    + (higher ? "above floor=" + floor + " and at most" : "at least floor=" + floor + " and below")
                    + " cap=" + cap + ", found " + target);
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "weight of " + feature.name() + " must be above 0 and at most 1, found " + weight);
        }
    }

    /**
     * Collects the parts of an indicator.
     *
     * @param feature what is measured
     * @return a collection that holds the feature, and {@link KpiMissing#REJECT}
     */
    public static Builder builder(Feature feature) {
        return new Builder(requireNonNull(feature, "feature"));
    }

    /** The value that gets 0 points. */
    double worst() {
        return direction == KpiDirection.HIGHER_IS_BETTER ? floor : cap;
    }

    /** The value that gets 100 points. */
    double best() {
        return direction == KpiDirection.HIGHER_IS_BETTER ? cap : floor;
    }

    /** Collects the parts of an indicator. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private final Feature feature;
        private @Nullable KpiDirection direction;
        private @Nullable Double target;
        private @Nullable Double floor;
        private @Nullable Double cap;
        private @Nullable Double weight;
        private KpiMissing missing = KpiMissing.REJECT;

        private Builder(Feature feature) {
            this.feature = feature;
        }

        /** {@return this, with {@link KpiDirection#HIGHER_IS_BETTER}} */
        public Builder higherIsBetter() {
            direction = KpiDirection.HIGHER_IS_BETTER;
            return this;
        }

        /** {@return this, with {@link KpiDirection#LOWER_IS_BETTER}} */
        public Builder lowerIsBetter() {
            direction = KpiDirection.LOWER_IS_BETTER;
            return this;
        }

        /**
         * Sets the target.
         *
         * @param value the value that just meets expectations
         * @return this
         */
        public Builder target(double value) {
            target = value;
            return this;
        }

        /**
         * Sets the range that counts.
         *
         * @param smallest the floor
         * @param greatest the cap
         * @return this
         */
        public Builder range(double smallest, double greatest) {
            floor = smallest;
            cap = greatest;
            return this;
        }

        /**
         * Sets the weight.
         *
         * @param share the share of the whole score
         * @return this
         */
        public Builder weight(double share) {
            weight = share;
            return this;
        }

        /**
         * Sets what to do where the value is missing; {@link KpiMissing#REJECT} unless set.
         *
         * @param policy what to do
         * @return this
         */
        public Builder whenMissing(KpiMissing policy) {
            missing = requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the indicator
         * @throws IllegalStateException if parts are missing; the message names all of them
         * @throws IllegalArgumentException if a part is out of range
         */
        public KpiIndicator build() {
            List<String> lacking = new ArrayList<>();
            KpiDirection way = direction;
            Double aim = target;
            Double low = floor;
            Double high = cap;
            Double share = weight;
            if (way == null) {
                lacking.add("direction");
            }
            if (aim == null) {
                lacking.add("target");
            }
            if (low == null || high == null) {
                lacking.add("range");
            }
            if (share == null) {
                lacking.add("weight");
            }
            if (way == null || aim == null || low == null || high == null || share == null) {
                throw new IllegalStateException("indicator " + feature.name() + " lacks " + String.join(", ", lacking));
            }
            return new KpiIndicator(feature, way, aim, low, high, share, missing);
        }
    }
}
