/**
 * A client on one page. A {@link io.lendcrm.core.portrait.ClientPortrait} is what may be seen of a client from a point in
 * time: facts, measures, preferences, flags and a timeline, each with its source and how fresh it is.
 * {@link io.lendcrm.core.portrait.Portraits} paints it from a history, or from a
 * {@link io.lendcrm.core.portrait.PortraitState} that is kept up to date event by event, always through the use gate:
 * what it denies is absent and listed as denied. Scores, values and segments are added by whoever computes them.
 */
@NullMarked
package io.lendcrm.core.portrait;

import org.jspecify.annotations.NullMarked;
