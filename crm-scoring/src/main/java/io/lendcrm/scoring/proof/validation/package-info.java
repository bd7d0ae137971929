/**
 * Whether a score holds: how well it ranks ({@link io.lendcrm.scoring.proof.validation.RocCurve}, with intervals and paired
 * comparisons), how good its probabilities are ({@link io.lendcrm.scoring.proof.validation.Calibration}), what it gains
 * over chance ({@link io.lendcrm.scoring.proof.validation.GainsTable}), and both on rows it was not fitted on
 * ({@link io.lendcrm.scoring.proof.validation.Folds}, {@link io.lendcrm.scoring.proof.validation.TimeSplit}).
 */
@NullMarked
package io.lendcrm.scoring.proof.validation;

import org.jspecify.annotations.NullMarked;
