package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class RfmStreamTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final ClientId ANN = ClientId.of("ann");
    private static final RfmModel MODEL = RfmFitter.fixed(
                    RfmCuts.of(new long[] {60, 10}, new long[] {2, 3}, new long[] {50_00, 100_00}))
            .withSegments(SegmentMap.standard(3))
            .fit(RfmTest.frequencies(1));

    @Test
    void aClientsScoreFollowsEveryEvent() {
        RfmStream stream = RfmStream.of(MODEL, MAY);
        assertThat(stream.score(ANN)).isEmpty();
        stream.add(ANN, MAY.minusDays(20), eur("40"));
        assertThat(stream.score(ANN).orElseThrow().cell()).isEqualTo("211");
        stream.add(ANN, MAY, eur("60"));
        assertThat(stream.score(ANN).orElseThrow().cell()).isEqualTo("323");
        stream.adjust(ANN, MAY, eur("-55"));
        assertThat(stream.score(ANN).orElseThrow().cell()).isEqualTo("321");
        stream.advanceTo(MAY.plusDays(61));
        assertThat(stream.score(ANN).orElseThrow().cell()).isEqualTo("121");
    }

    @Test
    void aWindowOfTheCalendarLetsEventsGo() {
        RfmStream stream = RfmStream.trailing(MODEL, MAY, Period.ofMonths(3), RfmMonetary.REVENUE);
        stream.add(ANN, LocalDate.of(2026, 3, 1), eur("100"));
        stream.add(ANN, LocalDate.of(2026, 4, 30), eur("50"));
        assertThat(stream.score(ANN).orElseThrow().cell()).isEqualTo("223");
        stream.advanceTo(MAY.plusDays(1));
        assertThat(stream.score(ANN).orElseThrow().cell()).isEqualTo("212");
        stream.advanceTo(LocalDate.of(2026, 8, 1));
        assertThat(stream.score(ANN)).isEmpty();
        assertThat(stream.table().rows()).isZero();
    }

    @Test
    void lateEventsCountWithinTheWindowAndNotBeforeIt() {
        RfmStream stream = RfmStream.trailing(MODEL, MAY, Period.ofMonths(1), RfmMonetary.REVENUE);
        assertThat(stream.add(ANN, MAY, eur("10"))).isTrue();
        assertThat(stream.add(ANN, MAY.minusDays(9), eur("10"))).isTrue();
        assertThat(stream.add(ANN, LocalDate.of(2026, 4, 30), eur("10"))).isFalse();
        assertThat(stream.tooLate()).isEqualTo(1);
        assertThat(stream.table().frequency(0)).isEqualTo(2);
        assertThat(stream.table().recencyDays(0)).isZero();
        assertThatThrownBy(() -> stream.add(ANN, MAY.plusDays(1), eur("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("day must not be after today=2026-05-31, found 2026-06-01");
        assertThatThrownBy(() -> stream.advanceTo(MAY.minusDays(1))).hasMessageContaining("not be before today");
        assertThatThrownBy(() -> RfmStream.trailing(MODEL, MAY, Period.ZERO, RfmMonetary.REVENUE))
                .hasMessage("length must be at least a day, found P0D");
    }

    @Test
    void aBalanceIsTheLastReadingWhateverTheOrder() {
        RfmStream stream = RfmStream.trailing(MODEL, MAY, Period.ofMonths(1), RfmMonetary.BALANCE);
        stream.add(ANN, MAY, Money.zero(EUR));
        stream.balance(ANN, LocalDate.of(2026, 2, 1), eur("70"));
        stream.balance(ANN, LocalDate.of(2026, 1, 1), eur("700"));
        assertThat(stream.table().monetary(0)).isEqualTo(70_00);
        assertThatThrownBy(() -> stream.add(ANN, MAY, eur("5"))).hasMessageContaining("monetary is BALANCE");
        assertThatThrownBy(() -> stream.adjust(ANN, MAY, eur("5")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("adjust needs monetary NET_REVENUE, found BALANCE");
    }

    @Test
    void accumulatorsKeepTheSameRules() {
        RfmAccumulator net = RfmAccumulator.of(MAY, EUR);
        net.add(ANN, MAY.minusDays(3), eur("10"));
        net.adjust(ANN, MAY, eur("-30"));
        net.adjust(ClientId.of("costs only"), MAY, eur("-1"));
        assertThat(net.table().rows()).isEqualTo(1);
        assertThat(net.withoutEvents()).isEqualTo(1);
        assertThat(net.table().monetary(0)).isEqualTo(-20_00);
        assertThat(net.table().recencyDays(0)).isEqualTo(3);
        assertThat(net.table().frequency(0)).isEqualTo(1);

        ObservationWindow quarter = ObservationWindow.whole(MAY, 3, 1);
        assertThat(quarter).isEqualTo(ObservationWindow.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
        RfmAccumulator revenue = RfmAccumulator.over(quarter, EUR, RfmMonetary.REVENUE);
        revenue.add(ANN, LocalDate.of(2025, 12, 31), eur("5"));
        revenue.add(ANN, LocalDate.of(2026, 1, 1), eur("5"));
        revenue.add(ANN, LocalDate.of(2026, 4, 1), eur("5"));
        assertThat(revenue.earlier()).isEqualTo(1);
        assertThat(revenue.later()).isEqualTo(1);
        assertThat(revenue.table().monetary(0)).isEqualTo(5_00);
        assertThatThrownBy(() -> revenue.add(ANN, LocalDate.of(2026, 1, 1), eur("-5")))
                .hasMessageContaining("amount must be at least 0 where monetary is REVENUE, found -500");
    }

    private static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }
}
