package io.lendcrm.core.money;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exchange rates from quotes kept in memory, each with the day it is for and the instant it was recorded.
 *
 * <p>A rate is found in this order: the last quote of the pair seen from the point in time; the last quote of the
 * turned-round pair, as {@code 1 / rate} to 34 digits; through the pivot currency, as the product of two rates found so.
 * Of a quote and a turned-round one, that of the later day is taken, and the straight one if the days are equal. Of two
 * quotes of one pair and day the one recorded last is taken. Longer chains aren't tried. A quote older than
 * {@code longest} days isn't used. Immutable and thread-safe.
 */
public final class QuotedRates implements ExchangeRates {

    private final Map<Pair, List<Quote>> quotes;
    private final Currency pivot;
    private final int longest;

    /**
     * A quote: what one major unit of a currency costs in another.
     *
     * @param from the currency to sell
     * @param to the currency to buy, another one
     * @param rate major units of {@code to} for one of {@code from}, above 0
     * @param day the day it is for
     * @param recordedAt when it was recorded
     */
    public record Quote(Currency from, Currency to, BigDecimal rate, LocalDate day, Instant recordedAt) {
        public Quote {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(rate, "rate");
            requireNonNull(day, "day");
            requireNonNull(recordedAt, "recordedAt");
            if (from.equals(to)) {
                throw new IllegalArgumentException("from and to must differ, found " + from + " twice");
            }
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("rate must be above 0, found " + rate);
            }
        }
    }

    private record Pair(Currency from, Currency to) {}

    private QuotedRates(Map<Pair, List<Quote>> quotes, Currency pivot, int longest) {
        this.quotes = quotes;
        this.pivot = pivot;
        this.longest = longest;
    }

    /**
     * Rates from quotes.
     *
     * @param quotes the quotes in any order
     * @param pivot the currency through which cross rates go, usually the lender's own
     * @param longest for how many days a quote may be used, at least 0
     * @return the rates
     */
    public static QuotedRates of(List<Quote> quotes, Currency pivot, int longest) {
        requireNonNull(pivot, "pivot");
        if (longest < 0) {
            throw new IllegalArgumentException("longest must be at least 0, found " + longest);
        }
        Map<Pair, List<Quote>> byPair = new HashMap<>();
        for (Quote quote : quotes) {
            byPair.computeIfAbsent(new Pair(quote.from(), quote.to()), pair -> new ArrayList<>())
                    .add(quote);
        }
        byPair.replaceAll((pair, list) -> list.stream()
                .sorted(Comparator.comparing(Quote::day).thenComparing(Quote::recordedAt))
                .toList());
        return new QuotedRates(Map.copyOf(byPair), pivot, longest);
    }

    @Override
    public Optional<BigDecimal> rate(Currency from, Currency to, AsOf asOf) {
        requireNonNull(asOf, "asOf");
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<BigDecimal> quoted = quoted(from, to, asOf);
        if (quoted.isPresent() || from.equals(pivot) || to.equals(pivot)) {
            return quoted;
        }
        return quoted(from, pivot, asOf)
                .flatMap(
                        first -> quoted(pivot, to, asOf).map(second -> first.multiply(second, MathContext.DECIMAL128)));
    }

    private Optional<BigDecimal> quoted(Currency from, Currency to, AsOf asOf) {
        Optional<Quote> straight = last(from, to, asOf);
        Optional<Quote> turned = last(to, from, asOf);
        boolean turnedIsNewer = turned.isPresent()
                && (straight.isEmpty()
                        || turned.get().day().isAfter(straight.get().day()));
        return turnedIsNewer
                ? turned.map(quote -> BigDecimal.ONE.divide(quote.rate(), MathContext.DECIMAL128))
                : straight.map(Quote::rate);
    }

    private Optional<Quote> last(Currency from, Currency to, AsOf asOf) {
        List<Quote> inOrder = quotes.getOrDefault(new Pair(from, to), List.of());
        LocalDate oldest = asOf.date().minusDays(longest);
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            Quote quote = inOrder.get(i);
            if (quote.day().isBefore(oldest)) {
                return Optional.empty();
            }
            if (asOf.sees(quote.day(), quote.recordedAt())) {
                return Optional.of(quote);
            }
        }
        return Optional.empty();
    }
}
