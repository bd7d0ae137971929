/**
 * Points in time and spans of it. {@link io.lendcrm.core.time.AsOf} says what may be seen: what had happened by a day
 * <em>and</em> was known by an instant. {@link io.lendcrm.core.time.Versions} keeps every state that an attribute ever
 * had and gives the one that was known then. {@link io.lendcrm.core.time.Horizon} is a span with its unit, so that days
 * and weeks can't be confused.
 */
@NullMarked
package io.lendcrm.core.time;

import org.jspecify.annotations.NullMarked;
