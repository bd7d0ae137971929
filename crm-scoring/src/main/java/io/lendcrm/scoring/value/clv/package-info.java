/**
 * What a client is worth who comes and goes without notice: payments, currency deals, draw-downs, card use. A
 * {@link io.lendcrm.scoring.value.purchase.PurchaseModel} says whether the client is still active and how often it will come
 * back, a {@link io.lendcrm.scoring.value.spend.SpendModel} how much it will bring each time, and
 * {@link io.lendcrm.scoring.value.clv.ClvModel} makes of both a value with its interval and its reasons.
 *
 * <p>Not for drawn loans: there the end of the relationship is seen, and nothing about it has to be guessed.
 */
@NullMarked
package io.lendcrm.scoring.value.clv;

import org.jspecify.annotations.NullMarked;
