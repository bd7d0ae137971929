package io.lendcrm.segmentation.structure;

import static java.util.Objects.requireNonNull;

import io.lendcrm.segmentation.validity.Separation;

/**
 * What the indices say of a number of clusters. Immutable and thread-safe.
 *
 * @param clusters k, at least 2
 * @param gap Tibshirani's gap by the box along the principal axes
 * @param gapError its standard error
 * @param boxExcess by how many standard errors k clusters gain more on the rows than on rows uniform in the box
 * @param gaussianExcess by how many they gain more than on rows of one Gaussian
 * @param strength prediction strength
 * @param stability mean bootstrap Jaccard similarity of each cluster
 * @param silhouette mean silhouette width, of at most 1,000 rows at random
 * @param separation Calinski–Harabasz and Davies–Bouldin indices
 */
public record ClusterCandidate(
        int clusters,
        double gap,
        double gapError,
        double boxExcess,
        double gaussianExcess,
        PredictionStrength strength,
        ClusterStability stability,
        double silhouette,
        Separation separation) {

    public ClusterCandidate {
        if (clusters < 2) {
            throw new IllegalArgumentException("clusters must be at least 2, found " + clusters);
        }
        requireNonNull(strength, "strength");
        requireNonNull(stability, "stability");
        requireNonNull(separation, "separation");
    }

    /** {@return the lesser of both excesses: what neither a flat nor a bell-shaped cloud explains, in standard errors} */
    public double excess() {
        return Math.min(boxExcess, gaussianExcess);
    }
}
