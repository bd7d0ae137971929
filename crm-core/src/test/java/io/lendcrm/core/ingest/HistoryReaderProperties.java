package io.lendcrm.core.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Client;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.json.ClientDocuments;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.json.InteractionDocuments;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Version;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HistoryReaderProperties {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final AsOf TODAY = AsOf.endOf(LocalDate.of(2024, 6, 30), ZoneOffset.UTC);

    @Example
    void joinsFilesInAnyOrder() {
        HistoryReader.Result result = reader(
                        List.of(client("b"), client("a")),
                        List.of(inquiry("1", "a", "x"), inquiry("2", "b", "x"), inquiry("3", "a", "y")))
                .read();

        assertThat(result.report().isClean()).isTrue();
        assertThat(result.report().read()).isEqualTo(5);
        assertThat(result.dossiers()).extracting(Dossier::id).containsExactly(ClientId.of("b"), ClientId.of("a"));
        assertThat(result.source().find(ClientId.of("a"), TODAY))
                .hasValueSatisfying(
                        history -> assertThat(history.interactions()).hasSize(2));
    }

    @Example
    void whatDoesNotFitIsFound() {
        HistoryReader.Result result = reader(
                        List.of(client("a"), client("a"), "{\"kind\":\"individual\"}", "no json", ""),
                        List.of(
                                inquiry("1", "a", "x"),
                                inquiry("1", "a", "x"),
                                inquiry("1", "a", "other"),
                                inquiry("2", "secret-key", "x")))
                .read();

        QualityReport report = result.report();
        assertThat(report.read()).isEqualTo(8);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.samples())
                .extracting(f -> f.place().file() + ":" + f.place().line() + " " + f.rule())
                .containsExactly(
                        "clients.jsonl:2 repeated-client",
                        "clients.jsonl:3 refused-record",
                        "clients.jsonl:4 malformed-json",
                        "interactions.jsonl:2 repeated-interaction",
                        "interactions.jsonl:3 conflicting-interaction",
                        "interactions.jsonl:4 unknown-client");
        assertThat(report.samples().toString()).doesNotContain("secret-key");
    }

    @Property(tries = 100)
    void sortedFilesStreamToTheSameDossiersAndTheSameReport(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> clients = new ArrayList<>();
        List<String> interactions = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String key = String.format("c%02d", i);
            if (random.nextInt(4) > 0) {
                clients.add(client(key));
            }
            for (int k = random.nextInt(3); k > 0; k--) {
                interactions.add(inquiry(String.valueOf(random.nextInt(2)), key, "t" + random.nextInt(2)));
            }
        }
        HistoryReader reader = reader(clients, interactions);
        List<Dossier> streamed = new ArrayList<>();

        QualityReport report = reader.stream(streamed::add);
        HistoryReader.Result result = reader.read();

        assertThat(streamed).isEqualTo(result.dossiers());
        assertThat(report).isEqualTo(result.report());
        assertThat(report.read()).isEqualTo(clients.size() + interactions.size());
        assertThat(scan(reader)).isEqualTo(streamed.stream().map(Dossier::id).toList());
    }

    @Property(tries = 100)
    void recordsOutOfOrderAreFoundWhenStreaming(@ForAll long seed) {
        List<String> clients = new ArrayList<>(List.of(client("a"), client("b"), client("c"), client("d")));
        Collections.shuffle(clients, new Random(seed));
        List<Dossier> streamed = new ArrayList<>();

        QualityReport report = reader(clients, List.of()).stream(streamed::add);

        assertThat(report.read()).isEqualTo(4);
        assertThat(report.count("not-sorted")).isEqualTo(4 - streamed.size());
        assertThat(streamed).extracting(Dossier::id).isSorted();
    }

    @Property(tries = 300)
    void corruptedLinesAreFoundAndCountsReconcile(@ForAll long seed) {
        Random random = new Random(seed);
        String text = String.join("\n", inquiry("1", "a", "x"), inquiry("2", "a", "y"), inquiry("3", "a", "z"));
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        JsonLinesFile file = new JsonLinesFile("i.jsonl", () -> new ByteArrayInputStream(bytes));
        List<Interaction> read = new ArrayList<>();

        QualityReport report = DomainFile.interactions(file).forEach(read::add);

        assertThat(report.accepted()).isEqualTo(read.size());
        assertThat(report.findings()).isEqualTo(report.rejected());
        assertThat(report.samples()).extracting(Finding::place).allMatch(place -> place.line() >= 1);
    }

    private static List<ClientId> scan(HistoryReader reader) {
        List<ClientHistory> seen = new ArrayList<>();
        reader.sortedSource().scan(id -> true, TODAY, seen::add);
        return seen.stream().map(ClientHistory::id).toList();
    }

    private static HistoryReader reader(List<String> clients, List<String> interactions) {
        return HistoryReader.of(
                DomainFile.clients(lines("clients.jsonl", clients)),
                DomainFile.interactions(lines("interactions.jsonl", interactions)));
    }

    private static JsonLinesFile lines(String name, List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        return new JsonLinesFile(name, () -> new ByteArrayInputStream(bytes));
    }

    private static String client(String key) {
        Client client = Individual.builder()
                .id(ClientId.of(key))
                .relationship(Relationship.since(SINCE))
                .build();
        return DocumentJson.toLine(
                ClientDocuments.write(new Version<>(client, SINCE, Instant.parse("2020-01-01T00:00:00Z"))));
    }

    private static String inquiry(String id, String client, String topic) {
        Header header = Header.of(
                InteractionId.of(id),
                ClientId.of(client),
                SINCE.plusDays(1),
                AsOf.recordedOn(SINCE.plusDays(1), ZoneOffset.UTC),
                Channel.PHONE);
        return DocumentJson.toLine(InteractionDocuments.write(Inquiry.of(header, topic)));
    }
}
