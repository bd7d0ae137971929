package io.lendcrm.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.money.QuotedRates.Quote;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class QuotedRatesProperties {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<Currency> CURRENCIES = java.util.stream.Stream.of("EUR", "USD", "CNY", "GBP")
            .map(Currency::getInstance)
            .toList();

    /** What happens or becomes known later changes no rate of an earlier point in time. */
    @Property
    void laterQuotesChangeNoEarlierRate(@ForAll("quotes") List<Quote> quotes, @ForAll @IntRange(max = 30) int day) {
        AsOf asOf = AsOf.endOf(START.plusDays(day), ZoneOffset.UTC);
        List<Quote> seen = new ArrayList<>(quotes);
        seen.removeIf(quote -> !asOf.sees(quote.day(), quote.recordedAt()));
        QuotedRates all = QuotedRates.of(quotes, CURRENCIES.get(0), 10);
        QuotedRates known = QuotedRates.of(seen, CURRENCIES.get(0), 10);

        for (Currency from : CURRENCIES) {
            for (Currency to : CURRENCIES) {
                assertThat(all.rate(from, to, asOf)).isEqualTo(known.rate(from, to, asOf));
            }
        }
    }

    /** There and back again is one, to the last of 34 digits but a few, as long as no newer quote takes one way. */
    @Property
    void turningRoundIsTheInverse(@ForAll("quotes") List<Quote> quotes, @ForAll @IntRange(max = 30) int day) {
        AsOf asOf = AsOf.endOf(START.plusDays(day), ZoneOffset.UTC);
        List<Quote> oneWay = new ArrayList<>(quotes);
        oneWay.removeIf(
                quote -> quote.from().getCurrencyCode().compareTo(quote.to().getCurrencyCode()) > 0);
        QuotedRates rates = QuotedRates.of(oneWay, CURRENCIES.get(0), 10);

        for (Currency from : CURRENCIES) {
            for (Currency to : CURRENCIES) {
                Optional<BigDecimal> there = rates.rate(from, to, asOf);
                Optional<BigDecimal> back = rates.rate(to, from, asOf);
                assertThat(there.isPresent()).isEqualTo(back.isPresent());
                if (there.isPresent()) {
                    assertThat(there.get()
                                    .multiply(back.orElseThrow(), MathContext.DECIMAL128)
                                    .subtract(BigDecimal.ONE)
                                    .abs())
                            .isLessThan(new BigDecimal("1e-30"));
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Quote>> quotes() {
        Arbitrary<Integer> currency = Arbitraries.integers().between(0, CURRENCIES.size() - 1);
        return Combinators.combine(
                        currency,
                        Arbitraries.integers().between(1, CURRENCIES.size() - 1),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.01"), BigDecimal.valueOf(150))
                                .ofScale(4),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 5))
                .as((from, step, rate, day, late) -> new Quote(
                        CURRENCIES.get(from),
                        CURRENCIES.get((from + step) % CURRENCIES.size()),
                        rate,
                        START.plusDays(day),
                        AsOf.recordedOn(START.plusDays((long) day + late), ZoneOffset.UTC)))
                .list()
                .ofMaxSize(40);
    }
}
