package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.json.ClientDocuments;
import io.lendcrm.core.json.FacilityDocuments;
import io.lendcrm.core.json.InteractionDocuments;
import io.lendcrm.core.json.StatementDocuments;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.Version;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file of states of clients, of interactions, of contracts or of statements. A record that the domain refuses is a
 * finding {@code refused-record} with the place in the record and what was expected, without the value. Immutable and
 * thread-safe.
 *
 * @param <T> what its records are
 */
public final class DomainFile<T> {

    private final DocumentFile file;
    private final Function<Document.Tree, T> read;

    private DomainFile(DocumentFile file, Function<Document.Tree, T> read) {
        this.file = requireNonNull(file, "file");
        this.read = read;
    }

    /**
     * States of clients.
     *
     * @param file documents as {@link ClientDocuments} reads them
     * @return the file
     */
    public static DomainFile<Version<Client>> clients(DocumentFile file) {
        return new DomainFile<>(file, ClientDocuments::read);
    }

    /**
     * Interactions.
     *
     * @param file documents as {@link InteractionDocuments} reads them
     * @return the file
     */
    public static DomainFile<Interaction> interactions(DocumentFile file) {
        return new DomainFile<>(file, InteractionDocuments::read);
    }

    /**
     * Credit contracts.
     *
     * @param file documents as {@link FacilityDocuments} reads them
     * @return the file
     */
    public static DomainFile<Facility> facilities(DocumentFile file) {
        return new DomainFile<>(file, FacilityDocuments::read);
    }

    /**
     * Financial statements.
     *
     * @param file documents as {@link StatementDocuments} reads them
     * @return the file
     */
    public static DomainFile<FinancialStatement> statements(DocumentFile file) {
        return new DomainFile<>(file, StatementDocuments::read);
    }

    /** {@return the name that findings give it} */
    public String name() {
        return file.name();
    }

    /**
     * Reads all records in their order.
     *
     * @param records takes each
     * @return how many records were read, accepted and rejected, and why
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public QualityReport forEach(Consumer<? super T> records) {
        QualityReport.Builder report = QualityReport.builder();
        try (Reading reading = open()) {
            for (Item<T> item = reading.next(report); item != null; item = reading.next(report)) {
                records.accept(item.value());
                report.accept();
            }
        }
        return report.build();
    }

    /** A record and where it stands. */
    record Item<T>(Place place, T value) {}

    /** Begins a pass; the caller counts what becomes of each record. */
    Reading open() {
        return new Reading(file.open());
    }

    /** One pass. */
    final class Reading implements AutoCloseable {

        private final DocumentFile.Reading documents;

        private Reading(DocumentFile.Reading documents) {
            this.documents = documents;
        }

        @Nullable
        Item<T> next(QualityReport.Builder report) {
            for (DocumentFile.Entry e = documents.next(report); e != null; e = documents.next(report)) {
                try {
                    return new Item<>(e.place(), read.apply(e.document()));
                } catch (ModelFormatException fault) {
                    report.reject(finding(e.place(), fault));
                }
            }
            return null;
        }

        @Override
        public void close() {
            documents.close();
        }
    }

    private static Finding finding(Place place, ModelFormatException fault) {
        String field = fault.where().startsWith("$.") ? fault.where().substring(2) : "";
        String problem = fault.problem();
        int found = problem.indexOf(", found");
        return new Finding(
                "refused-record", Severity.ERROR, place, field, "", found < 0 ? problem : problem.substring(0, found));
    }
}
