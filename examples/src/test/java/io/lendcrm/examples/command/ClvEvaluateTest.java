package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClvEvaluateTest {

    private static final String BG_NBD = "--model bg-nbd --parameters r=0.243,alpha=4.414,a=0.793,b=2.426";

    /** The force of interest of 15 % a year in weeks, and of 10 % a period. */
    private static final double WEEKLY = Math.log(1.15) / 52;

    private static final double PERIODICALLY = Math.log(1.1);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {2} {3} {4} {5}")
    @CsvFileSource(resources = "evaluate.tsv", delimiter = '\t', useHeadersInDisplayName = true)
    void agreesWithValuesOfSixtyDigits(
            String model,
            String parameters,
            int x,
            double recency,
            double age,
            double ahead,
            double logLikelihood,
            double alive,
            double expected,
            Double dert)
            throws IOException {
        double digits = model.equals("pareto-nbd") ? 1e-10 : 1e-12;
        double delta = model.equals("bg-bb") ? PERIODICALLY : WEEKLY;
        String row = x + "," + recency + "," + age + "," + ahead;

        Terminal run = evaluate(
                "x,t_x,T,t\n" + row + "\n",
                "--model " + model + " --parameters " + parameters + (dert == null ? "" : " --delta " + delta));

        List<Double> found = numbers(run.done().lines().get(1));
        assertThat(found.get(0)).isCloseTo(logLikelihood, within(1e-12 * Math.abs(logLikelihood)));
        assertThat(found.get(2)).isCloseTo(alive, within(1e-10 * alive + 2.3e-308));
        assertThat(found.get(1)).isFinite().isLessThanOrEqualTo(0);
        assertThat(Math.exp(found.get(1))).isCloseTo(alive, within(1e-10 * alive + 2.3e-308));
        assertThat(found.get(3)).isCloseTo(expected, within(digits * expected + 2.3e-308));
        if (dert != null) {
            assertThat(found.get(4)).isCloseTo(dert, within(1e-10 * dert + 2.3e-308));
        }
    }

    @Test
    void theTimeAheadIsAColumnOrAnOption() throws IOException {
        String byColumn =
                evaluate("x,t_x,T,t\n2,30.43,38.86,39\n", BG_NBD).done().out();
        String byName = evaluate("frequency,recency,age,ahead\n2,30.43,38.86,39\n", BG_NBD + " --ahead ahead")
                .done()
                .out();
        String byOption = evaluate("x,t_x,T\n2,30.43,38.86\n", BG_NBD + " --horizon 39")
                .done()
                .out();

        assertThat(byColumn)
                .startsWith("log_likelihood,log_probability_alive,probability_alive,expected_purchases\n")
                .isEqualTo(byName)
                .isEqualTo(byOption);
        assertThat(numbers(byColumn.lines().toList().get(1)).get(3))
                .as("as printed by Fader, Hardie and Lee 2005")
                .isCloseTo(1.226, within(.0005));
    }

    @Test
    void badRowsAreNamed() throws IOException {
        assertThat(refused("-1,0,5,1")).contains("input.csv:2 refused-value x: expected a whole number");
        assertThat(refused("1,6,5,1")).contains("input.csv:2 refused-value t_x: expected at most 5.0, the value of T");
        assertThat(refused("0,1,5,1")).contains("input.csv:2 refused-value t_x: expected 0 where x is 0");
        assertThat(refused("1,1,5,-1"))
                .contains("input.csv:2 refused-value t: expected a time of at least 0, found -1");
        assertThat(refused("1,1,NaN,1")).contains("input.csv:2 unreadable-value T");
        assertThat(refused("1,1,5,")).contains("input.csv:2 missing-value t");
    }

    @Test
    void timesOfNoLengthAreLimits() throws IOException {
        List<Double> found =
                numbers(evaluate("x,t_x,T,t\n0,0,0,0\n", BG_NBD).done().lines().get(1));

        assertThat(found).containsExactly(0.0, 0.0, 1.0, 0.0);
    }

    @Test
    void parametersMustBeThoseOfTheModel() throws IOException {
        String rows = "x,t_x,T,t\n1,1,5,1\n";
        String model = "--model bg-nbd --parameters ";

        assertThat(evaluate(rows, model + "r=1,alpha=1,a=1").misused().err())
                .contains("each of [r, alpha, a, b] once as NAME=NUMBER, found [r, alpha, a] only");
        assertThat(evaluate(rows, model + "r=1,r=2,alpha=1,a=1,b=1").misused().err())
                .contains("found \"r=2\"");
        assertThat(evaluate(rows, model + "r=1,alpha=1,a=1,b=x").misused().err())
                .contains("found \"x\"");
        assertThat(evaluate(rows, model + "r=1,alpha=1,a=1,s=1").misused().err())
                .contains("found \"s=1\"");
        assertThat(evaluate(rows, model + "r=1,alpha=0,a=1,b=1").misused().err())
                .contains("alpha must be finite and above 0, found 0.0");
        assertThat(evaluate(rows, model + "r=NaN,alpha=1,a=1,b=1").misused().err())
                .contains("r must be finite and above 0, found NaN");
        assertThat(evaluate(rows, "--model sbg --parameters alpha=1,beta=1")
                        .misused()
                        .err())
                .contains("--model must be one of [", "bg-nbd", "found \"sbg\"");
    }

    @Test
    void optionsMustBePossible() throws IOException {
        String rows = "x,t_x,T,t\n1,1,5,1\n";

        assertThat(evaluate(rows, BG_NBD + " --delta 0").misused().err())
                .contains("--delta must be above 0 and at most 700, found 0.0");
        assertThat(evaluate(rows, BG_NBD + " --horizon -1").misused().err())
                .contains("--horizon must be finite and at least 0, found -1.0");
        assertThat(evaluate(rows, BG_NBD + " --horizon 1 --ahead t").misused().err())
                .contains("--horizon and --ahead both tell t");
        assertThat(evaluate("x,t_x,T\n1,1,5\n", BG_NBD).misused().err())
                .contains("--ahead is missing, and input.csv has none of the columns [t]");
    }

    private String refused(String row) throws IOException {
        return evaluate("x,t_x,T,t\n" + row + "\n2,1,3,1\n", BG_NBD).refused().err();
    }

    private Terminal evaluate(String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("input.csv"), text);
        return Terminal.type("clv evaluate --input " + file + " " + options);
    }

    private static List<Double> numbers(String line) {
        return Stream.of(line.split(",")).map(Double::valueOf).toList();
    }
}
