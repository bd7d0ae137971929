/**
 * Clusters by distance. {@link io.lendcrm.segmentation.cluster.KMeans} finds the k centres that lie nearest to all
 * clients; its {@link io.lendcrm.segmentation.cluster.KMeansModel} carries the scaling of the features with it, assigns
 * new clients, says when one lies outside, and tells what its clusters are like.
 */
@NullMarked
package io.lendcrm.segmentation.cluster;

import org.jspecify.annotations.NullMarked;
