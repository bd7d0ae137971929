/**
 * Clients who come and go without notice: payments, currency deals, draw-downs, card use. A
 * {@link io.lendcrm.scoring.value.purchase.PurchaseModel} says whether such a client is still active and how often it will
 * come back.
 *
 * <p>Not for drawn loans: there the end of the relationship is seen, and nothing about it has to be guessed.
 */
@NullMarked
package io.lendcrm.scoring.value.purchase;

import org.jspecify.annotations.NullMarked;
