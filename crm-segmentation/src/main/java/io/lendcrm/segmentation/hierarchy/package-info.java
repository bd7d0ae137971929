/**
 * Clusters within clusters: {@link io.lendcrm.segmentation.hierarchy.Agglomerative} merges the nearest two again and again,
 * by a {@link io.lendcrm.segmentation.hierarchy.Linkage}, into a {@link io.lendcrm.segmentation.hierarchy.Dendrogram} that can
 * be cut at any number or height; the {@link io.lendcrm.segmentation.hierarchy.HierarchyModel} of a cut takes new clients.
 */
@NullMarked
package io.lendcrm.segmentation.hierarchy;

import org.jspecify.annotations.NullMarked;
