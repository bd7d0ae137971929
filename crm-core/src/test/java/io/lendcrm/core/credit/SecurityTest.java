package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What secures credit: {@link Collateral} and {@link Guarantee}. */
class SecurityTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final ClientId BORROWER = ClientId.of("c-1");

    @Test
    void aHaircutIsRoundedAgainstTheBorrower() {
        assertThat(patent("100.01", "0.35").lendingValue()).isEqualTo(Money.parse("65.00", "EUR"));
        assertThat(patent("100.01", "0").lendingValue()).isEqualTo(Money.parse("100.01", "EUR"));
        assertThat(patent("100.01", "1").lendingValue()).isEqualTo(Money.parse("0", "EUR"));
    }

    @Test
    void impossibleCollateralIsRefused() {
        assertThatThrownBy(() -> patent("-1", "0")).hasMessage("value must not be negative, found EUR -1.00");
        assertThatThrownBy(() -> patent("1", "1.01")).hasMessage("haircut must be within [0, 1], found 1.01");
        assertThatThrownBy(() -> patent("1", "-0.01")).hasMessage("haircut must be within [0, 1], found -0.01");
    }

    @Test
    void aGuaranteeHoldsOnItsDays() {
        Guarantee guarantee = guarantee(ClientId.of("c-2"), DAY.plusDays(10));

        assertThat(guarantee.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(guarantee.holdsOn(DAY)).isTrue();
        assertThat(guarantee.holdsOn(DAY.plusDays(10))).isTrue();
        assertThat(guarantee.holdsOn(DAY.plusDays(11))).isFalse();
        assertThat(guarantee(ClientId.of("c-2"), null).holdsOn(DAY.plusYears(50)))
                .isTrue();
    }

    @Test
    void nobodyGuaranteesForHimself() {
        assertThatThrownBy(() -> guarantee(BORROWER, null))
                .hasMessage("guarantor must not be the borrower, found " + BORROWER);
    }

    private static Collateral patent(String value, String haircut) {
        return new Collateral(
                "p-1",
                BORROWER,
                BORROWER,
                Collateral.Kind.INTELLECTUAL_PROPERTY,
                Set.of("f-1"),
                Money.parse(value, "EUR"),
                DAY,
                new BigDecimal(haircut),
                Instant.EPOCH);
    }

    private static Guarantee guarantee(ClientId guarantor, @org.jspecify.annotations.Nullable LocalDate until) {
        return new Guarantee(
                "g-1",
                BORROWER,
                guarantor,
                Guarantee.Kind.CORPORATE,
                "f-1",
                Money.parse("5", "EUR"),
                DAY,
                until,
                Instant.EPOCH);
    }
}
