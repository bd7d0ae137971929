package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueCommandTest {

    private static final List<String> PARTS = List.of(
            "interest_income",
            "fees",
            "prepayment_fees",
            "funding_cost",
            "expected_loss",
            "cost_to_serve",
            "capital_charge");

    @TempDir
    static Path folder;

    @BeforeAll
    static void simulate() {
        Terminal.type("simulate --clients 150 --seed 7 --out " + folder).done();
    }

    @Test
    void partsAddUpToTheValueAndClientsToGroupsAndTheBook() {
        List<Map<String, String>> rows = rows("--pd 0.02 --prepayment 0.1 --prepayment-fee 0.01 --cost-per-year 50");
        Map<String, Map<String, Double>> byLevel = new HashMap<>();
        for (Map<String, String> row : rows) {
            double npv = number(row, "npv");
            double sum = 0;
            double size = 1;
            for (String part : PARTS) {
                sum += number(row, part);
                size += Math.abs(number(row, part));
            }
            assertThat(sum).isCloseTo(npv, within(1e-12 * size));
            for (String column : List.of("npv", "contracts", "in_default", "exposure", "prepayment_effect")) {
                byLevel.computeIfAbsent(row.get("level"), l -> new TreeMap<>())
                        .merge(row.get("currency") + " " + column, number(row, column), Double::sum);
            }
        }
        assertThat(byLevel.keySet()).containsExactlyInAnyOrder("client", "group", "book");
        byLevel.get("book").forEach((column, value) -> {
            double tolerance = 1e-9 * (1 + Math.abs(byLevel.get("book").get(column.substring(0, 3) + " exposure")));
            assertThat(byLevel.get("client").get(column)).as(column).isCloseTo(value, within(tolerance));
            assertThat(byLevel.get("group").get(column)).as(column).isCloseTo(value, within(tolerance));
        });
    }

    @Test
    void ratingsComeFromGradesOrProbabilities() throws IOException {
        String book = " --level book";
        Map<String, String> all = rows("--pd 0.02" + book).get(0);
        Path grades = folder.resolve("grades.csv");
        List<String> lines = new ArrayList<>(List.of("id,grade"));
        for (Map<String, String> row : rows("--pd 0.02 --level client")) {
            lines.add(row.get("id") + ",B");
        }
        Files.write(grades, lines);

        assertThat(rows("--ratings " + grades + " --scale A=0.001,B=0.02" + book)
                        .get(0))
                .isEqualTo(all);
        Map<String, String> safer =
                rows("--ratings " + grades + " --scale A=0.02,B=0.001" + book).get(0);
        assertThat(number(safer, "expected_loss")).isGreaterThan(number(all, "expected_loss"));
        assertThat(number(safer, "capital_charge")).isGreaterThan(number(all, "capital_charge"));
        assertThat(rows("--ratings " + folder.resolve("truth.csv") + " --rating-column annual_pd" + book))
                .hasSameSizeAs(rows("--pd 0.02" + book));
        assertThat(value("--ratings " + grades + " --scale A=0.02").refused().err())
                .contains("a grade of --scale [A]");
        assertThat(value("--ratings " + grades).refused().err()).contains("unreadable-value grade");
    }

    @Test
    void groupsMayComeFromAFile() {
        List<Map<String, String>> rows =
                rows("--pd 0.02 --level group --groups " + folder.resolve("truth.csv") + " --group-column archetype");

        assertThat(rows)
                .extracting(row -> row.get("id"))
                .contains("manufacturer")
                .doesNotContain("individual");
        assertThat(rows("--pd 0.02 --level group"))
                .extracting(row -> row.get("id"))
                .contains("individual");
    }

    @Test
    void writesJson() {
        Document table = DocumentJson.read(
                value("--pd 0.02 --level book --json").done().out().getBytes(StandardCharsets.UTF_8));
        assertThat(table).isInstanceOf(Document.Items.class);
    }

    @Test
    void wrongOptionsAndMissingRatingsAreNamed() {
        assertThat(value("").refused().err()).contains("clients with open contracts have no rating");
        assertThat(value("--pd 1.2").misused().err()).contains("--pd must be within [0, 1], found 1.2");
        assertThat(value("--pd 0.02 --lgd NaN").misused().err()).contains("--lgd must be within [0, 1], found NaN");
        assertThat(value("--pd 0.02 --discount-rate -1").misused().err())
                .contains("discount rate must be finite and above -1");
        assertThat(value("--pd 0.02 --hurdle -0.1").misused().err()).contains("hurdleRate");
        assertThat(value("--pd 0.02 --pd-floor 0").misused().err()).contains("--pd-floor must be at least 3e-6");
        assertThat(value("--pd 0.02 --groups " + folder.resolve("truth.csv") + " --group-column branch")
                        .misused()
                        .err())
                .contains("must have the column \"branch\"");
        assertThat(Terminal.type("value --pd 0.02 --data " + folder.resolve("none"))
                        .refused()
                        .err())
                .contains("there is no folder");
        assertThat(value("--pd 0.02 --as-of 2031-01-01 --level book")
                        .done()
                        .lines()
                        .size())
                .isLessThan(20);
    }

    private static Terminal value(String options) {
        return Terminal.type("value --data " + folder + " " + options);
    }

    private static List<Map<String, String>> rows(String options) {
        List<String> lines = value(options).done().lines();
        String[] names = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> row = new TreeMap<>();
                    String[] cells = line.split(",", -1);
                    for (int i = 0; i < names.length; i++) {
                        row.put(names[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
