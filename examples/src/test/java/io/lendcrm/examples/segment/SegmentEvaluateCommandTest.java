package io.lendcrm.examples.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference: SciPy 1.17.1, binomtest and chi2_contingency. */
class SegmentEvaluateCommandTest {

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void findsTwoGroups() throws IOException {
        model = folder.resolve("model.json");
        Path firms = Files.writeString(folder.resolve("firms.csv"), "staff\n1\n2\n3\n1\n21\n22\n");
        Terminal.type("segment --input " + firms + " --columns staff --k 2 --out " + model)
                .done();
    }

    /** 80 small firms of which 8 defaulted and 20 hold a card, 40 large ones of which 20 defaulted and 5 hold a card. */
    private static String later() {
        StringBuilder text = new StringBuilder("staff,state,card,score\n");
        for (int i = 0; i < 120; i++) {
            boolean small = i < 80;
            text.append(small ? 1 + i % 3 : 20 + i % 3)
                    .append((small ? i % 10 == 0 : i % 2 == 0) ? ",default" : ",good")
                    .append((small ? i % 4 == 0 : i % 8 == 0) ? ",yes" : ",no")
                    .append(small ? ",0.2\n" : ",0.9\n");
        }
        return text.toString();
    }

    @Test
    void listsEachGroupsRate() throws IOException {
        List<String> lines =
                evaluate(later(), "--target state --bad default").done().lines();

        assertThat(lines.get(0)).isEqualTo("segment,clients,events,rate,low,high,lift,standing");
        assertThat(lines.get(1)).matches("cluster-1,80,8,0\\.1,0\\.0469.*,0\\.2002.*,0\\.428.*,below");
        assertThat(lines.get(2)).matches("cluster-2,40,20,0\\.5,0\\.3329.*,0\\.6670.*,2\\.14.*,above");
    }

    @Test
    void tellsTheWholeAsJsonAndAsAPage() throws IOException {
        String out = evaluate(
                        later(), "--target state --bad default --holds card=yes --need score --json --report " + folder)
                .done()
                .out();
        DocumentReader json = DocumentReader.of(DocumentJson.readTree(out), "$");

        assertThat(json.whole("clients")).isEqualTo(120);
        assertThat(json.decimal("gini")).isCloseTo(1280.0 / (28 * 92), within(0.03));
        assertThat(json.decimal("chiSquared")).isCloseTo(23.850931677018632, within(1e-9));
        assertThat(out.substring(out.indexOf("\"needs\"")))
                .containsSubsequence("cluster-2", "\"unmet\" : true", "cluster-1", "\"unmet\" : false");
        assertThat(Files.readString(folder.resolve("evaluation.html")))
                .contains("more than chance", "Who lacks what", "at least the 43.3 % of all clients");
    }

    @Test
    void peersStandForAScore() throws IOException {
        assertThat(evaluate(later(), "--target state --bad default --holds card=yes --peers state --json")
                        .done()
                        .out())
                .contains("\"needs\"");
    }

    @Test
    void whereNobodyKnowsWhoHoldsAProductNobodyLacksIt() throws IOException {
        String gaps = later().replace(",good,no,", ",good,,");
        for (String option : List.of("--need score", "--peers staff")) {
            String needs = evaluate(gaps, "--target state --bad default --holds card=yes --json " + option)
                    .done()
                    .out();
            assertThat(needs.substring(needs.indexOf("\"needs\"")))
                    .contains("\"unknown\" : 56", "\"unknown\" : 20")
                    .doesNotContain("\"clients\" : 80", "\"clients\" : 40");
        }
    }

    @Test
    void wrongUseIsTold() throws IOException {
        assertThat(evaluate(later(), "--target state --bad lost").misused().err())
                .contains("--bad must be one of the values of state [default, good]");
        assertThat(evaluate(later(), "--target state --bad default --holds card=yes")
                        .misused()
                        .err())
                .contains("--holds must stand with either --need or --peers");
        assertThat(evaluate(later(), "--target state --bad default --holds card=maybe --need score")
                        .misused()
                        .err())
                .contains("--holds must name a value of card");
        assertThat(evaluate(later(), "--target state --bad default --holds card=yes --need staff")
                        .misused()
                        .err())
                .contains("--need must be a column of numbers from 0 to 1, and staff has 2 in line 3");
        assertThat(evaluate(later(), "--target state --bad default --confidence 1")
                        .misused()
                        .err())
                .contains("--confidence must be within (0, 1)");
        assertThat(evaluate("size,state\n1,default\n2,good\n", "--target state --bad default")
                        .refused()
                        .err())
                .contains("lacks the columns [staff]");
        assertThat(evaluate(later() + "2,,yes,1\n", "--target state --bad default")
                        .refused()
                        .err())
                .contains("missing-value state");
    }

    private Terminal evaluate(String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("later.csv"), text);
        return Terminal.type("segment evaluate --model-file " + model + " --input " + file + " " + options);
    }
}
