/**
 * Many indicators in one number: a composite index of a client's value. A
 * {@link io.lendcrm.scoring.value.composite.CompositeFitter} brings the indicators to one scale, weighs them (by hand, by
 * {@link io.lendcrm.scoring.value.composite.PairwiseComparisons}, by entropy or by CRITIC) and makes a
 * {@link io.lendcrm.scoring.value.composite.CompositeIndex}; a
 * {@link io.lendcrm.scoring.value.composite.WeightSensitivity} tells how far its ranking hangs on the weights.
 */
@NullMarked
package io.lendcrm.scoring.value.composite;

import org.jspecify.annotations.NullMarked;
