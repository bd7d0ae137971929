/**
 * Models at work in a host that never stops. A {@link io.lendcrm.scoring.serving.LiveModel} is changed for another while
 * callers score; a {@link io.lendcrm.scoring.serving.GuardedScorer} answers by a deadline, by a declared other scorer if it
 * must, and says so; a {@link io.lendcrm.scoring.serving.ScoreObserver} hands figures to the host's metrics.
 */
@NullMarked
package io.lendcrm.scoring.serving;

import org.jspecify.annotations.NullMarked;
