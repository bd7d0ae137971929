/**
 * Whether today's clients are still those a model was made for: the
 * {@link io.lendcrm.scoring.proof.monitoring.PopulationStability} of a score or a characteristic between two populations,
 * with a critical value that knows how many rows were compared.
 */
@NullMarked
package io.lendcrm.scoring.proof.monitoring;

import org.jspecify.annotations.NullMarked;
