/**
 * Clusters as a mixture of Gaussian distributions. {@link io.lendcrm.segmentation.mixture.GaussianMixture} fits it by
 * maximum likelihood under a {@link io.lendcrm.segmentation.mixture.Covariance} family;
 * {@link io.lendcrm.segmentation.mixture.MixtureSelection} chooses how many components and which family by BIC or ICL; the
 * {@link io.lendcrm.segmentation.mixture.GaussianMixtureModel} gives each client the probability of each component.
 */
@NullMarked
package io.lendcrm.segmentation.mixture;

import org.jspecify.annotations.NullMarked;
