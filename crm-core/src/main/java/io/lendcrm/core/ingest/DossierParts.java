package io.lendcrm.core.ingest;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DomainFile.Item;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.Version;
import io.lendcrm.core.time.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers one client's dossier and counts what becomes of each record. Not thread-safe; confine to one thread. */
final class DossierParts {

    private final ClientId id;
    private final List<Version<Client>> states = new ArrayList<>();
    private final Map<InteractionId, Interaction> interactions = new LinkedHashMap<>();
    private final List<Facility> facilities = new ArrayList<>();
    private final List<FinancialStatement> statements = new ArrayList<>();

    DossierParts(ClientId id) {
        this.id = id;
    }

    void addState(Item<Version<Client>> item, QualityReport.Builder report) {
        Version<Client> state = item.value();
        for (Version<Client> before : states) {
            if (before.validFrom().equals(state.validFrom())
                    && before.recordedAt().equals(state.recordedAt())) {
                report.reject(refused(
                        item.place(),
                        before.equals(state) ? "repeated-client" : "conflicting-client",
                        "one state for a day and an instant of recording"));
                return;
            }
        }
        states.add(state);
        report.accept();
    }

    void addInteraction(Item<Interaction> item, QualityReport.Builder report) {
        Interaction before = interactions.putIfAbsent(item.value().id(), item.value());
        if (before == null) {
            report.accept();
        } else {
            report.reject(refused(
                    item.place(),
                    before.equals(item.value()) ? "repeated-interaction" : "conflicting-interaction",
                    "an id that comes once; the first is kept"));
        }
    }

    void addFacility(Item<Facility> item, QualityReport.Builder report) {
        facilities.add(item.value());
        report.accept();
    }

    void addStatement(Item<FinancialStatement> item, QualityReport.Builder report) {
        statements.add(item.value());
        report.accept();
    }

    Dossier build() {
        return Dossier.of(id, new Versions<>(states))
                .withInteractions(List.copyOf(interactions.values()))
                .withFacilities(facilities)
                .withStatements(statements);
    }

    /** Refuses a record whose client no record of the clients' file tells of. */
    static Finding unknownClient(Place place, ClientId client, String file) {
        return Finding.of("unknown-client", Severity.ERROR, place.with(client), "a client of " + file);
    }

    private Finding refused(Place place, String rule, String expected) {
        return Finding.of(rule, Severity.ERROR, place.with(id), expected);
    }
}
