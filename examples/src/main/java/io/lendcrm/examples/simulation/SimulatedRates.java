package io.lendcrm.examples.simulation;

import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Monthly exchange rates as a seeded random walk (2 % a month) from fixed levels at the first day. Immutable and
 * thread-safe.
 */
public final class SimulatedRates implements ExchangeRates {

    /** The lender's currency. */
    public static final Currency HOME = Currency.getInstance("EUR");

    static final List<Currency> FOREIGN =
            List.of(Currency.getInstance("USD"), Currency.getInstance("CNY"), Currency.getInstance("JPY"));

    /** Units of a currency for one of the lender's at the first day. */
    private static final Map<String, Double> START = Map.of("EUR", 1.0, "USD", 1.1, "CNY", 7.7, "JPY", 155.0);

    private final LocalDate from;
    private final Map<String, double[]> perEuro;

    SimulatedRates(SimulationOptions options) {
        this.from = options.from();
        int months = options.months() + 1;
        this.perEuro = new java.util.TreeMap<>();
        for (Currency currency : FOREIGN) {
            Draw draw = Draw.of(options.seed(), Long.MIN_VALUE + currency.getNumericCode());
            double[] path = new double[months];
            path[0] = start(currency);
            for (int m = 1; m < months; m++) {
                path[m] = path[m - 1] * StrictMath.exp(0.02 * draw.normal());
            }
            perEuro.put(currency.getCurrencyCode(), path);
        }
    }

    static double start(Currency currency) {
        return START.getOrDefault(currency.getCurrencyCode(), 1.0);
    }

    @Override
    public Optional<BigDecimal> rate(Currency from, Currency to, AsOf asOf) {
        Optional<Double> sold = perEuro(from, asOf.date());
        Optional<Double> bought = perEuro(to, asOf.date());
        return sold.flatMap(s -> bought.map(b -> new BigDecimal(b / s, MathContext.DECIMAL64)));
    }

    private Optional<Double> perEuro(Currency currency, LocalDate on) {
        if (currency.equals(HOME)) {
            return Optional.of(1.0);
        }
        double[] path = perEuro.get(currency.getCurrencyCode());
        if (path == null) {
            return Optional.empty();
        }
        int month = (int) ChronoUnit.MONTHS.between(from, on);
        return Optional.of(path[Math.max(0, Math.min(path.length - 1, month))]);
    }
}
