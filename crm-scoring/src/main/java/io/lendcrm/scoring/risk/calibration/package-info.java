/**
 * From a score that ranks to a probability that holds: a {@link io.lendcrm.scoring.risk.calibration.CalibrationFitter}
 * learns from outcomes how a score, or a probability that is off its level, is to be read (Platt, beta, isotonic); a
 * {@link io.lendcrm.scoring.risk.calibration.PriorShift} moves probabilities from the bad rate of a sample to that of the
 * long run.
 */
@NullMarked
package io.lendcrm.scoring.risk.calibration;

import org.jspecify.annotations.NullMarked;
