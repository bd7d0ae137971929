/**
 * What segments are good for. {@link io.lendcrm.segmentation.evaluation.SegmentLift}: what they tell of an outcome;
 * {@link io.lendcrm.segmentation.evaluation.ActionabilityGate}: whether they can be acted upon;
 * {@link io.lendcrm.segmentation.evaluation.TrialGroup}: what a strategy gained over its control, and
 * {@link io.lendcrm.segmentation.evaluation.UpliftCurve} what treating the best first gains;
 * {@link io.lendcrm.segmentation.evaluation.UnmetNeed}: who needs what and hasn't it;
 * {@link io.lendcrm.segmentation.evaluation.HitRate}: whether suggestions know what clients take.
 */
@NullMarked
package io.lendcrm.segmentation.evaluation;

import org.jspecify.annotations.NullMarked;
