/**
 * What to make of applicants that were refused and of whom nobody knows what would have become: ways of letting them into
 * a model's sample, each with its assumption. None of them brings new facts.
 */
@NullMarked
package io.lendcrm.scoring.risk.rejects;

import org.jspecify.annotations.NullMarked;
