package io.lendcrm.examples.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lendcrm.core.RealData;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import io.lendcrm.examples.model.TaiwanRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowCommandTest {

    private static final String CARD = "characteristic,from,to,levels,points\nage,,30,,10\nage,30,,,20\n";

    private static final String DECIDED = """
        age,old,month
        20,10,2025-01-03
        25,10.0000001,2025-01-04
        29,11,2025-01-05
        30,20,2025-02-01
        40,,2025-02-02
        ,20,2025-02-03
        ,,2025-02-04
        50,20,2025-02-05
        """;

    @TempDir
    Path folder;

    @Test
    void everyRowHasAnOutcomeAndTheWorstAreShown() throws IOException {
        Path page = folder.resolve("validation.html");

        Terminal run =
                shadow(DECIDED, "--calls 1000 --cutoff 10.5 --report " + page).done();
        DocumentReader json = DocumentReader.of(DocumentJson.readTree(run.out()), "$");

        DocumentReader counts = json.tree("counts");
        assertThat(json.text("verdict")).isEqualTo("different");
        assertThat(counts.whole("equalBits")).isEqualTo(4);
        assertThat(counts.whole("withinTolerance")).isEqualTo(1);
        assertThat(counts.whole("different")).isEqualTo(1);
        assertThat(counts.whole("onlyOld")).isEqualTo(1);
        assertThat(counts.whole("onlyNew")).isEqualTo(1);
        assertThat(json.whole("rows")).isEqualTo(8);
        assertThat(json.whole("decisionsChanged")).isEqualTo(1);
        List<Long> worst = json.trees("worst", row -> {
            row.names();
            return row.whole("row");
        });
        assertThat(worst).containsExactly(5L, 6L, 3L, 2L);
        DocumentReader latency = json.tree("latency");
        assertThat(latency.whole("p50")).isBetween(1L, latency.whole("p99"));
        assertThat(latency.whole("max")).isGreaterThanOrEqualTo(latency.whole("p999"));
        assertThat(Files.readString(page))
                .contains("different", "No: 3 of 8 rows", "SHA-256", "10.0000001", "All rows of the file")
                .doesNotContain("<script");
    }

    @Test
    void equivalentIsLessThanIdentical() throws IOException {
        String decided = "age,old\n20,10.0000001\n40,20\n";

        assertThat(shadow(decided, "--calls 0").done().out()).contains("\"verdict\" : \"equivalent\"");
        assertThat(shadow(decided, "--calls 0 --tolerance 0").done().out()).contains("\"verdict\" : \"different\"");
        assertThat(shadow("age,old\n20,10\n40,20\n", "--calls 0").done().out()).contains("\"verdict\" : \"identical\"");
    }

    @Test
    void stabilityIsToldByMonth() throws IOException {
        assertThat(shadow(DECIDED, "--calls 0 --time month").done().out()).contains("2025-02 against 2025-01");
    }

    @Test
    void aPmmlCardReplaysAsItsEnginesDid() throws IOException {
        List<String> expected = Files.readAllLines(RealData.file("credit/models/german-scorecard-expected.tsv"));
        List<String> clients = Files.readAllLines(RealData.file("credit/german-credit-labelled.csv"));
        List<String> rows = new ArrayList<>(List.of(clients.get(0) + ",old,why"));
        for (String line : expected.subList(1, expected.size())) {
            String[] cells = line.split("\t");
            rows.add(clients.get(Integer.parseInt(cells[0])) + "," + cells[1] + ",\"" + cells[3] + "\"");
        }
        Path decided = Files.write(folder.resolve("decided.csv"), rows);

        Terminal run = Terminal.type("shadow --score old --reasons why --calls 0 --input " + decided + " --model-file "
                        + RealData.file("credit/models/german-scorecard.pmml"))
                .done();

        assertThat(run.out()).contains("\"verdict\" : \"identical\"", "\"compared\" : 510", "\"same\" : 510");
        assertThat(run.err()).contains("identical: of 510 rows 510 have the same score to the last bit");
    }

    @Test
    void boostedTreesReplayInTheArithmeticOfTheirOrigin() throws IOException {
        JsonNode expected = TaiwanRows.expected("taiwan-xgboost-expected.json");
        Path decided = folder.resolve("decided.csv");
        TaiwanRows.write(decided, expected, "margin");

        assertThat(Terminal.type("shadow --score old --gives margin --calls 0 --input " + decided + " --model-file "
                                + RealData.file("credit/models/taiwan-xgboost.json"))
                        .done()
                        .out())
                .contains("\"verdict\" : \"identical\"", "\"largestDifference\" : 0.0");
    }

    @Test
    void whatCantBeReplayedIsTold() throws IOException {
        assertThat(shadow("age,old\n20,ten\n", "").refused().err()).contains("decided.csv:2", "a finite number");
        assertThat(shadow("years,old\n20,10\n", "").refused().err()).contains("it lacks the columns [age]");
        assertThat(shadow(DECIDED, "--tolerance -1").misused().err())
                .contains("--tolerance must be finite and at least 0, found -1.0");
        assertThat(shadow(DECIDED, "--worst -1").misused().err()).contains("--worst must be at least 0, found -1");
        assertThat(shadow(DECIDED, "--calls -1").misused().err()).contains("--calls must be within [0, 10000000]");
        assertThat(shadow(DECIDED, "--reasons why").misused().err()).contains("--reasons must be one of the columns");
    }

    private Terminal shadow(String decided, String options) throws IOException {
        Path model = Files.writeString(folder.resolve("card.csv"), CARD);
        Path input = Files.writeString(folder.resolve("decided.csv"), decided);
        return Terminal.type("shadow --model-file " + model + " --score old --input " + input + " " + options);
    }
}
