package io.lendcrm.core.extraction;

import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.util.Currency;
import java.util.Optional;

/** A sum in one currency at the rates of a point in time; it is missing once a rate was. Confine to one thread. */
final class CurrencySum {

    private final ExchangeRates rates;
    private final AsOf asOf;
    private Money sum;
    private long lacking;

    CurrencySum(Currency currency, ExchangeRates rates, AsOf asOf) {
        this.sum = Money.zero(currency);
        this.rates = rates;
        this.asOf = asOf;
    }

    CurrencySum add(Money amount) {
        Optional<Money> converted = rates.convert(amount, sum.currency(), asOf);
        if (converted.isPresent()) {
            sum = sum.plus(converted.get());
        } else {
            lacking++;
        }
        return this;
    }

    double total() {
        return lacking > 0 ? Double.NaN : sum.toDouble();
    }

    /** How many amounts had no rate. */
    long lacking() {
        return lacking;
    }
}
