/**
 * Clients under contract, whose leaving is seen: renewals of a facility, a package, a subscription. A
 * {@link io.lendcrm.scoring.value.contract.RetentionModel} says who is still there after how long, how likely the next
 * renewal is for one who has renewed before, and for how long it will still pay, later payments discounted. Fitted to
 * {@link io.lendcrm.scoring.value.contract.Tenures}: survivors of cohorts or single clients.
 *
 * <p>Not for clients who go without notice: see {@link io.lendcrm.scoring.value.purchase}.
 */
@NullMarked
package io.lendcrm.scoring.value.contract;

import org.jspecify.annotations.NullMarked;
