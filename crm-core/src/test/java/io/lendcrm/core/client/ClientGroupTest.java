package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.ClientGroup.Stake;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientGroupTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final AsOf AS_OF = AsOf.endOf(DAY, ZoneOffset.UTC);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final ExchangeRates HALF_A_DOLLAR = (from, to, asOf) ->
            from.equals(USD) && to.equals(EUR) ? Optional.of(new BigDecimal("0.5")) : Optional.empty();

    @Test
    void theUltimateParentIsTheLastController() {
        ClientGroup group = new ClientGroup(List.of(
                stake("holding", "mid", "0.80"), stake("mid", "plant", "0.51"), stake("fund", "plant", "0.49")));

        assertThat(group.ultimateParent(id("plant"))).isEqualTo(id("holding"));
        assertThat(group.ultimateParent(id("holding"))).isEqualTo(id("holding"));
        assertThat(group.ultimateParent(id("fund"))).isEqualTo(id("fund"));
        assertThat(group.controller(id("plant"))).contains(id("mid"));
        assertThat(group.members(id("mid"))).containsExactly(id("holding"), id("mid"), id("plant"));
    }

    @Test
    void exactlyHalfControlsNothing() {
        ClientGroup group = new ClientGroup(List.of(stake("a", "joint", "0.5"), stake("b", "joint", "0.50")));

        assertThat(group.controller(id("joint"))).isEmpty();
        assertThat(group.ultimateParent(id("joint"))).isEqualTo(id("joint"));
    }

    @Test
    void aCircleIsOneGroupLedByItsLeastKey() {
        ClientGroup group = new ClientGroup(List.of(
                stake("c", "b", "0.6"), stake("b", "a", "0.6"), stake("a", "c", "0.6"), stake("b", "leaf", "0.9")));

        for (String member : List.of("a", "b", "c", "leaf")) {
            assertThat(group.ultimateParent(id(member))).isEqualTo(id("a"));
            assertThat(group.members(id(member))).containsExactly(id("a"), id("b"), id("c"), id("leaf"));
        }
    }

    @Test
    void aGroupOwesWhatItsMembersOwe() {
        ClientGroup group = new ClientGroup(List.of(stake("p", "s", "1"), stake("p", "t", "0.3")));
        Map<ClientId, List<Money>> owed = Map.of(
                id("p"), List.of(Money.parse("100", "EUR")),
                id("s"), List.of(Money.parse("7.01", "USD"), Money.parse("3", "EUR"), Money.parse("0.01", "USD")),
                id("t"), List.of(Money.parse("999", "EUR")));

        // 7.02 dollars together are 3.51 euros; converted one by one they would be 3.50 and 0.00
        assertThat(group.exposure(id("s"), owed, EUR, HALF_A_DOLLAR, AS_OF))
                .isEqualTo(new GroupExposure.Total(id("p"), Set.of(id("p"), id("s")), Money.parse("106.51", "EUR")));
    }

    @Test
    void aMissingRateIsAValueThatNamesTheCurrency() {
        ClientGroup group = new ClientGroup(List.of(stake("p", "s", "1")));
        Map<ClientId, List<Money>> owed = Map.of(
                id("p"), List.of(Money.parse("100", "CHF")),
                id("s"), List.of(Money.parse("7", "JPY"), Money.parse("7", "USD")));

        assertThat(group.exposure(id("p"), owed, EUR, HALF_A_DOLLAR, AS_OF))
                .isEqualTo(new GroupExposure.RatesMissing(
                        id("p"), EUR, Set.of(Currency.getInstance("CHF"), Currency.getInstance("JPY"))));
    }

    @Test
    void onlyWhatHeldAndWasKnownCounts() {
        Stake sold = new Stake(id("p"), id("s"), BigDecimal.ONE, DAY.minusYears(2), DAY.minusDays(1), Instant.EPOCH);
        Stake later = new Stake(
                id("p"),
                id("t"),
                BigDecimal.ONE,
                DAY.minusYears(1),
                null,
                AS_OF.knownBy().plusNanos(1));
        Stake held = new Stake(id("p"), id("u"), BigDecimal.ONE, DAY, null, Instant.EPOCH);
        Stake corrected = new Stake(id("p"), id("u"), new BigDecimal("0.2"), DAY, null, Instant.EPOCH.plusSeconds(1));

        assertThat(new ClientGroup(List.of(sold, later, held)).at(AS_OF).stakes())
                .containsExactly(held);
        assertThat(new ClientGroup(List.of(sold, later, held)).exposure(id("p"), Map.of(), EUR, HALF_A_DOLLAR, AS_OF))
                .isEqualTo(new GroupExposure.Total(id("p"), Set.of(id("p"), id("u")), Money.parse("0", "EUR")));
        assertThat(new ClientGroup(List.of(corrected, held)).at(AS_OF).stakes()).containsExactly(corrected);
    }

    @Test
    void impossibleStakesAreRefused() {
        assertThatThrownBy(() -> stake("a", "b", "1.01")).hasMessage("share must be within (0, 1], found 1.01");
        assertThatThrownBy(() -> stake("a", "b", "0")).hasMessage("share must be within (0, 1], found 0");
        assertThatThrownBy(() -> stake("a", "a", "1"))
                .hasMessage("owner must not be owned by itself, found " + id("a"));
    }

    private static Stake stake(String owner, String owned, String share) {
        return new Stake(id(owner), id(owned), new BigDecimal(share), DAY.minusYears(1), null, Instant.EPOCH);
    }

    private static ClientId id(String value) {
        return ClientId.of(value);
    }
}
