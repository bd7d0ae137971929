package io.lendcrm.segmentation.distance;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.FitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Options of Gower's distance for clients described by numbers, ordered levels, categories and yes/no, some of them
 * missing. {@link #fit} takes the ranges from the rows in use and leaves a {@link GowerDistance} behind. Immutable and
 * thread-safe.
 */
public final class Gower {

    private static final String NAME = "gower";
    private static final Gower DEFAULTS = new Gower(Map.of(), Set.of());

    private final Map<String, Double> weights;
    private final Set<String> asymmetric;

    private Gower(Map<String, Double> weights, Set<String> asymmetric) {
        this.weights = Map.copyOf(weights);
        this.asymmetric = Set.copyOf(asymmetric);
    }

    /** {@return every feature with weight 1, binary features symmetric} */
    public static Gower defaults() {
        return DEFAULTS;
    }

    /**
     * Another weight for a feature.
     *
     * @param feature its name
     * @param weight how much it counts beside the others' 1; 0 or more
     * @return the options with it
     */
    public Gower withWeight(String feature, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "weight of " + feature + " must be 0 or more and finite, found " + weight);
        }
        Map<String, Double> more = new TreeMap<>(weights);
        more.put(requireNonNull(feature, "feature"), weight);
        return new Gower(more, asymmetric);
    }

    /**
     * Takes binary features as asymmetric: having them in common makes two clients alike, lacking them both says
     * nothing. Right for rare traits, such as a default or a product few hold.
     *
     * @param features their names
     * @return the options with them
     */
    public Gower withAsymmetric(String... features) {
        Set<String> more = new TreeSet<>(asymmetric);
        more.addAll(List.of(features));
        return new Gower(weights, more);
    }

    /**
     * Takes the ranges of numeric and ordinal features from a table, missing values aside.
     *
     * @param table the rows in use
     * @return the distance over the table's features
     * @throws IllegalArgumentException if a name given to the options isn't in the table, an asymmetric feature isn't
     *     binary, or no feature has a weight above 0
     * @throws FitException if a numeric or ordinal feature has no known value, or its range exceeds a double
     */
    public GowerDistance fit(FeatureTable table) {
        weights.keySet().forEach(table.schema()::indexOf);
        asymmetric.forEach(table.schema()::indexOf);
        List<GowerVariable> variables = new ArrayList<>();
        for (int j = 0; j < table.schema().size(); j++) {
            Feature feature = table.schema().feature(j);
            boolean ranged = feature.type() == FeatureType.NUMERIC || feature.type() == FeatureType.ORDINAL;
            variables.add(new GowerVariable(
                    feature,
                    ranged ? range(feature, table, j) : 0,
                    weights.getOrDefault(feature.name(), 1.0),
                    asymmetric.contains(feature.name())));
        }
        return GowerDistance.of(variables);
    }

    private static double range(Feature feature, FeatureTable table, int column) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < table.rows(); i++) {
            double value = table.value(i, column);
            if (!Double.isNaN(value) && (feature.type() == FeatureType.NUMERIC || value != Feature.UNSEEN)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least > most) {
            throw new FitException(
                    NAME, feature.name() + " has no known value in " + table.rows() + " rows", "leaving it out");
        }
        if (Double.isInfinite(most - least)) {
            throw new FitException(NAME, feature.name() + " has a range beyond a double", "another unit for it");
        }
        return most - least;
    }

    /** {@return weights other than 1 and the asymmetric features} */
    @Override
    public String toString() {
        return "Gower[weights=" + new TreeMap<>(weights) + ", asymmetric=" + new TreeSet<>(asymmetric) + "]";
    }
}
