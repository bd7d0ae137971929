package io.lendcrm.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.money.QuotedRates.Quote;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedRatesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    @Test
    void theLastQuoteThatWasKnownIsTaken() {
        QuotedRates rates = rates(quote(EUR, USD, "1.07", DAY), quote(EUR, USD, "1.08", DAY.plusDays(1)));

        assertThat(rates.rate(EUR, USD, at(DAY))).contains(new BigDecimal("1.07"));
        assertThat(rates.rate(EUR, USD, at(DAY.plusDays(1)))).contains(new BigDecimal("1.08"));
        assertThat(rates.rate(EUR, USD, at(DAY.minusDays(1)))).isEmpty();
    }

    @Test
    void aCorrectionIsUnknownUntilItIsRecorded() {
        Quote first = quote(EUR, USD, "1.07", DAY);
        Quote corrected =
                new Quote(EUR, USD, new BigDecimal("1.70"), DAY, AsOf.recordedOn(DAY.plusDays(2), ZoneOffset.UTC));
        QuotedRates rates = rates(corrected, first);

        assertThat(rates.rate(EUR, USD, at(DAY.plusDays(1)))).contains(new BigDecimal("1.07"));
        assertThat(rates.rate(EUR, USD, at(DAY.plusDays(2)))).contains(new BigDecimal("1.70"));
    }

    @Test
    void aPairMayBeTurnedRound() {
        QuotedRates rates = rates(quote(EUR, USD, "1.25", DAY));

        assertThat(rates.rate(USD, EUR, at(DAY)).orElseThrow()).isEqualByComparingTo("0.8");
    }

    @Test
    void theNewerOfAQuoteAndATurnedRoundOneIsTaken() {
        QuotedRates rates = rates(quote(EUR, USD, "1.25", DAY), quote(USD, EUR, "0.75", DAY.minusDays(1)));

        assertThat(rates.rate(USD, EUR, at(DAY)).orElseThrow()).isEqualByComparingTo("0.8");
        assertThat(rates.rate(USD, EUR, at(DAY.minusDays(1))).orElseThrow()).isEqualByComparingTo("0.75");
    }

    @Test
    void otherPairsGoThroughThePivot() {
        QuotedRates rates = rates(quote(EUR, USD, "1.25", DAY), quote(EUR, CNY, "7.5", DAY));

        assertThat(rates.rate(USD, CNY, at(DAY)).orElseThrow()).isEqualByComparingTo("6");
        assertThat(rates.rate(USD, GBP, at(DAY))).isEmpty();
        assertThat(rates.rate(EUR, GBP, at(DAY))).isEmpty();
        assertThat(rates.convert(Money.parse("10", "USD"), CNY, at(DAY))).contains(Money.parse("60", "CNY"));
    }

    @Test
    void anOldQuoteIsNotUsed() {
        QuotedRates rates = QuotedRates.of(List.of(quote(EUR, USD, "1.25", DAY)), EUR, 5);

        assertThat(rates.rate(EUR, USD, at(DAY.plusDays(5)))).isPresent();
        assertThat(rates.rate(EUR, USD, at(DAY.plusDays(6)))).isEmpty();
        assertThat(rates.rate(USD, EUR, at(DAY.plusDays(6)))).isEmpty();
    }

    @Test
    void aCurrencyCostsOneOfItself() {
        assertThat(rates().rate(GBP, GBP, at(DAY))).contains(BigDecimal.ONE);
        assertThat(rates().convert(Money.parse("5", "GBP"), GBP, at(DAY))).contains(Money.parse("5", "GBP"));
    }

    @Test
    void conversionsAreRoundedToMinorUnits() {
        QuotedRates rates = rates(quote(EUR, USD, "3", DAY));

        assertThat(rates.convert(Money.parse("1", "USD"), EUR, at(DAY))).contains(Money.parse("0.33", "EUR"));
        assertThat(rates.rate(USD, EUR, at(DAY)).orElseThrow())
                .isEqualByComparingTo(BigDecimal.ONE.divide(BigDecimal.valueOf(3), MathContext.DECIMAL128));
    }

    @Test
    void impossibleQuotesAreRefused() {
        assertThatThrownBy(() -> quote(EUR, EUR, "1", DAY)).hasMessage("from and to must differ, found EUR twice");
        assertThatThrownBy(() -> quote(EUR, USD, "0", DAY)).hasMessage("rate must be above 0, found 0");
        assertThatThrownBy(() -> QuotedRates.of(List.of(), EUR, -1)).hasMessage("longest must be at least 0, found -1");
    }

    private static QuotedRates rates(Quote... quotes) {
        return QuotedRates.of(List.of(quotes), EUR, 365);
    }

    private static Quote quote(Currency from, Currency to, String rate, LocalDate day) {
        return new Quote(from, to, new BigDecimal(rate), day, AsOf.recordedOn(day, ZoneOffset.UTC));
    }

    private static AsOf at(LocalDate day) {
        return AsOf.endOf(day, ZoneOffset.UTC);
    }
}
