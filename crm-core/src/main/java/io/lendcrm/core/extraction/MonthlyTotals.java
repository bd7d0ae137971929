package io.lendcrm.core.extraction;

import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/**
 * What moved in each of the twelve months that end on a date, in one currency. Every currency is converted month by month
 * at the rates known at the point in time (a constant rate, so that a trend tells of the client and not of the rate).
 */
final class MonthlyTotals {

    static final int MONTHS = 12;

    private static final int FEWEST_MONTHS = 3;

    /** The latest month first; empty if a rate was lacking. */
    private final Optional<double[]> totals;

    private final long count;
    private final long unconverted;

    /** How many of the months the client was observed in: back to that of the first movement. */
    private final int observed;

    private MonthlyTotals(Optional<double[]> totals, long count, long unconverted, int observed) {
        this.totals = totals;
        this.count = count;
        this.unconverted = unconverted;
        this.observed = observed;
    }

    static MonthlyTotals of(BehaviourState state, AsOf asOf, Currency currency, ExchangeRates rates) {
        long[] ends = ends(asOf.date());
        long[][] sums = new long[state.currencies()][MONTHS];
        long[] counts = new long[state.currencies()];
        state.movements().visit(ends[MONTHS], ends[0], (day, slot, count, sum) -> {
            int month = month(ends, day);
            sums[slot][month] = Math.addExact(sums[slot][month], sum);
            counts[slot] += count;
        });
        long count = 0;
        long unconverted = 0;
        Money[] totals = new Money[MONTHS];
        Arrays.fill(totals, Money.zero(currency));
        for (int slot = 0; slot < counts.length; slot++) {
            count += counts[slot];
            if (counts[slot] > 0 && !add(sums[slot], state.currency(slot), totals, currency, rates, asOf)) {
                unconverted += counts[slot];
            }
        }
        double[] amounts = Arrays.stream(totals).mapToDouble(Money::toDouble).toArray();
        return new MonthlyTotals(
                unconverted > 0 ? Optional.empty() : Optional.of(amounts),
                count,
                unconverted,
                observed(ends, state.movementDays()));
    }

    /** Adds what moved in one currency; sums are exact, so that the order of currencies never shows. */
    private static boolean add(
            long[] sums, Currency from, Money[] totals, Currency to, ExchangeRates rates, AsOf asOf) {
        for (int month = 0; month < MONTHS; month++) {
            Optional<Money> converted = rates.convert(new Money(sums[month], from), to, asOf);
            if (converted.isEmpty()) {
                return false;
            }
            totals[month] = totals[month].plus(converted.get());
        }
        return true;
    }

    double total() {
        return totals.map(t -> {
                    double sum = 0;
                    for (double month : t) {
                        sum += month;
                    }
                    return sum;
                })
                .orElse(Double.NaN);
    }

    long count() {
        return count;
    }

    long unconverted() {
        return unconverted;
    }

    /** Least-squares slope of the observed months' totals over their mean; missing below three months. */
    double trend() {
        double mean = mean();
        if (observed < FEWEST_MONTHS || totals.isEmpty() || mean == 0) {
            return Double.NaN;
        }
        double middle = (observed - 1) / 2.0;
        double covariance = 0;
        double variance = 0;
        for (int month = 0; month < observed; month++) {
            double time = middle - month;
            covariance += time * (totals.get()[month] - mean);
            variance += time * time;
        }
        return covariance / variance / mean;
    }

    /** Sample standard deviation of the observed months' totals over their mean; missing below three months. */
    double volatility() {
        double mean = mean();
        if (observed < FEWEST_MONTHS || totals.isEmpty() || mean == 0) {
            return Double.NaN;
        }
        double squares = 0;
        for (int month = 0; month < observed; month++) {
            double deviation = totals.get()[month] - mean;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / (observed - 1)) / mean;
    }

    private double mean() {
        return observed == 0 ? 0 : total() / observed;
    }

    /** The last days of the months: the date itself, a month before, … and twelve months before. */
    private static long[] ends(LocalDate date) {
        long[] ends = new long[MONTHS + 1];
        for (int month = 0; month <= MONTHS; month++) {
            ends[month] = date.minusMonths(month).toEpochDay();
        }
        return ends;
    }

    private static int month(long[] ends, long day) {
        int month = 0;
        while (day <= ends[month + 1]) {
            month++;
        }
        return month;
    }

    private static int observed(long[] ends, Span movementDays) {
        if (movementDays.isEmpty()) {
            return 0;
        }
        int months = 0;
        while (months < MONTHS && movementDays.first() <= ends[months]) {
            months++;
        }
        return months;
    }
}
