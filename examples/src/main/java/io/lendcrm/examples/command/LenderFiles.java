package io.lendcrm.examples.command;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.json.ClientDocuments;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.json.FacilityDocuments;
import io.lendcrm.core.json.InteractionDocuments;
import io.lendcrm.core.json.StatementDocuments;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.statement.FinancialStatement;
import io.lendcrm.core.time.Version;
import io.lendcrm.examples.report.CsvFile;
import io.lendcrm.examples.simulation.SimulatedClient;
import io.lendcrm.examples.simulation.SimulatedLender;
import io.lendcrm.examples.simulation.Truth;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** A simulated lender's files while they are written, one client at a time. Not thread-safe; confine to one thread. */
final class LenderFiles implements Closeable {

    private static final List<String> TRUTH = List.of(
            "id",
            "archetype",
            "annual_pd",
            "monthly_churn",
            "monthly_rate",
            "ticket",
            "channel",
            "product",
            "contact_hour",
            "joined_on",
            "left_on",
            "distressed_from",
            "defaulted_on",
            "group");

    private final Map<String, Long> records = new LinkedHashMap<>();
    private final Lines clients;
    private final Lines interactions;
    private final Lines facilities;
    private final Lines statements;
    private final CsvFile truth;

    private LenderFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        clients = new Lines(folder, "clients.jsonl");
        interactions = new Lines(folder, "interactions.jsonl.gz");
        facilities = new Lines(folder, "facilities.jsonl");
        statements = new Lines(folder, "statements.jsonl");
        truth = CsvFile.create(folder.resolve("truth.csv"), TRUTH);
        records.put("truth.csv", 0L);
    }

    /**
     * Writes all files.
     *
     * @param lender what is written
     * @param folder where to, made if missing
     * @param progress told every tenth of the way
     * @return how many records each file has
     * @throws IOException if a file can't be written
     */
    static Map<String, Long> write(SimulatedLender lender, Path folder, Consumer<String> progress) throws IOException {
        int all = lender.options().clients();
        int step = Math.max(1, (all + 9) / 10);
        try (LenderFiles files = new LenderFiles(folder)) {
            int done = 0;
            for (Iterator<SimulatedClient> each = lender.clients().iterator(); each.hasNext(); ) {
                files.add(each.next());
                if (++done % step == 0 || done == all) {
                    progress.accept(done + " of " + all + " clients");
                }
            }
            return files.records;
        }
    }

    @Override
    public void close() throws IOException {
        try (clients;
                interactions;
                facilities;
                statements;
                truth) {
            // Each is closed, whatever befalls another.
        }
    }

    private void add(SimulatedClient client) throws IOException {
        Dossier dossier = client.dossier();
        for (Version<Client> state : dossier.states().all()) {
            clients.add(ClientDocuments.write(state));
        }
        for (Interaction interaction : dossier.interactions()) {
            interactions.add(InteractionDocuments.write(interaction));
        }
        for (Facility facility : dossier.facilities()) {
            facilities.add(FacilityDocuments.write(facility));
        }
        for (FinancialStatement statement : dossier.statements()) {
            statements.add(StatementDocuments.write(statement));
        }
        add(client.truth());
    }

    private void add(Truth t) throws IOException {
        truth.row(
                t.client().value(),
                word(t.archetype()),
                t.annualPd(),
                t.monthlyChurn(),
                t.monthlyRate(),
                t.ticket(),
                t.channel().code(),
                t.product(),
                t.contactHour(),
                t.joinedOn(),
                t.leftOn(),
                t.distressedFrom(),
                t.defaultedOn(),
                t.group() < 0 ? null : t.group());
        records.merge("truth.csv", 1L, Long::sum);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A file with a JSON object on each line, packed if its name says so. */
    private final class Lines implements Closeable {

        private final String name;
        private final Writer out;

        Lines(Path folder, String name) throws IOException {
            this.name = name;
            OutputStream bytes = Files.newOutputStream(folder.resolve(name));
            OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
            this.out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16);
            records.put(name, 0L);
        }

        void add(Document.Tree record) throws IOException {
            out.write(DocumentJson.toLine(record));
            out.write('\n');
            records.merge(name, 1L, Long::sum);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
