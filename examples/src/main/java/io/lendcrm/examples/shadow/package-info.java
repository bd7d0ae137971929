/**
 * A bank's model beside the engine that is to replace its own: the same rows, the old scores, and what differs, told so that a
 * committee can decide on it.
 */
@NullMarked
package io.lendcrm.examples.shadow;

import org.jspecify.annotations.NullMarked;
