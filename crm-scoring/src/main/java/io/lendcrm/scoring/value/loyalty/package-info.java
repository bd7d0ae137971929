/**
 * How closely a client keeps to the lender: a {@linkplain io.lendcrm.scoring.value.kpi.KpiCard card} over six components,
 * which {@link io.lendcrm.scoring.value.loyalty.LoyaltyIndex} makes with weights of its own or the caller's.
 */
@NullMarked
package io.lendcrm.scoring.value.loyalty;

import org.jspecify.annotations.NullMarked;
