/**
 * Whom to keep, and where to put the effort. A {@link io.lendcrm.scoring.value.retention.RetentionRule} is the hook between
 * a model of churn and what is done about it; a {@link io.lendcrm.scoring.value.retention.RetentionOffer} is the rule that
 * weighs an offer's cost against the value it is expected to save. An
 * {@link io.lendcrm.scoring.value.retention.Allocator} shares out scarce capacity, be it for retention or anything else,
 * where it gains most.
 */
@NullMarked
package io.lendcrm.scoring.value.retention;

import org.jspecify.annotations.NullMarked;
