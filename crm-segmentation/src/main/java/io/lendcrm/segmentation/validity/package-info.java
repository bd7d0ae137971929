/**
 * Whether clusters hold. {@link io.lendcrm.segmentation.validity.Silhouette} and
 * {@link io.lendcrm.segmentation.validity.Separation} ask how clearly they are apart;
 * {@link io.lendcrm.segmentation.validity.Agreement} how alike two clusterings of the same clients are, or a clustering
 * and what is known of them. {@link io.lendcrm.segmentation.validity.Labels} says who is in which cluster.
 */
@NullMarked
package io.lendcrm.segmentation.validity;

import org.jspecify.annotations.NullMarked;
