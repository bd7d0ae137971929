package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.ClientSource;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.history.InMemoryClientSource;
import io.lendcrm.core.history.StreamedClientSource;
import io.lendcrm.core.ingest.DomainFile.Item;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins files of clients, interactions, contracts and statements to dossiers. A client may have many states, each a
 * record of its own. Besides the findings of the files: {@code unknown-client} (a record of a client that the clients'
 * file lacks), {@code repeated-interaction} and {@code conflicting-interaction} (a client's id of an interaction comes
 * again, with equal or other content; the first is kept), {@code repeated-client} and {@code conflicting-client} (two
 * states with the same two times; the first is kept), and, when streaming, {@code not-sorted}. Immutable and thread-safe.
 */
public final class HistoryReader {

    private final DomainFile<Version<Client>> clients;
    private final DomainFile<Interaction> interactions;
    private final @Nullable DomainFile<Facility> facilities;
    private final @Nullable DomainFile<FinancialStatement> statements;

    private HistoryReader(
            DomainFile<Version<Client>> clients,
            DomainFile<Interaction> interactions,
            @Nullable DomainFile<Facility> facilities,
            @Nullable DomainFile<FinancialStatement> statements) {
        this.clients = requireNonNull(clients, "clients");
        this.interactions = requireNonNull(interactions, "interactions");
        this.facilities = facilities;
        this.statements = statements;
    }

    /**
     * What was read into memory.
     *
     * @param dossiers the dossiers in the order of the clients' file
     * @param report the records of all files
     */
    public record Result(List<Dossier> dossiers, QualityReport report) {
        public Result {
            dossiers = List.copyOf(dossiers);
            requireNonNull(report, "report");
        }

        /** {@return a source of the dossiers} */
        public ClientSource source() {
            return InMemoryClientSource.of(dossiers);
        }
    }

    /**
     * Joins clients and their interactions.
     *
     * @param clients states of clients
     * @param interactions what happened with them
     * @return the reader
     */
    public static HistoryReader of(DomainFile<Version<Client>> clients, DomainFile<Interaction> interactions) {
        return new HistoryReader(clients, interactions, null, null);
    }

    /**
     * The same with contracts.
     *
     * @param file the contracts
     * @return the reader
     */
    public HistoryReader withFacilities(DomainFile<Facility> file) {
        return new HistoryReader(clients, interactions, requireNonNull(file, "file"), statements);
    }

    /**
     * The same with statements.
     *
     * @param file the statements
     * @return the reader
     */
    public HistoryReader withStatements(DomainFile<FinancialStatement> file) {
        return new HistoryReader(clients, interactions, facilities, requireNonNull(file, "file"));
    }

    /**
     * Reads all files, in whatever order their records stand, into memory.
     *
     * @return the dossiers and the report
     * @throws java.io.UncheckedIOException if a file can't be read
     */
    public Result read() {
        QualityReport.Builder report = QualityReport.builder();
        Map<ClientId, DossierParts> parts = new LinkedHashMap<>();
        try (var states = clients.open()) {
            for (var item = states.next(report); item != null; item = states.next(report)) {
                parts.computeIfAbsent(item.value().value().id(), DossierParts::new)
                        .addState(item, report);
            }
        }
        join(interactions, Interaction::client, parts, DossierParts::addInteraction, report);
        if (facilities != null) {
            join(facilities, Facility::borrower, parts, DossierParts::addFacility, report);
        }
        if (statements != null) {
            join(statements, FinancialStatement::client, parts, DossierParts::addStatement, report);
        }
        return new Result(parts.values().stream().map(DossierParts::build).toList(), report.build());
    }

    /**
     * Reads files that are all sorted by the client's key, as {@link ClientId} orders them, one client at a time: memory
     * stays that of one client. A record out of order is a finding {@code not-sorted} and isn't used.
     *
     * @param visitor takes each dossier
     * @return the records of all files
     * @throws java.io.UncheckedIOException if a file can't be read
     */
    public QualityReport stream(Consumer<Dossier> visitor) {
        QualityReport.Builder report = QualityReport.builder();
        try (SortedJoin join = sorted(report)) {
            for (Dossier dossier = join.next(); dossier != null; dossier = join.next()) {
                visitor.accept(dossier);
            }
        }
        return report.build();
    }

    /**
     * A source over files that are all sorted by the client's key; each question reads them anew in the memory of one
     * client. What {@link #stream} would find is left out of the histories here, too.
     *
     * @return the source
     */
    public ClientSource sortedSource() {
        return StreamedClientSource.of(() -> {
            SortedJoin join = sorted(QualityReport.builder());
            return Stream.iterate(join.next(), dossier -> dossier != null, dossier -> join.next())
                    .onClose(join::close);
        });
    }

    private SortedJoin sorted(QualityReport.Builder report) {
        return new SortedJoin(clients, interactions, facilities, statements, report);
    }

    private <T> void join(
            DomainFile<T> file,
            Function<T, ClientId> owner,
            Map<ClientId, DossierParts> parts,
            Adding<T> adding,
            QualityReport.Builder report) {
        try (var reading = file.open()) {
            for (Item<T> item = reading.next(report); item != null; item = reading.next(report)) {
                ClientId client = owner.apply(item.value());
                DossierParts dossier = parts.get(client);
                if (dossier == null) {
                    report.reject(DossierParts.unknownClient(item.place(), client, clients.name()));
                } else {
                    adding.add(dossier, item, report);
                }
            }
        }
    }

    /** Adds a record to a dossier. */
    @FunctionalInterface
    interface Adding<T> {
        void add(DossierParts dossier, Item<T> item, QualityReport.Builder report);
    }
}
