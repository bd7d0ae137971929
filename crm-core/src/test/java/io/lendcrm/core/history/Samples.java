package io.lendcrm.core.history;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Small clients and events for tests. */
final class Samples {

    static final LocalDate DAY_0 = LocalDate.of(2024, 1, 1);

    private Samples() {}

    static LocalDate day(int n) {
        return DAY_0.plusDays(n);
    }

    /** The last instant of a day. */
    static Instant recorded(int n) {
        return AsOf.recordedOn(day(n), ZoneOffset.UTC);
    }

    static AsOf asOf(int n) {
        return AsOf.endOf(day(n), ZoneOffset.UTC);
    }

    static ClientId id(String client) {
        return ClientId.of(client);
    }

    static Client person(String client) {
        return Individual.builder()
                .id(id(client))
                .relationship(Relationship.since(DAY_0))
                .build();
    }

    static Header header(String client, String key, int day, int recordedDay) {
        return Header.of(InteractionId.of(key), id(client), day(day), recorded(recordedDay), Channel.APP);
    }

    static Transaction purchase(String client, String key, int day, String euros) {
        return purchase(client, key, day, day, euros);
    }

    static Transaction purchase(String client, String key, int day, int recordedDay, String euros) {
        return Transaction.of(header(client, key, day, recordedDay), Direction.OUT, Money.parse(euros, "EUR"));
    }

    /** A client known from day 0 with a purchase on each of some days. */
    static Dossier dossier(String client, int... purchaseDays) {
        List<Transaction> purchases = new ArrayList<>();
        for (int i = 0; i < purchaseDays.length; i++) {
            purchases.add(purchase(client, client + "-" + i, purchaseDays[i], "10.00"));
        }
        return Dossier.of(id(client), Versions.of(person(client), DAY_0, recorded(0)))
                .withInteractions(List.copyOf(purchases));
    }
}
