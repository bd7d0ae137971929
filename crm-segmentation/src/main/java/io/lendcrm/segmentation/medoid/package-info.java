/**
 * Clusters around real clients. {@link io.lendcrm.segmentation.medoid.KMedoids} finds the k clients (medoids) that all others
 * lie nearest to, by any of the distances for mixed or numeric features; its
 * {@link io.lendcrm.segmentation.medoid.KMedoidsModel} assigns new clients and says which features drew them.
 */
@NullMarked
package io.lendcrm.segmentation.medoid;

import org.jspecify.annotations.NullMarked;
