/**
 * Champion against challenger: {@link io.lendcrm.scoring.proof.experiment.Split} gives each client an arm by hashing, the same
 * on every machine and every day, {@link io.lendcrm.scoring.proof.experiment.ArmOutcomes} sums up what came of it, and
 * {@link io.lendcrm.scoring.proof.experiment.SequentialTest} tells whether they differ, in profit, in bad rate or in the area under
 * the ROC curve, as often as anybody looks and without more false alarms for looking.
 */
@NullMarked
package io.lendcrm.scoring.proof.experiment;

import org.jspecify.annotations.NullMarked;
