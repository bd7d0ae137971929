package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClientGroupProperties {

    private static final int CLIENTS = 12;
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final AsOf AS_OF = AsOf.endOf(DAY, ZoneOffset.UTC);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ExchangeRates NONE = (from, to, asOf) -> Optional.empty();

    /** The groups of a random graph, circles and all, cover the clients without overlap: each exposure counts once. */
    @Property
    void eachExposureIsCountedInExactlyOneGroup(@ForAll("stakes") List<Stake> stakes) {
        ClientGroup group = new ClientGroup(stakes).at(AS_OF);
        Map<ClientId, List<Money>> owed = new HashMap<>();
        long all = 0;
        for (int i = 0; i < CLIENTS; i++) {
            owed.put(id(i), List.of(new Money(1L << i, EUR), new Money(1L << (i + CLIENTS), EUR)));
            all += (1L << i) + (1L << (i + CLIENTS));
        }

        Set<ClientId> parents = new TreeSet<>();
        for (int i = 0; i < CLIENTS; i++) {
            parents.add(group.ultimateParent(id(i)));
        }
        long counted = 0;
        for (ClientId parent : parents) {
            GroupExposure exposure = group.exposure(parent, owed, EUR, NONE, AS_OF);
            counted += ((GroupExposure.Total) exposure).amount().minorUnits();
        }

        assertThat(counted).isEqualTo(all);
    }

    @Property
    void membersOfAGroupAgreeOnWhoTheyAre(@ForAll("stakes") List<Stake> stakes) {
        ClientGroup group = new ClientGroup(stakes);
        for (int i = 0; i < CLIENTS; i++) {
            Set<ClientId> members = group.members(id(i));
            assertThat(members).contains(id(i), group.ultimateParent(id(i)));
            for (ClientId member : members) {
                assertThat(group.members(member)).isEqualTo(members);
            }
        }
    }

    @Property
    void theOrderOfStakesDoesNotMatter(@ForAll("stakes") List<Stake> stakes) {
        List<Stake> turned = new java.util.ArrayList<>(stakes);
        java.util.Collections.reverse(turned);
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(new ClientGroup(turned).ultimateParent(id(i)))
                    .isEqualTo(new ClientGroup(stakes).ultimateParent(id(i)));
        }
    }

    @Provide
    Arbitrary<List<Stake>> stakes() {
        Arbitrary<Integer> client = Arbitraries.integers().between(0, CLIENTS - 1);
        Arbitrary<BigDecimal> share =
                Arbitraries.of("0.3", "0.5", "0.51", "0.8", "1").map(BigDecimal::new);
        return Combinators.combine(client, Arbitraries.integers().between(1, CLIENTS - 1), share)
                .as((owner, step, part) ->
                        new Stake(id(owner), id((owner + step) % CLIENTS), part, DAY, null, Instant.EPOCH))
                .list()
                .ofMaxSize(25);
    }

    private static ClientId id(int number) {
        return ClientId.of("c-" + (char) ('a' + number));
    }
}
