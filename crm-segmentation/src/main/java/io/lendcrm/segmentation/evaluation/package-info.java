/**
 * What segments are good for: {@link io.lendcrm.segmentation.evaluation.UpliftCurve} tells what treating the best first
 * gains, {@link io.lendcrm.segmentation.evaluation.TrialGroup} what a strategy gained over its control, and an
 * {@link io.lendcrm.segmentation.evaluation.ActionabilityGate} whether a segment can be acted upon.
 */
@NullMarked
package io.lendcrm.segmentation.evaluation;

import org.jspecify.annotations.NullMarked;
