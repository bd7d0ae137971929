package io.lendcrm.scoring.risk.outcome;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.OtherInteraction;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A borrower with a loan of monthly instalments of EUR 90 and 10, due on the last days of months from January 2022. */
final class Borrower {

    static final LocalDate SIGNED = LocalDate.of(2021, 12, 31);

    private final String key;
    private final int instalments;
    private final List<Interaction> events = new ArrayList<>();

    private Borrower(String key, int instalments) {
        this.key = key;
        this.instalments = instalments;
    }

    static Borrower of(String key, int instalments) {
        return new Borrower(key, instalments);
    }

    static LocalDate due(int number) {
        return SIGNED.plusMonths(number).withDayOfMonth(1).plusMonths(1).minusDays(1);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static AsOf at(String day) {
        return AsOf.endOf(day(day), ZoneOffset.UTC);
    }

    static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }

    /** Pays instalments on their days. */
    Borrower paysOnTime(int from, int to) {
        for (int number = from; number <= to; number++) {
            pays(due(number), "100.00");
        }
        return this;
    }

    Borrower pays(String day, String amount) {
        return pays(day(day), amount);
    }

    Borrower pays(LocalDate day, String amount) {
        events.add(Repayment.of(header(day), "loan-" + key, day, eur(amount), eur(amount)));
        return this;
    }

    Borrower event(Interaction event) {
        events.add(event);
        return this;
    }

    /** An event of the lender's own. */
    Borrower happens(String type, String day) {
        return event(OtherInteraction.of(header(day(day)), type, Map.of()));
    }

    Header header(LocalDate day) {
        return header(day, day);
    }

    Header header(LocalDate day, LocalDate recorded) {
        return Header.of(
                InteractionId.of(key + "-" + events.size()),
                ClientId.of(key),
                day,
                AsOf.recordedOn(recorded, ZoneOffset.UTC),
                Channel.SYSTEM);
    }

    Dossier dossier() {
        Client client = Individual.builder()
                .id(ClientId.of(key))
                .relationship(Relationship.since(SIGNED))
                .build();
        List<Instalment> plan = new ArrayList<>();
        for (int number = 1; number <= instalments; number++) {
            plan.add(new Instalment(due(number), eur("90.00"), eur("10.00")));
        }
        List<Facility> facilities = new ArrayList<>();
        if (instalments > 0) {
            facilities.add(Facility.builder()
                    .id("loan-" + key)
                    .borrower(ClientId.of(key))
                    .type(Facility.Type.TERM_LOAN)
                    .product("term")
                    .limit(eur(Integer.toString(90 * instalments)))
                    .rate(Rate.percent("10"))
                    .signedOn(SIGNED)
                    .maturity(due(instalments))
                    .plan(plan)
                    .recordedAt(AsOf.recordedOn(SIGNED, ZoneOffset.UTC))
                    .build());
        }
        return Dossier.of(ClientId.of(key), Versions.of(client, SIGNED, AsOf.recordedOn(SIGNED, ZoneOffset.UTC)))
                .withFacilities(facilities)
                .withInteractions(events);
    }

    ClientHistory seenOn(String day) {
        return dossier().at(at(day)).orElseThrow();
    }
}
