/**
 * Makes features comparable before distances are taken. A {@link io.lendcrm.segmentation.preparation.Preparation} says how
 * each feature is put on a {@link io.lendcrm.segmentation.preparation.Scale} and what happens to
 * {@link io.lendcrm.segmentation.preparation.MissingValues}; fitted to a table it becomes a
 * {@link io.lendcrm.segmentation.preparation.FittedPreparation}, which travels inside the model, so that a new client is
 * treated as those were that the model was fitted on.
 */
@NullMarked
package io.lendcrm.segmentation.preparation;

import org.jspecify.annotations.NullMarked;
