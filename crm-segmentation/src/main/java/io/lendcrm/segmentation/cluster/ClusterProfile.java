package io.lendcrm.segmentation.cluster;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.tier.SegmentId;
import java.util.List;

/**
 * What a cluster's clients are like. Immutable and thread-safe.
 *
 * @param segment the cluster
 * @param clients how many there are
 * @param share their part of all assigned clients, from 0 to 1
 * @param traits one for each feature in the schema's order; empty if there are no clients
 * @param prototypes the clients nearest to the centre, the nearest first: real ones, to be looked at
 */
public record ClusterProfile(
        SegmentId segment, int clients, double share, List<Trait> traits, List<ClientId> prototypes) {

    public ClusterProfile {
        requireNonNull(segment, "segment");
        traits = List.copyOf(traits);
        prototypes = List.copyOf(prototypes);
    }

    /**
     * How a cluster's clients stand in a feature.
     *
     * @param feature the feature's name
     * @param mean their mean in its unit
     * @param z their mean less that of all clients, in sample standard deviations of all clients; 0 if all are equal
     */
    public record Trait(String feature, double mean, double z) {
        public Trait {
            requireNonNull(feature, "feature");
        }
    }
}
