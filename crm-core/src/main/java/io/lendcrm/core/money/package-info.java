/**
 * Money and its prices. {@link io.lendcrm.core.money.Money} is exact: whole minor units in a {@code long}; statistics are
 * {@code double}. {@link io.lendcrm.core.money.Rate} is what a contract says, {@link io.lendcrm.core.money.DiscountRate}
 * what a valuation uses; {@link io.lendcrm.core.money.ExchangeRates} answers for a point in time, and
 * {@link io.lendcrm.core.money.QuotedRates} does so from quotes in memory.
 */
@NullMarked
package io.lendcrm.core.money;

import org.jspecify.annotations.NullMarked;
