/**
 * What the world outside tells every client alike: series of the economy such as unemployment or a policy rate, each
 * value with the period it describes and the instant it was published, so that a point in time reads what it could know.
 */
@NullMarked
package io.lendcrm.core.reference;

import org.jspecify.annotations.NullMarked;
