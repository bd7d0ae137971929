/**
 * Clusters as regions where clients stand densely, of any shape and any number, with those between them told apart as
 * noise. {@link io.lendcrm.segmentation.density.Dbscan} takes one density for all;
 * {@link io.lendcrm.segmentation.density.Hdbscan} looks at all densities, keeps the clusters that last longest and tells how
 * strange each client is. Both stand on a k-d tree of the distinct rows; no matrix of distances is held.
 */
@NullMarked
package io.lendcrm.segmentation.density;

import org.jspecify.annotations.NullMarked;
