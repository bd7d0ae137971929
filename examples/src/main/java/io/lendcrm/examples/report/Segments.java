package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clusters found in the book. Immutable and thread-safe.
 *
 * @param method how they were found, in a sentence
 * @param objective total within-cluster sum of squares of the scaled features
 * @param features the features, in the order of the profiles' means
 * @param profiles the clusters, largest first
 */
public record Segments(Text method, double objective, List<Feature> features, List<Profile> profiles) {
    public Segments {
        requireNonNull(method, "method");
        Require.finite(objective, "objective");
        features = List.copyOf(features);
        profiles = List.copyOf(profiles);
        for (Profile profile : profiles) {
            if (profile.zMeans.size() != features.size() || profile.means.size() != features.size()) {
                throw new IllegalArgumentException("means of " + profile.id + " must have features=" + features.size()
                        + " values, found " + profile.zMeans.size() + " and " + profile.means.size());
            }
        }
    }

    /**
     * A feature the clusters were built on. Immutable and thread-safe.
     *
     * @param code the feature's name in the schema
     * @param name its name for people
     * @param unit its unit, or empty
     */
    public record Feature(String code, Text name, Text unit) {
        public Feature {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(unit, "unit");
        }
    }

    /**
     * One cluster. Immutable and thread-safe.
     *
     * @param id the segment's id
     * @param name its name
     * @param description what sets it apart, in a sentence
     * @param clients how many
     * @param zMeans means of the standardised features: 0 is the book, 1 one standard deviation above it
     * @param means means of the features in their own units
     * @param prototypes the clients nearest to its centre
     * @param meanValue mean expected value, or null
     * @param meanScore mean KPI score, or null
     */
    public record Profile(
            String id,
            Text name,
            Text description,
            long clients,
            List<Double> zMeans,
            List<Double> means,
            List<String> prototypes,
            @Nullable Double meanValue,
            @Nullable Double meanScore) {
        public Profile {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            Require.count(clients, "clients");
            zMeans = List.copyOf(zMeans);
            means = List.copyOf(means);
            zMeans.forEach(z -> Require.finite(z, "zMeans"));
            means.forEach(mean -> Require.finite(mean, "means"));
            prototypes = List.copyOf(prototypes);
            if (meanValue != null) {
                Require.finite(meanValue, "meanValue");
            }
            if (meanScore != null) {
                Require.finite(meanScore, "meanScore");
            }
        }
    }
}
