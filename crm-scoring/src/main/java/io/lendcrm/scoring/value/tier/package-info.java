/**
 * Value tiers that don't flicker. A {@link io.lendcrm.scoring.value.tier.TierPolicy} turns a client's scores, one after
 * the other, into {@link io.lendcrm.core.tier.ValueTier}s: a client moves only when its score passes a cut by a margin and
 * stays there for a while, and each step says why.
 */
@NullMarked
package io.lendcrm.scoring.value.tier;

import org.jspecify.annotations.NullMarked;
