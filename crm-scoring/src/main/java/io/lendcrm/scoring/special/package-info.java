/**
 * Special functions in the forms that likelihoods need: differences and ratios that don't cancel, logarithms that can't
 * overflow.
 */
@NullMarked
package io.lendcrm.scoring.special;

import org.jspecify.annotations.NullMarked;
