/**
 * What a default costs: the loss given default from the workouts of the past, and the exposure at default from how credit
 * lines were drawn on the way there.
 */
@NullMarked
package io.lendcrm.scoring.risk.loss;

import org.jspecify.annotations.NullMarked;
