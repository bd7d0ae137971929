package io.lendcrm.segmentation.rule;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One value for every part of a feature's domain that conditions can tell apart: the thresholds themselves, a value between
 * any two neighbours and beyond the ends, each level and an unseen one, and missing. No condition changes within a part, so
 * what holds for these values holds for all.
 */
final class Atoms {

    private Atoms() {}

    static double[] of(Feature feature, List<Condition> conditions) {
        DoubleStream known;
        if (feature.type().hasLevels()) {
            known = DoubleStream.concat(
                    IntStream.range(0, feature.levels().size()).asDoubleStream(), DoubleStream.of(Feature.UNSEEN));
        } else if (feature.type() == FeatureType.BINARY) {
            known = DoubleStream.of(0, 1);
        } else {
            NavigableSet<Double> thresholds = new TreeSet<>();
            conditions.forEach(condition -> collect(condition, feature.name(), thresholds));
            known = Arrays.stream(numbers(thresholds));
        }
        return DoubleStream.concat(known, DoubleStream.of(Double.NaN)).toArray();
    }

    private static double[] numbers(NavigableSet<Double> thresholds) {
        if (thresholds.isEmpty()) {
            return new double[] {0};
        }
        DoubleStream.Builder values = DoubleStream.builder();
        double below = thresholds.first() - Math.max(1, Math.ulp(thresholds.first()));
        if (Double.isFinite(below)) {
            values.add(below);
        }
        for (double threshold : thresholds) {
            values.add(threshold);
            Double next = thresholds.higher(threshold);
            double above = next == null ? threshold + Math.max(1, Math.ulp(threshold)) : between(threshold, next);
            if (Double.isFinite(above) && (next == null || above < next)) {
                values.add(above);
            }
        }
        return values.build().toArray();
    }

    /** Halfway, or the next number if there is none nearer to the half; the upper end if nothing lies between. */
    private static double between(double low, double high) {
        double half = low / 2 + high / 2;
        return half > low && half < high ? half : Math.nextUp(low);
    }

    private static void collect(Condition condition, String feature, NavigableSet<Double> thresholds) {
        switch (condition.kind()) {
            case COMPARE -> {
                Condition.Compare compare = (Condition.Compare) condition;
                if (compare.feature().equals(feature)) {
                    thresholds.add(compare.value() + 0.0); // -0.0 is 0.0
                }
            }
            case BETWEEN -> {
                Condition.Between between = (Condition.Between) condition;
                if (between.feature().equals(feature)) {
                    thresholds.add(between.from() + 0.0);
                    thresholds.add(between.to() + 0.0);
                }
            }
            case IN_SET, MISSING -> {}
            case AND, OR, NOT -> ConditionCheck.parts(condition).forEach(part -> collect(part, feature, thresholds));
        }
    }
}
