package io.lendcrm.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MoneyProperties {

    @Property
    void sumsAreExactAndDoNotDependOnTheirOrder(@ForAll("amounts") List<Long> amounts, @ForAll long seed) {
        Currency currency = Currency.getInstance("CNY");
        List<Money> money = new ArrayList<>(
                amounts.stream().map(a -> new Money(a, currency)).toList());
        Money sum = money.stream().reduce(Money.zero(currency), Money::plus);
        Collections.shuffle(money, new Random(seed));

        assertThat(money.stream().reduce(Money.zero(currency), Money::plus)).isEqualTo(sum);
        assertThat(sum.minorUnits())
                .isEqualTo(amounts.stream().mapToLong(Long::longValue).sum());
    }

    @Property
    void plusAndMinusUndoEachOther(@ForAll @IntRange int a, @ForAll @IntRange int b, @ForAll("currencies") Currency c) {
        Money first = new Money(a, c);
        Money second = new Money(b, c);

        assertThat(first.plus(second).minus(second)).isEqualTo(first);
        assertThat(first.minus(second)).isEqualTo(first.plus(second.negated()));
        assertThat(first.compareTo(second)).isEqualTo(Integer.signum(Integer.compare(a, b)));
    }

    @Property
    void textAndMajorUnitsGoBothWays(@ForAll long minorUnits, @ForAll("currencies") Currency currency) {
        Money money = new Money(minorUnits, currency);

        assertThat(Money.of(money.amount(), currency)).isEqualTo(money);
        assertThat(Money.parse(money.amount().toPlainString(), currency.getCurrencyCode()))
                .isEqualTo(money);
    }

    @Property
    void roundingIsOffByLessThanAMinorUnit(
            @ForAll int minorUnits, @ForAll("factors") BigDecimal factor, @ForAll("roundings") RoundingMode rounding) {
        Money product = new Money(minorUnits, Currency.getInstance("EUR")).times(factor, rounding);

        assertThat(BigDecimal.valueOf(minorUnits)
                        .multiply(factor)
                        .subtract(BigDecimal.valueOf(product.minorUnits()))
                        .abs())
                .isLessThan(BigDecimal.ONE);
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs()
                .between(-1_000_000_000_000_000L, 1_000_000_000_000_000L)
                .list()
                .ofMaxSize(50);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "CNY", "JPY", "KWD", "CZK", "USD").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<BigDecimal> factors() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-10), BigDecimal.valueOf(10))
                .ofScale(6);
    }

    @Provide
    Arbitrary<RoundingMode> roundings() {
        return Arbitraries.of(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }
}
