package io.lendcrm.examples.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lendcrm.core.RealData;
import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of other tools give through the command what their origin gave. */
class ModelScoreTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"json", "ubj"})
    void xgboostGivesItsMarginsProbabilitiesAndLeaves(String form) throws IOException {
        JsonNode expected = TaiwanRows.expected("taiwan-xgboost-expected.json");
        Path rows = folder.resolve("rows.csv");
        TaiwanRows.write(rows, expected, "margin");

        List<String> lines = Terminal.type("model score --leaves --input " + rows + " --model-file "
                        + RealData.file("credit/models/taiwan-xgboost." + form))
                .done()
                .lines();

        assertThat(lines.get(0)).startsWith("row,margin,probability,leaf_1,leaf_2,");
        assertThat(lines).hasSize(26);
        for (int row = 0; row < 25; row++) {
            String[] cells = lines.get(row + 1).split(",");
            assertThat((float) Double.parseDouble(cells[1]))
                    .isEqualTo((float) expected.get("margin").get(row).asDouble());
            assertThat(Double.parseDouble(cells[2]))
                    .isCloseTo(expected.get("probability").get(row).asDouble(), within(1e-6));
            List<Integer> leaves = new ArrayList<>();
            expected.get("leaf").get(row).forEach(leaf -> leaves.add(leaf.asInt()));
            for (int tree = 0; tree < leaves.size(); tree++) {
                assertThat(cells[3 + tree]).isEqualTo(String.valueOf(leaves.get(tree)));
            }
        }
    }

    @Test
    void lightgbmGivesItsRawScoresAndProbabilities() throws IOException {
        JsonNode expected = TaiwanRows.expected("taiwan-lightgbm-expected.json");
        Path rows = folder.resolve("rows.csv");
        TaiwanRows.write(rows, expected, "raw");

        List<String> lines = Terminal.type("model score --input " + rows + " --model-file "
                        + RealData.file("credit/models/taiwan-lightgbm.txt"))
                .done()
                .lines();

        for (int row = 0; row < 25; row++) {
            String[] cells = lines.get(row + 1).split(",");
            assertThat(Double.parseDouble(cells[1]))
                    .isCloseTo(expected.get("raw").get(row).asDouble(), within(1e-12));
            assertThat(Double.parseDouble(cells[2]))
                    .isCloseTo(expected.get("probability").get(row).asDouble(), within(1e-12));
        }
    }

    @Test
    void explanationsAreTheOriginsAndAddUp() throws IOException {
        JsonNode expected = TaiwanRows.expected("taiwan-xgboost-expected.json");
        Path rows = folder.resolve("rows.csv");
        Path page = folder.resolve("why.html");
        TaiwanRows.write(rows, expected, "margin");

        List<String> lines = Terminal.type("model explain --rows 1,7 --report " + page + " --input " + rows
                        + " --model-file " + RealData.file("credit/models/taiwan-xgboost.json"))
                .done()
                .lines();

        assertThat(lines.get(0)).startsWith("row,score,base,LIMIT_BAL,SEX,");
        for (int row = 0; row < 25; row++) {
            String[] cells = lines.get(row + 1).split(",");
            double sum = Double.parseDouble(cells[2]);
            for (int f = 0; f < 23; f++) {
                assertThat(Double.parseDouble(cells[3 + f]))
                        .isCloseTo(expected.get("contrib").get(row).get(f).asDouble(), within(2e-6));
                sum += Double.parseDouble(cells[3 + f]);
            }
            assertThat(sum).isCloseTo(Double.parseDouble(cells[1]), within(1e-6));
        }
        assertThat(Files.readString(page)).contains("Row 7", "PAY_0").doesNotContain("<script", "Row 2<");
    }

    @Test
    void anImportedModelScoresAsItsFile() throws IOException {
        Path rows = folder.resolve("rows.csv");
        Path stored = folder.resolve("stored.json");
        TaiwanRows.write(rows, TaiwanRows.expected("taiwan-xgboost-expected.json"), "margin");
        Path origin = RealData.file("credit/models/taiwan-xgboost.ubj");

        Terminal.type("model import --format xgboost --input " + origin + " --out " + stored)
                .done();

        assertThat(Terminal.type("model score --input " + rows + " --model-file " + stored)
                        .done()
                        .out())
                .isEqualTo(Terminal.type("model score --input " + rows + " --model-file " + origin)
                        .done()
                        .out());
    }

    @Test
    void aPmmlCardGivesScoresAndReasonsOfTwoEngines() throws IOException {
        List<String> expected = Files.readAllLines(RealData.file("credit/models/german-scorecard-expected.tsv"));
        String options = " --input " + RealData.file("credit/german-credit-labelled.csv") + " --model-file "
                + RealData.file("credit/models/german-scorecard.pmml");

        List<String> scores = Terminal.type("model score" + options).done().lines();
        List<String> explained = Terminal.type("model explain" + options).done().lines();

        for (String line : expected.subList(1, expected.size())) {
            String[] cells = line.split("\t");
            int row = Integer.parseInt(cells[0]);
            assertThat(scores.get(row)).isEqualTo(row + "," + cells[1]);
            assertThat(explained.get(row)).startsWith(row + "," + cells[1]).contains("," + cells[3]);
        }
    }
}
