package io.lendcrm.core.ingest;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DomainFile.Item;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Merges files that are sorted by client, one dossier at a time. Not thread-safe; confine to one thread. */
final class SortedJoin implements AutoCloseable {

    private final String clientsFile;
    private final QualityReport.Builder report;
    private final Feed<Version<Client>> states;
    private final List<Feed<?>> others = new ArrayList<>();

    SortedJoin(
            DomainFile<Version<Client>> clients,
            DomainFile<Interaction> interactions,
            @Nullable DomainFile<Facility> facilities,
            @Nullable DomainFile<FinancialStatement> statements,
            QualityReport.Builder report) {
        this.clientsFile = clients.name();
        this.report = report;
        this.states = new Feed<>(clients, state -> state.value().id(), DossierParts::addState);
        others.add(new Feed<>(interactions, Interaction::client, DossierParts::addInteraction));
        if (facilities != null) {
            others.add(new Feed<>(facilities, Facility::borrower, DossierParts::addFacility));
        }
        if (statements != null) {
            others.add(new Feed<>(statements, FinancialStatement::client, DossierParts::addStatement));
        }
    }

    /** {@return the next client's dossier, or null after the last} */
    @Nullable
    Dossier next() {
        ClientId client = states.client();
        if (client == null) {
            others.forEach(Feed::refuseRest);
            return null;
        }
        DossierParts parts = new DossierParts(client);
        states.pour(client, parts);
        others.forEach(feed -> feed.pour(client, parts));
        return parts.build();
    }

    @Override
    public void close() {
        states.close();
        others.forEach(Feed::close);
    }

    /** One file, and the record that comes next. */
    private final class Feed<T> {

        private final DomainFile<T>.Reading reading;
        private final Function<T, ClientId> owner;
        private final HistoryReader.Adding<T> adding;
        private @Nullable Item<T> head;
        private @Nullable ClientId last;

        Feed(DomainFile<T> file, Function<T, ClientId> owner, HistoryReader.Adding<T> adding) {
            this.reading = file.open();
            this.owner = owner;
            this.adding = adding;
            advance();
        }

        /** Whose record comes next; null at the end. */
        @Nullable
        ClientId client() {
            return head == null ? null : owner.apply(head.value());
        }

        /** Adds this client's records; refuses those before, whose clients never came. */
        void pour(ClientId client, DossierParts parts) {
            for (ClientId next = client(); next != null && next.compareTo(client) <= 0; next = client()) {
                take(next, next.equals(client) ? parts : null);
            }
        }

        void refuseRest() {
            for (ClientId next = client(); next != null; next = client()) {
                take(next, null);
            }
        }

        void close() {
            reading.close();
        }

        private void take(ClientId client, @Nullable DossierParts parts) {
            Item<T> item = head;
            if (item != null && parts != null) {
                adding.add(parts, item, report);
            } else if (item != null) {
                report.reject(DossierParts.unknownClient(item.place(), client, clientsFile));
            }
            advance();
        }

        private void advance() {
            for (head = reading.next(report); head != null; head = reading.next(report)) {
                ClientId client = owner.apply(head.value());
                if (last == null || client.compareTo(last) >= 0) {
                    last = client;
                    return;
                }
                report.reject(Finding.of(
                        "not-sorted",
                        Severity.ERROR,
                        head.place().with(client),
                        "records in the order of the clients' keys"));
            }
        }
    }
}
