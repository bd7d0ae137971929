package io.lendcrm.examples.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.RealData;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

    private static final String LOG = "who,what\nann,<b>\nann,card\nbob,<b>\nbob,card\ncat,loan\n";

    @TempDir
    Path folder;

    /** segmentation.json, german_rules: arules 1.7.13. */
    @Test
    void countsTheRulesOfGermanCredits() {
        String german = "rules --input " + RealData.file("segmentation/german-transactions.csv");

        assertThat(Terminal.type(german + " --wide --support 0.1 --confidence 0.8")
                        .done()
                        .out())
                .contains("\"itemsets\" : 508,", "\"ruleCount\" : 116,", "\"complete\" : true");
        assertThat(Terminal.type(german + " --support 0.03 --confidence 0.5 --rhs class=bad --by confidence")
                        .done()
                        .out())
                .contains("\"ruleCount\" : 52,", "\"antecedent\" : [ \"duration=>36\", \"savings=A61\" ]");
    }

    @Test
    void listsTheFirstRulesAndSaysThatThereAreMore() throws IOException {
        String out = rules(
                        LOG, "--basket who --item what --support 0.5 --confidence 0.9 --max-rules 1 --report " + folder)
                .done()
                .out();

        assertThat(out).contains("\"baskets\" : 3", "\"itemsets\" : 3", "\"ruleCount\" : 2", "\"complete\" : false");
        assertThat(out.split("antecedent")).hasSize(2);
        assertThat(Files.readString(folder.resolve("rules.html")))
                .contains("&lt;b&gt;", "1.50")
                .doesNotContain("<td><b>");
    }

    @Test
    void emptyCellsAreNoItemsAndEmptyRowsAreBaskets() throws IOException {
        String out = rules("a,b\n1,2\n1,2\n1,\n,\n", "--support 0.5 --confidence 0.6")
                .done()
                .out();

        assertThat(out).contains("\"baskets\" : 4", "\"ruleCount\" : 2", "\"confidence\" : 1.0");
    }

    @Test
    void tenThousandItemsAreBounded() throws IOException {
        StringBuilder log = new StringBuilder("who,what\n");
        for (int i = 0; i < 10_000; i++) {
            log.append("client").append(i % 50).append(",item").append(i).append('\n');
        }
        String out = rules(
                        log.toString(),
                        "--basket who --item what --support 0.001 --confidence 0.5 --max-itemsets 20000")
                .done()
                .out();

        assertThat(out)
                .contains(
                        "\"items\" : 10000",
                        "\"complete\" : false",
                        "the support raised",
                        "\"searchedSupport\" : 0.04");
    }

    /** CoIL 2000: which of 22 insurance policies clients hold. */
    @Test
    void hitRatesOfHeldOutClientsStandBesidePopularity() throws IOException {
        StringBuilder log = new StringBuilder("who,what\n");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file("coil-2000/ticdata2000.tsv.gz")))))) {
            List<String> lines = in.lines().limit(3_000).toList();
            for (int i = 0; i < lines.size(); i++) {
                String[] fields = lines.get(i).split("\t");
                for (int j = 64; j < 86; j++) {
                    if (!fields[j].equals("0")) {
                        log.append(i).append(",policy").append(j + 1).append('\n');
                    }
                }
            }
        }
        String out = rules(
                        log.toString(),
                        "--basket who --item what --support 0.005 --confidence 0.1 --by confidence --max-rules 500"
                                + " --holdout 0.5 --first 1")
                .done()
                .out();
        DocumentReader rate = DocumentReader.of(DocumentJson.readTree(out), "$").tree("hitRate");
        assertThat(rate.decimal("hitRate")).isBetween(0.7, 0.8);
        assertThat(rate.decimal("popular")).isBetween(0.58, 0.7);
        assertThat(rate.decimal("gainLow")).isPositive();
        assertThat(rules(LOG, "--basket who --item what --support 0.5 --confidence 0.5 --holdout 1")
                        .misused()
                        .err())
                .contains("--holdout must be within (0, 1)");
    }

    @Test
    void wrongUseIsTold() throws IOException {
        assertThat(rules(LOG, "--support 0 --confidence 0.5").misused().err())
                .contains("--support must be within (0, 1]");
        assertThat(rules(LOG, "--support 0.5 --confidence 2").misused().err()).contains("--confidence must be within");
        assertThat(rules(LOG, "--support 0.5 --confidence 1 --basket who")
                        .misused()
                        .err())
                .contains("--basket and --item must stand together");
        assertThat(rules(LOG, "--support 0.5 --confidence 1 --rhs what=car")
                        .misused()
                        .err())
                .contains("--rhs must be an item");
        assertThat(rules(LOG + "dan,\n", "--basket who --item what --support 0.5 --confidence 1")
                        .refused()
                        .err())
                .contains("missing-value what");
    }

    private Terminal rules(String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("input.csv"), text);
        return Terminal.type("rules --input " + file + " " + options);
    }
}
