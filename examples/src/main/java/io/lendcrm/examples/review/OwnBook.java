package io.lendcrm.examples.review;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.DocumentFile;
import io.lendcrm.core.ingest.DomainFile;
import io.lendcrm.core.ingest.FileMapping;
import io.lendcrm.core.ingest.HistoryReader;
import io.lendcrm.core.ingest.JsonLinesFile;
import io.lendcrm.core.ingest.MappedFile;
import io.lendcrm.core.ingest.Mapping;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lender's own files: JSON lines in the form that this library writes, or delimited files with a mapping that says what
 * their columns mean. Whoever reviews its own files on its own machine knows what it may use, hence an open gate.
 *
 * @param clients the clients' file
 * @param interactions the interactions' file
 * @param facilities the contracts' file, null for none
 * @param statements the statements' file, null for none
 * @param mapping the mapping's file, null for JSON lines
 * @param asOf the day to look from, null for the day of the last interaction
 * @param currency the currency of the report's amounts
 */
record OwnBook(
        Path clients,
        Path interactions,
        @Nullable Path facilities,
        @Nullable Path statements,
        @Nullable Path mapping,
        @Nullable LocalDate asOf,
        Currency currency) {

    Book read(Words words) throws IOException {
        Mapping mapped = mapping == null ? null : Mapping.from(DocumentJson.readTree(Files.readAllBytes(mapping)));
        DomainFile<Version<Client>> states =
                DomainFile.clients(file(clients, mapped == null ? null : mapped.clients()));
        DomainFile<Interaction> events =
                DomainFile.interactions(file(interactions, mapped == null ? null : mapped.interactions()));
        HistoryReader reader = HistoryReader.of(states, events);
        if (facilities != null) {
            reader = reader.withFacilities(
                    DomainFile.facilities(file(facilities, mapped == null ? null : mapped.facilities())));
        }
        if (statements != null) {
            reader = reader.withStatements(
                    DomainFile.statements(file(statements, mapped == null ? null : mapped.statements())));
        }
        HistoryReader.Result result = reader.read();
        List<Dossier> dossiers = result.dossiers();
        LocalDate until = Optional.ofNullable(asOf).orElseGet(() -> lastDay(dossiers));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clients-file", clients.getFileName().toString());
        parameters.put("interactions-file", interactions.getFileName().toString());
        parameters.put("as-of", until.toString());
        AsOf day = AsOf.endOf(until, ZoneOffset.UTC);
        return new Book(
                words.text("lender.own"),
                words.text("source.own", clients.getFileName(), interactions.getFileName()),
                day,
                day,
                currency,
                (from, to, at) -> Optional.empty(),
                dossiers.size(),
                dossiers::get,
                UseGate.allowAll(),
                Map.of(clients.getFileName() + ", " + interactions.getFileName(), result.report()),
                parameters);
    }

    private static DocumentFile file(Path path, @Nullable FileMapping mapping) {
        return mapping == null ? JsonLinesFile.of(path) : new MappedFile(DelimitedFile.of(path), mapping);
    }

    private static LocalDate lastDay(List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(d -> d.interactions().stream())
                .map(Interaction::occurredOn)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }
}
