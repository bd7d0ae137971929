package io.lendcrm.examples.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorCommandTest {

    @TempDir
    Path folder;

    /** 100 incomes from 1 to 100, every tenth branch b, the others a. */
    private static final String BEFORE = "income,branch\n"
            + IntStream.rangeClosed(1, 100)
                    .mapToObj(i -> i + "," + (i % 10 == 0 ? "b" : "a") + "\n")
                    .collect(Collectors.joining());

    /** Incomes have moved up by ten, a branch is new, and five incomes are missing. */
    private static final String NOW = "branch,income\n"
            + IntStream.rangeClosed(11, 105)
                    .mapToObj(i -> (i % 10 == 0 ? "b" : i == 11 ? "c" : "a") + "," + i + "\n")
                    .collect(Collectors.joining())
            + "a,\na,\na,\na,\na,\n";

    @Test
    void comparesNumbersOverDecilesAndTextsByValue() throws IOException {
        List<Variable> variables = variables(monitor(BEFORE, NOW, "").done());

        PopulationStability income = PopulationStability.of(
                new long[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0},
                new long[] {0, 10, 10, 10, 10, 10, 10, 10, 10, 15, 5});
        PopulationStability branch = PopulationStability.of(new long[] {90, 10, 0, 0}, new long[] {85 + 5, 9, 1, 0});
        assertThat(variables).extracting(Variable::name).containsExactly("income", "branch");
        assertThat(variables.get(0).psi()).isCloseTo(income.index(), within(1e-12));
        assertThat(variables.get(0).critical()).isCloseTo(income.critical(0.95), within(1e-12));
        assertThat(variables.get(1).psi()).isCloseTo(branch.index(), within(1e-12));
        assertThat(variables.get(1).critical()).isCloseTo(branch.critical(0.95), within(1e-12));
    }

    @Test
    void numbersOfFewValuesAreComparedValueByValue() throws IOException {
        String before = "children\n" + "0\n".repeat(50) + "1.0\n".repeat(50);
        String now = "children\n" + "0.0\n".repeat(50) + "2\n".repeat(50);

        List<Variable> variables = variables(monitor(before, now, "").done());

        assertThat(variables.get(0).psi())
                .isCloseTo(
                        PopulationStability.of(new long[] {50, 50, 0}, new long[] {50, 0, 50})
                                .index(),
                        within(1e-12));
    }

    @Test
    void theSameRowsHaveNotMoved() throws IOException {
        Terminal run = monitor(BEFORE, BEFORE, "").done();

        assertThat(variables(run)).allMatch(v -> v.psi() == 0 && v.pValue() == 1);
        assertThat(run.err()).contains("0 of 2 columns have drifted");
    }

    @Test
    void tellsMonthByMonthSinceWhen() throws IOException {
        Path page = folder.resolve("drift.html");
        String before =
                "income\n" + IntStream.range(0, 400).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String now = "day,income\n"
                + IntStream.range(0, 400)
                        .mapToObj(i -> "2025-0" + (i % 2 + 1) + "-05," + (i % 2 == 0 ? i : i + 150) + "\n")
                        .collect(Collectors.joining());

        List<Variable> found = new ArrayList<>();
        DocumentReader json =
                json(monitor(before, now, "--time day --report " + page).done());

        List<String> periods = json.trees("periods", p -> {
            found.add(p.trees("variables", MonitorCommandTest::variable).get(0));
            return p.text("period") + " " + p.whole("rows");
        });
        assertThat(periods).containsExactly("2025-01 200", "2025-02 200");
        Variable first = found.get(0);
        Variable second = found.get(1);
        assertThat(first.psi()).isLessThan(first.critical());
        assertThat(second.psi()).isGreaterThan(second.critical());
        assertThat(Files.readString(page))
                .contains("<svg", "2025-02", "1 of 2 above the limit")
                .doesNotContain("<script");
    }

    @Test
    void whatCantBeComparedIsTold() throws IOException {
        assertThat(monitor(BEFORE, "income\n1\n", "").refused().err())
                .contains("now.csv is refused: it lacks the columns [branch] of before.csv");
        assertThat(monitor(BEFORE, "income,branch\nmuch,a\n", "").refused().err())
                .contains("now.csv:2", "income", "a finite number");
        assertThat(monitor(BEFORE, NOW, "--columns age").misused().err())
                .contains("--columns must be one of the columns");
        assertThat(monitor(BEFORE, NOW, "--exclude 1,2").misused().err()).contains("--exclude must leave a column");
        assertThat(monitor(BEFORE, NOW, "--level 1").misused().err())
                .contains("--level must be within (0, 1), found 1.0");
        assertThat(monitor(BEFORE, NOW, "--time day").misused().err()).contains("--time must be one of the columns");
        assertThat(Terminal.type("monitor --expected x.csv --actual y.csv")
                        .refused()
                        .err())
                .contains("x.csv");
    }

    private Terminal monitor(String before, String now, String options) throws IOException {
        Path expected = Files.writeString(folder.resolve("before.csv"), before);
        Path actual = Files.writeString(folder.resolve("now.csv"), now);
        return Terminal.type("monitor --expected " + expected + " --actual " + actual + " " + options);
    }

    private record Variable(String name, double psi, double critical, double pValue) {}

    private static Variable variable(DocumentReader json) {
        return new Variable(json.text("name"), json.decimal("psi"), json.decimal("critical"), json.decimal("pValue"));
    }

    private static List<Variable> variables(Terminal run) {
        return json(run).trees("variables", MonitorCommandTest::variable);
    }

    private static DocumentReader json(Terminal run) {
        return DocumentReader.of(DocumentJson.readTree(run.out()), "$");
    }
}
