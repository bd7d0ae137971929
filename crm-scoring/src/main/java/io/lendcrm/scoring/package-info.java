/**
 * Scores of clients. A {@link io.lendcrm.scoring.Scorer} takes one client's features and answers with a
 * {@link io.lendcrm.scoring.Score}: a number with its reasons, or why there is none. A
 * {@link io.lendcrm.scoring.CompiledScorer} gives the bare number, for the hot path, a
 * {@link io.lendcrm.scoring.BatchScorer} those of many rows.
 */
@NullMarked
package io.lendcrm.scoring;

import org.jspecify.annotations.NullMarked;
