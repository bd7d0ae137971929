package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.ingest.DomainFile;
import io.lendcrm.core.ingest.HistoryReader;
import io.lendcrm.core.ingest.JsonLinesFile;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.examples.simulation.Archetype;
import io.lendcrm.examples.simulation.SimulatedLender;
import io.lendcrm.examples.simulation.SimulationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    @TempDir
    Path folder;

    @Test
    void writesFilesThatReadBackAsTheLenderThatWasSimulated() {
        Terminal run =
                Terminal.type("simulate --clients 60 --seed 3 --out " + folder).done();

        List<Dossier> read = new ArrayList<>();
        QualityReport report = HistoryReader.of(
                DomainFile.clients(file("clients.jsonl")), DomainFile.interactions(file("interactions.jsonl.gz")))
                .withFacilities(DomainFile.facilities(file("facilities.jsonl")))
                .withStatements(DomainFile.statements(file("statements.jsonl")))
                .stream(read::add);

        SimulatedLender lender =
                SimulatedLender.of(SimulationOptions.defaults().withClients(60).withSeed(3));
        List<Dossier> stored = lender.clients()
                .map(client -> Dossier.of(
                                client.dossier().id(), client.dossier().states())
                        .withInteractions(client.dossier().interactions())
                        .withFacilities(client.dossier().facilities())
                        .withStatements(client.dossier().statements()))
                .toList();
        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(read).isEqualTo(stored);
        assertThat(run.lines().get(0)).isEqualTo("file,records");
        long told = run.lines().stream()
                .skip(1)
                .filter(line -> !line.startsWith("truth"))
                .mapToLong(line -> Long.parseLong(line.split(",")[1]))
                .sum();
        assertThat(told).isEqualTo(report.read());
        assertThat(run.err()).contains("60 of 60 clients");
    }

    @Test
    void writesTheTruthOfEachClient() throws IOException {
        Terminal.type("simulate --clients 60 --seed 3 --out " + folder).done();

        List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
        SimulatedLender lender =
                SimulatedLender.of(SimulationOptions.defaults().withClients(60).withSeed(3));
        assertThat(truth).hasSize(61);
        lender.clients().forEach(client -> {
            String[] row = truth.get(
                            Integer.parseInt(client.truth().client().value().substring(1)) + 1)
                    .split(",", -1);
            assertThat(row).hasSize(14);
            assertThat(row[0]).isEqualTo(client.truth().client().value());
            assertThat(Double.parseDouble(row[2])).isEqualTo(client.truth().annualPd());
            assertThat(row[12])
                    .isEqualTo(client.truth().defaulted().map(Object::toString).orElse(""));
        });
    }

    @Test
    void equalOptionsGiveEqualFiles() throws IOException {
        Terminal.type("simulate --clients 20 --years 1 --late-share 0.5 --out " + folder.resolve("a"))
                .done();
        Terminal.type("simulate --clients 20 --years 1 --late-share 0.5 --out " + folder.resolve("b"))
                .done();
        Terminal.type("simulate --clients 20 --years 1 --late-share 0.5 --seed 8 --out " + folder.resolve("c"))
                .done();

        for (String name : List.of("clients.jsonl", "interactions.jsonl.gz", "truth.csv", "statements.jsonl")) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
        assertThat(Files.readAllBytes(folder.resolve("c").resolve("truth.csv")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("a").resolve("truth.csv")));
    }

    @Test
    void noClientsGiveEmptyFiles() throws IOException {
        assertThat(Terminal.type("simulate --clients 0 --json --out " + folder)
                        .done()
                        .out())
                .contains("{\"file\":\"truth.csv\",\"records\":0}");
        assertThat(folder.resolve("clients.jsonl")).isEmptyFile();
    }

    @Test
    void everyPartOfTheSimulationIsAnOption() {
        String help = Terminal.type("simulate --help").done().out();

        for (var part : SimulationOptions.class.getRecordComponents()) {
            String option = part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            assertThat(help).contains("--" + option + "=");
        }
        for (Archetype archetype : Archetype.values()) {
            assertThat(help).contains(archetype.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    @Test
    void whatCantBeSimulatedIsMisuse() throws IOException {
        assertThat(simulate("--clients -1").misused().err()).contains("--clients must be at least 0, found -1");
        assertThat(simulate("--late-share 1.5").misused().err())
                .contains("--late-share must be within [0, 1], found 1.5");
        assertThat(simulate("--pd-scale NaN").misused().err()).contains("--pd-scale must be finite", "found NaN");
        assertThat(simulate("--until 2025").misused().err()).contains("--until");
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Terminal.type("simulate --clients 1 --out " + file).refused().err())
                .contains(file.toString());
    }

    private Terminal simulate(String options) {
        return Terminal.type("simulate --out " + folder + " " + options);
    }

    private JsonLinesFile file(String name) {
        return JsonLinesFile.of(folder.resolve(name));
    }
}
