package io.lendcrm.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        assertThat(Money.parse("12.30", "EUR")).hasToString("EUR 12.30");
        assertThat(Money.parse("12", "JPY")).hasToString("JPY 12");
        assertThat(Money.parse("0.001", "KWD").minorUnits()).isEqualTo(1);
        assertThat(Money.parse("1e3", "EUR")).isEqualTo(Money.parse("1000", "EUR"));
        assertThatThrownBy(() -> Money.parse("12.345", "EUR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("0.5", "JPY")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.parse("1", "EUR").plus(Money.parse("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency must be EUR, found USD");
        assertThatThrownBy(() -> Money.parse("1", "EUR").compareTo(Money.parse("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDoesNotFitIsRefusedAndNeverWraps() {
        Money most = new Money(Long.MAX_VALUE, Currency.getInstance("EUR"));

        assertThatThrownBy(() -> most.plus(Money.parse("0.01", "EUR"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(BigDecimal.TEN, RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, Currency.getInstance("EUR")).negated())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aTextThatIsNoAmountIsNotRepeatedForItMayBeAName() {
        assertThatThrownBy(() -> Money.parse("CANARY", "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must be a decimal number, found 6 characters that aren't one");
        assertThatThrownBy(() -> Money.parse("1", "CANARY"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("CANARY");
    }

    @Test
    void badTextIsRefused() {
        assertThatThrownBy(() -> Money.parse("twelve", "EUR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("NaN", "EUR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("1", "EURO")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("1", "XXX")).isInstanceOf(IllegalArgumentException.class);
    }
}
