/**
 * The standard features of a lender's client, each with its formula. {@link io.lendcrm.core.extraction.StandardFeatures}
 * puts them together: one small extractor for each of the five dimensions by which lenders class borrowers, and one for
 * behaviour. What can be kept up to date event by event stands in a {@link io.lendcrm.core.extraction.BehaviourState}.
 *
 * <p>A value is missing where it isn't defined, such as a ratio to nothing; it is 0 only where 0 is true. Windows of
 * twelve months end on the date that is looked from, that day included.
 */
@NullMarked
package io.lendcrm.core.extraction;

import org.jspecify.annotations.NullMarked;
