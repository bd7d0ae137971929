package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every model refuses what can't be, and says so of what says nothing: never a stack trace, never a number that isn't one. */
class ClvBadInputTest {

    private static final String MODELS = "auto nbd pareto-nbd bg-nbd mbg-nbd bg-bb gamma-gamma normal-spend";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -1 0 5 1 1   | refused-value x
                    1.5 1 5 1 1  | refused-value x
                    NaN 1 5 1 1  | unreadable-value x
                    1 1 5 1 0    | refused-value n: expected a number above 0
                    1 1 5 1 -1   | refused-value n: expected a number above 0
                    1 1 5 1 NaN  | unreadable-value n
                    """)
    void everyModelNamesTheRowAndTheValue(String row, String finding) throws IOException {
        for (String model : MODELS.split(" ")) {
            assertThat(fit(model, row, "2 1 6 3 1", "1 2 6 2 2").refused().err())
                    .as(model)
                    .contains("input.csv:2 " + finding);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 6 5 1 1  | refused-value t_x: expected at most 5.0, the value of T
                    0 1 5 1 1  | refused-value t_x: expected 0 where x is 0
                    0 0 -5 1 1 | refused-value T: expected a time of at least 0
                    """)
    void everyModelOfPurchasesNamesImpossibleTimes(String row, String finding) throws IOException {
        for (String model : MODELS.split(" ")) {
            if (!model.matches("gamma-gamma|normal-spend")) {
                assertThat(fit(model, row, "2 2 6 3 1", "1 2 6 2 2").refused().err())
                        .as(model)
                        .contains("input.csv:2 " + finding);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1 2 6 3 1", "0 0 6 0 1", "0 0 0 0 1", "0 0 6 0 1;0 0 7 0 1;0 0 5 0 3", "0 0 0 0 1;0 0 0 0 2"})
    void whatSaysNothingFitsNoModel(String rows) throws IOException {
        for (String model : MODELS.split(" ")) {
            assertThat(fit(model, rows.split(";")).refused().err()).as(model).contains(" can't be fitted: ", "; try: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"pareto-nbd", "bg-nbd", "mbg-nbd", "nbd", "bg-bb"})
    void predictionsStayFiniteHoweverFarAhead(String model) throws IOException {
        Path file = folder.resolve("model.json");
        String[] rows = {"0 0 6 0 1", "1 2 6 3 2", "2 6 6 3 1", "3 5 6 2 1", "1 1 6 1 3", "6 6 6 1 1", "0 0 0 0 1"};
        Terminal.type("clv fit --weight n --model " + model + " --input " + write(rows) + " --out " + file)
                .done();

        for (String horizon : new String[] {"1e-300", "1", "1e6", "1e300"}) {
            Terminal run = Terminal.type("clv predict --discount-rate 0.15 --horizon " + horizon + " --model-file "
                            + file + " --input " + write(rows))
                    .done();
            assertThat(run.lines()).hasSize(rows.length + 1);
            assertThat(run.lines().stream().skip(1).flatMap(line -> Stream.of(line.split(","))))
                    .as(horizon)
                    .allMatch(cell -> Double.isFinite(Double.parseDouble(cell)));
        }
        for (String horizon : new String[] {"0", "-1", "NaN", "Infinity"}) {
            assertThat(Terminal.type("clv predict --horizon " + horizon + " --model-file " + file + " --input "
                                    + write(rows))
                            .misused()
                            .err())
                    .contains("--horizon must be finite and above 0");
        }
    }

    private Terminal fit(String model, String... rows) throws IOException {
        return Terminal.type("clv fit --weight n --model " + model + " --input " + write(rows));
    }

    private Path write(String... rows) throws IOException {
        String lines = String.join("\n", rows).replace(' ', ',');
        return Files.writeString(folder.resolve("input.csv"), "x,t_x,T,mean_amount,n\n" + lines + "\n");
    }
}
