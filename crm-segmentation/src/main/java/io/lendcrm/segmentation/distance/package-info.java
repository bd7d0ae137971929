/**
 * How far clients are apart. A {@link io.lendcrm.segmentation.distance.Distance} compares two rows of features:
 * {@link io.lendcrm.segmentation.distance.Gower} fits one for columns of mixed types with missing values; Euclidean,
 * Manhattan and Mahalanobis take complete numbers. {@link io.lendcrm.segmentation.distance.RowDistances} holds a table
 * ready for many comparisons and never the matrix of all pairs.
 */
@NullMarked
package io.lendcrm.segmentation.distance;

import org.jspecify.annotations.NullMarked;
