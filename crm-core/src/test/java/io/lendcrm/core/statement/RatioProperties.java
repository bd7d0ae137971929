package io.lendcrm.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RatioProperties {

    /** Whatever lines are given, and however large: a finite number or a reason. */
    @Property
    void aRatioIsANumberOrAReason(
            @ForAll("lines") Map<LineItem, BigDecimal> lines,
            @ForAll("lines") Map<LineItem, BigDecimal> before,
            @ForAll @IntRange(min = 1, max = 800) int days) {
        FinancialStatement now = statement(lines, LocalDate.of(2024, 1, 1), days, BigDecimal.ONE);
        FinancialStatement then = statement(before, LocalDate.of(2020, 1, 1), days, BigDecimal.ONE);
        for (Ratio ratio : Ratio.values()) {
            RatioValue value = ratio.of(now, then);
            if (value instanceof RatioValue.Defined number) {
                assertThat(number.value()).isFinite();
            } else {
                assertThat(value.asDouble()).isEmpty();
            }
        }
    }

    /** Telling a statement in 万元 instead of 元 changes no ratio by more than rounding. */
    @Property
    void theUnitDoesNotMatter(@ForAll("ordinaryLines") Map<LineItem, BigDecimal> lines) {
        FinancialStatement inUnits = statement(lines, LocalDate.of(2024, 1, 1), 366, BigDecimal.ONE);
        FinancialStatement inTenThousands = statement(lines, LocalDate.of(2024, 1, 1), 366, BigDecimal.valueOf(10_000));
        for (Ratio ratio : Ratio.values()) {
            RatioValue a = ratio.of(inUnits);
            RatioValue b = ratio.of(inTenThousands);
            assertThat(b.kind()).isEqualTo(a.kind());
            if (a instanceof RatioValue.Defined number) {
                assertThat(b.asDouble().orElseThrow())
                        .isCloseTo(number.value(), within(1e-9 * Math.max(1, Math.abs(number.value()))));
            }
        }
    }

    @Provide
    Arbitrary<Map<LineItem, BigDecimal>> lines() {
        Arbitrary<BigDecimal> amounts = Arbitraries.oneOf(
                Arbitraries.of("0", "-0.01", "1e-400", "1e400", "-1e400", "9e307", "5e-324")
                        .map(BigDecimal::new),
                Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1e12), BigDecimal.valueOf(1e12)));
        return Arbitraries.maps(Arbitraries.of(LineItem.values()), amounts);
    }

    @Provide
    Arbitrary<Map<LineItem, BigDecimal>> ordinaryLines() {
        return Arbitraries.maps(
                Arbitraries.of(LineItem.values()),
                Arbitraries.integers().between(-1_000_000, 1_000_000).map(BigDecimal::valueOf));
    }

    private static FinancialStatement statement(
            Map<LineItem, BigDecimal> lines, LocalDate from, int days, BigDecimal unit) {
        return new FinancialStatement(
                ClientId.of("c-1"),
                from,
                from.plusDays(days - 1L),
                FinancialStatement.Basis.SOLO,
                false,
                Currency.getInstance("CNY"),
                unit,
                lines,
                Instant.EPOCH);
    }
}
