package io.lendcrm.segmentation.preparation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.FitException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the numbers of clients become coordinates: a scale and a policy of missing values for all features, with exceptions
 * by name. Immutable and thread-safe.
 */
public final class Preparation {

    private static final Preparation NONE = new Preparation(Scale.NONE, Map.of(), MissingValues.REFUSE, Map.of());

    private final Scale scale;
    private final Map<String, Scale> scales;
    private final MissingValues missing;
    private final Map<String, MissingValues> missings;

    private Preparation(
            Scale scale, Map<String, Scale> scales, MissingValues missing, Map<String, MissingValues> missings) {
        this.scale = requireNonNull(scale, "scale");
        this.scales = Map.copyOf(scales);
        this.missing = requireNonNull(missing, "missing");
        this.missings = Map.copyOf(missings);
    }

    /** {@return the values as they are, missing ones refused} */
    public static Preparation none() {
        return NONE;
    }

    /**
     * All features on one scale, missing values refused.
     *
     * @param scale the scale
     * @return the preparation
     */
    public static Preparation of(Scale scale) {
        return new Preparation(scale, Map.of(), MissingValues.REFUSE, Map.of());
    }

    /**
     * With all features but the exceptions on another scale.
     *
     * @param newScale the scale
     * @return the changed preparation
     */
    public Preparation withScale(Scale newScale) {
        return new Preparation(newScale, scales, missing, missings);
    }

    /**
     * With a feature on a scale of its own.
     *
     * @param feature its name
     * @param newScale its scale
     * @return the changed preparation
     */
    public Preparation withScale(String feature, Scale newScale) {
        return new Preparation(scale, with(scales, feature, newScale), missing, missings);
    }

    /**
     * With another policy of missing values for all features but the exceptions.
     *
     * @param policy the policy
     * @return the changed preparation
     */
    public Preparation withMissing(MissingValues policy) {
        return new Preparation(scale, scales, policy, missings);
    }

    /**
     * With a policy of missing values for one feature.
     *
     * @param feature its name
     * @param policy the policy
     * @return the changed preparation
     */
    public Preparation withMissing(String feature, MissingValues policy) {
        return new Preparation(scale, scales, missing, with(missings, feature, policy));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
        Map<String, V> changed = new TreeMap<>(map);
        changed.put(requireNonNull(name, "feature"), requireNonNull(value, "value"));
        return changed;
    }

    /**
     * The scale of a feature.
     *
     * @param feature its name
     * @return its own scale, or that of all
     */
    public Scale scale(String feature) {
        return scales.getOrDefault(feature, scale);
    }

    /**
     * The policy of a feature.
     *
     * @param feature its name
     * @return its own policy, or that of all
     */
    public MissingValues missing(String feature) {
        return missings.getOrDefault(feature, missing);
    }

    /** {@return the names of the features with a scale or a policy of their own} */
    public Set<String> exceptions() {
        Set<String> names = new TreeSet<>(scales.keySet());
        names.addAll(missings.keySet());
        return names;
    }

    /**
     * Learns what the scales need: from the known values of each feature.
     *
     * @param table numeric and yes/no features
     * @param model the type of model it is for, named in refusals
     * @return the fitted preparation
     * @throws FitException if the table has no row or no column, a feature has levels, an exception names none, a value is
     *     infinite, or missing and refused, all are missing, or one can't be scaled; the message names feature and row
     */
    public FittedPreparation fit(FeatureTable table, String model) {
        if (table.schema().size() == 0 || table.rows() == 0) {
            throw new FitException(
                    model,
                    "the table has " + table.rows() + " rows and "
                            + table.schema().size() + " columns",
                    "at least one row of at least one feature");
        }
        requireNamed(table, model);
        PreparedFeature[] features = new PreparedFeature[table.schema().size()];
        for (int j = 0; j < features.length; j++) {
            Feature feature = table.schema().feature(j);
            if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
                throw new FitException(
                        model,
                        feature.name() + " is " + feature.type() + ", and means of levels mean nothing",
                        "selecting numeric and binary columns");
            }
            String name = feature.name();
            features[j] = new FeatureFit(model, name, scale(name), missing(name)).fit(table.column(j));
        }
        return new FittedPreparation(table.schema(), features);
    }

    private void requireNamed(FeatureTable table, String model) {
        for (Map<String, ?> exceptions : java.util.List.of(scales, missings)) {
            for (String name : exceptions.keySet()) {
                if (!table.schema().names().contains(name)) {
                    throw new FitException(
                            model,
                            "there is no feature " + name + " to prepare in its own way",
                            "one of " + table.schema().names());
                }
            }
        }
    }

    /** {@return what was chosen, for the provenance of a model: {@code scale}, and what isn't refused or for all} */
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("scale", scale.code());
        scales.forEach((name, own) -> options.put("scale." + name, own.code()));
        if (missing != MissingValues.REFUSE) {
            options.put("missing", missing.code());
        }
        missings.forEach((name, own) -> options.put("missing." + name, own.code()));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "Preparation" + options();
    }
}
