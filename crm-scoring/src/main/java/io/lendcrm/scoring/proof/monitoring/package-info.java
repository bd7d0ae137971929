/**
 * Whether today's clients are still those a model was made for, and whether it is still used and performs as it was meant
 * to.
 *
 * <p>{@link io.lendcrm.scoring.proof.monitoring.PopulationStability} compares a score or a variable between two populations,
 * with a critical value that knows how many rows were compared;
 * {@link io.lendcrm.scoring.proof.monitoring.CharacteristicStability} says the same in points of a card,
 * {@link io.lendcrm.scoring.proof.monitoring.NumericShift} and {@link io.lendcrm.scoring.proof.monitoring.LevelShift} without
 * bins. {@link io.lendcrm.scoring.proof.monitoring.DriftCounts} are kept month by month and make a
 * {@link io.lendcrm.scoring.proof.monitoring.DriftTable}. {@link io.lendcrm.scoring.proof.monitoring.EstimatedPerformance} tells
 * the performance to be expected before outcomes arrive,
 * {@link io.lendcrm.scoring.proof.monitoring.OverrideReport} how often people overrule the system and with what result.
 */
@NullMarked
package io.lendcrm.scoring.proof.monitoring;

import org.jspecify.annotations.NullMarked;
