package io.lendcrm.core.money;

import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** Exchange rates as they were known at a point in time. Implementations are thread-safe. */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * What one major unit of a currency costs in another.
     *
     * @param from the currency to sell
     * @param to the currency to buy
     * @param asOf the point in time
     * @return major units of {@code to} for one of {@code from}, above zero; empty if no rate was known
     */
    Optional<BigDecimal> rate(Currency from, Currency to, AsOf asOf);

    /**
     * An amount in another currency, rounded half-even to its minor units; empty if no rate was known.
     *
     * @param amount the amount
     * @param to the currency to convert to
     * @param asOf the point in time
     * @return the converted amount
     */
    default Optional<Money> convert(Money amount, Currency to, AsOf asOf) {
        if (amount.currency().equals(to)) {
            return Optional.of(amount);
        }
        return rate(amount.currency(), to, asOf)
                .map(r -> Money.of(
                        amount.amount().multiply(r).setScale(to.getDefaultFractionDigits(), RoundingMode.HALF_EVEN),
                        to));
    }
}
