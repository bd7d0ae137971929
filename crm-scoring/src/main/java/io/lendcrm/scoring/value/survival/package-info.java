/**
 * For how long until something happens, where many are still waiting.
 * {@link io.lendcrm.scoring.value.survival.SurvivalData} tells durations, late entries and what ended them.
 * {@link io.lendcrm.scoring.value.survival.KaplanMeier} and {@link io.lendcrm.scoring.value.survival.AalenJohansen}
 * draw its curves, {@link io.lendcrm.scoring.value.survival.LogRank} compares groups. Cox, discrete-time and
 * accelerated-failure models are {@link io.lendcrm.scoring.value.survival.SurvivalModel}s of a client's features, and
 * {@link io.lendcrm.scoring.value.survival.SurvivalCalibration} tells whether their probabilities hold.
 */
@NullMarked
package io.lendcrm.scoring.value.survival;

import org.jspecify.annotations.NullMarked;
