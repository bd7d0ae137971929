package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClvCommandTest {

    private static final String ROWS = """
            a,2,30.43,38.86,22.35
            b,1,1.71,38.86,11.77
            c,0,0,38.86,0
            d,7,29.43,30,41.5
            e,0,0,27,0
            f,3,10,28.5,60.2
            """;

    private static final String SUMMARY = "id,x,t_x,T,mean_amount\n" + ROWS;

    @TempDir
    Path folder;

    @Test
    void summarisesALogInWeeksUnrounded() throws IOException {
        Path log = write("""
                who,when,paid
                b,2025-01-05 09:00:00,1.10
                a,2025-01-01,5
                b,2025-01-15,2.20
                b,2025-01-15T18:00:00,3.30
                b,2025-01-16,1.00
                b,2025-02-02,9999
                """);

        Terminal run = Terminal.type("clv summarise --id who --date when --amount paid --unit week"
                        + " --observed-until 2025-02-01 --input " + log)
                .done();

        // b: 11 of 27 days; 5.50 and 1.00 on two repeat days, the first day and the ignored one apart
        assertThat(run.out())
                .isEqualTo("id,x,t_x,T,mean_amount\n"
                        + "b,2," + 11 / 7.0 + "," + 27 / 7.0 + ",3.25\n"
                        + "a,0,0.0," + 31 / 7.0 + ",0.0\n");
        assertThat(run.err()).contains("6 rows read", "1 events after 2025-02-01 ignored");
    }

    @Test
    void writesParametersAsATable() throws IOException {
        Terminal run = fit("bg-nbd", SUMMARY, "").done();

        assertThat(run.lines().get(0)).isEqualTo("parameter,value,standard_error");
        assertThat(firstColumn(run)).containsExactly("r", "alpha", "a", "b");
        assertThat(run.err()).contains("log-likelihood -", "on 6 rows");
        assertThat(firstColumn(fit("gamma-gamma", SUMMARY, "").done())).containsExactly("p", "q", "v");
    }

    @Test
    void aWeightCountsAsSoManyRows() throws IOException {
        String weighted = ROWS.lines().map(line -> line + ",3\n").collect(Collectors.joining());

        String three = fit("bg-nbd", "id,x,t_x,T,mean_amount,n\n" + weighted, "--weight n")
                .done()
                .err();
        String one = fit("bg-nbd", SUMMARY, "").done().err();

        assertThat(logLikelihood(three)).isCloseTo(3 * logLikelihood(one), within(1e-9));
        assertThat(fit("bg-nbd", "id,x,t_x,T,n\na,1,1,2,0\n", "--weight n")
                        .refused()
                        .err())
                .contains("input.csv:2 refused-value n: expected a number above 0");
    }

    @Test
    void columnsGoByTheirUsualNamesOrByOptions() throws IOException {
        String expected = fit("bg-nbd", SUMMARY, "").done().out();

        assertThat(fit("bg-nbd", "ID,frequency,recency,T,zbar\n" + ROWS, "")
                        .done()
                        .out())
                .isEqualTo(expected);
        assertThat(fit("bg-nbd", ROWS, "--frequency 2 --recency 3 --age 4")
                        .done()
                        .out())
                .isEqualTo(expected);
        assertThat(fit("bg-nbd", ROWS, "").misused().err())
                .contains(
                        "--frequency is missing, and input.csv has none of the columns [x, frequency]; it has [1, 2,");
    }

    @Test
    void rowsThatCantBeAreRefused() throws IOException {
        assertThat(refusedRow("2.5,1,10")).contains("input.csv:2 refused-value x: expected a whole number");
        assertThat(refusedRow("-1,1,10")).contains("input.csv:2 refused-value x");
        assertThat(refusedRow("3e9,1,10")).contains("input.csv:2 refused-value x");
        assertThat(refusedRow("2,11,10"))
                .contains("input.csv:2 refused-value t_x: expected at most 10.0, the value of T, found 11");
        assertThat(refusedRow("0,1,10")).contains("input.csv:2 refused-value t_x: expected 0 where x is 0, found 1");
        assertThat(refusedRow("0,0,-1")).contains("input.csv:2 refused-value T: expected a time of at least 0");
        assertThat(refusedRow("0,0,inf")).contains("input.csv:2 unreadable-value T");
        assertThat(refusedRow("0,0,")).contains("input.csv:2 missing-value T");
        assertThat(fit("bg-nbd", "x,t_x,T,clients\n1,2,3,-4\n", "--weight clients")
                        .refused()
                        .err())
                .contains("input.csv:2 refused-value clients: expected a number above 0, found -4");
        assertThat(fit("gamma-gamma", "id,x,mean_amount\na,0,\nb,1,0\n", "")
                        .refused()
                        .err())
                .contains(
                        "input.csv:3 refused-value mean_amount: expected an amount above 0 where x is above 0, found 0");
    }

    @Test
    void whatSaysNothingCantBeFitted() throws IOException {
        assertThat(fit("bg-nbd", "id,x,t_x,T\n", "").refused().err())
                .contains("bg-nbd can't be fitted: the book has no clients");
        assertThat(fit("bg-nbd", "id,x,t_x,T\na,1,2,3\n", "").refused().err()).contains("bg-nbd can't be fitted");
        assertThat(fit("bg-nbd", "x,t_x,T,clients\n1,2,3,1000000\n", "--weight clients")
                        .refused()
                        .err())
                .contains("1000000 clients share the one row");
        assertThat(fit("gamma-gamma", "id,x,mean_amount\na,0,0\n", "").refused().err())
                .contains("0 of 1 rows have a repeat purchase", "gamma-gamma can't be fitted");
    }

    @Test
    void aRateIsPerYearUnlessToldOtherwise() throws IOException {
        Path visits = model("bg-nbd");
        double monthly = Math.pow(1.12, 1 / 12.0) - 1;

        Terminal yearly = predict(visits, SUMMARY, "--discount-rate 0.12").done();
        Terminal same = predict(visits, SUMMARY, "--discount-rate " + monthly + " --per month")
                .done();

        for (int row = 1; row <= 6; row++) {
            assertThat(numbers(same, row).get(2)).isCloseTo(numbers(yearly, row).get(2), withinPercentage(1e-10));
        }
        assertThat(predict(visits, SUMMARY, "--discount-rate -1").misused().err())
                .contains("--discount-rate must be finite and above -1, found -1.0");
        assertThat(predict(visits, SUMMARY, "--discount-rate 9 --per day")
                        .misused()
                        .err())
                .contains("--discount-rate must be smaller");
    }

    @Test
    void theLevelWidensTheInterval() throws IOException {
        Path visits = model("bg-nbd");

        Terminal half = predict(visits, SUMMARY, "--level 0.5").done();
        Terminal most = predict(visits, SUMMARY, "--level 0.95").done();

        assertThat(most.out()).isEqualTo(predict(visits, SUMMARY, "").done().out());
        for (int row = 1; row <= 6; row++) {
            assertThat(numbers(half, row).get(3))
                    .isGreaterThan(numbers(most, row).get(3));
            assertThat(numbers(half, row).get(4)).isLessThan(numbers(most, row).get(4));
        }
        assertThat(predict(visits, SUMMARY, "--level 1").misused().err())
                .contains("--level must be above 0 and below 1, found 1.0");
    }

    @Test
    void intervalsComeFromBooksDrawnAnewToo() throws IOException {
        Path visits = model("bg-nbd");
        Path spend = model("gamma-gamma");
        String options = "--interval bootstrap --replicates 50 --seed 7 --margin 0.5 --spend-model-file " + spend;

        Terminal redrawn = predict(visits, SUMMARY, options).done();

        assertThat(redrawn.out())
                .isEqualTo(predict(visits, SUMMARY, options).done().out());
        Terminal delta = predict(visits, SUMMARY, "--margin 0.5 --spend-model-file " + spend)
                .done();
        for (int row = 1; row <= 6; row++) {
            List<Double> found = numbers(redrawn, row);
            assertThat(found.subList(0, 3)).isEqualTo(numbers(delta, row).subList(0, 3));
            assertThat(found.get(3)).isPositive().isLessThan(found.get(4));
        }
        assertThat(predict(visits, SUMMARY, "--interval bootstrap --replicates 1")
                        .misused()
                        .err())
                .contains("--replicates must be at least 2, found 1");
        Path fairs = model("bg-bb", "id,x,t_x,T\na,2,3,5\nb,0,0,5\nc,1,1,5\nd,5,5,5\ne,0,0,3\n");
        assertThat(predict(fairs, "x,t_x,T\n1,1,5\n", "--interval bootstrap")
                        .misused()
                        .err())
                .contains("--interval bootstrap is for models of [nbd, pareto-nbd, bg-nbd, mbg-nbd], found bg-bb");
    }

    @Test
    void predictsFromStoredModelsInOrderOfTheInput() throws IOException {
        Path visits = model("bg-nbd");
        Path spend = model("gamma-gamma");

        Terminal counts = predict(visits, SUMMARY, "").done();
        Terminal values = predict(visits, SUMMARY, "--margin 0.5 --discount-rate 0.1 --spend-model-file " + spend)
                .done();

        assertThat(counts.lines().get(0))
                .isEqualTo("id,probability_alive,expected_purchases,discounted_value,lower,upper");
        assertThat(firstColumn(counts)).containsExactly("a", "b", "c", "d", "e", "f");
        for (int row = 1; row <= 6; row++) {
            List<Double> count = numbers(counts, row);
            List<Double> value = numbers(values, row);
            assertThat(count.get(0)).isBetween(0.0, 1.0).isEqualTo(value.get(0));
            assertThat(count.get(1)).isPositive().isEqualTo(value.get(1));
            assertThat(count.get(2)).as("nothing is discounted").isEqualTo(count.get(1));
            assertThat(count.get(2)).isGreaterThan(count.get(3)).isLessThan(count.get(4));
            assertThat(value.get(2)).isPositive().isGreaterThan(value.get(3)).isLessThan(value.get(4));
        }
    }

    @Test
    void predictionNeedsModelsOfTheRightKind() throws IOException {
        Path visits = model("bg-nbd");
        Path spend = model("gamma-gamma");

        assertThat(predict(spend, SUMMARY, "").refused().err())
                .contains(
                        "gamma-gamma.json holds a model of type gamma-gamma, where one of purchases, such as bg-nbd, is");
        assertThat(predict(visits, SUMMARY, "--spend-model-file " + visits)
                        .refused()
                        .err())
                .contains("bg-nbd.json holds a model of type bg-nbd, where one of amounts, such as gamma-gamma, is");
        assertThat(predict(folder, SUMMARY, "").refused().err()).contains(folder + " is a folder");
        Path text = Files.writeString(folder.resolve("text.json"), "no model");
        assertThat(predict(text, SUMMARY, "").refused().err()).contains("text.json can't be used as a model");
    }

    @Test
    void predictionChecksItsOptions() throws IOException {
        Path visits = model("bg-nbd");

        assertThat(predict(visits, SUMMARY, "--margin 1.5").misused().err())
                .contains("--margin must be above 0 and at most 1");
        assertThat(predict(visits, SUMMARY, "--discount-rate NaN").misused().err())
                .contains("--discount-rate must be");
        assertThat(Terminal.type("clv predict --horizon 0 --model-file " + visits + " --input " + write(SUMMARY))
                        .misused()
                        .err())
                .contains("--horizon must be finite and above 0, found 0.0");
    }

    @Test
    void everyClientIsPredictedOnce() throws IOException {
        Path visits = model("bg-nbd");

        assertThat(predict(visits, SUMMARY + "c,0,0,5,0\n", "").refused().err())
                .contains("input.csv:8 refused-value id: expected a key that no earlier row has");
        assertThat(firstColumn(predict(visits, "x,t_x,T\n0,0,5\n1,2,5\n", "").done()))
                .as("rows without a key are numbered")
                .containsExactly("1", "2");
        assertThat(predict(visits, "id,x,t_x,T\n", "").done().lines()).hasSize(1);
    }

    private Path model(String kind) throws IOException {
        return model(kind, SUMMARY);
    }

    private Path model(String kind, String text) throws IOException {
        Path file = folder.resolve(kind + ".json");
        fit(kind, text, "--out " + file).done();
        return file;
    }

    private Terminal fit(String kind, String text, String options) throws IOException {
        return Terminal.type("clv fit --model " + kind + " --input " + write(text) + " " + options);
    }

    private Terminal predict(Path model, String text, String options) throws IOException {
        return Terminal.type(
                "clv predict --horizon 39 --model-file " + model + " --input " + write(text) + " " + options);
    }

    private String refusedRow(String row) throws IOException {
        return fit("bg-nbd", "x,t_x,T\n" + row + "\n2,30,38\n1,2,38\n0,0,38\n", "")
                .refused()
                .err();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("input.csv"), text);
    }

    private static double logLikelihood(String err) {
        return Double.parseDouble(err.substring(err.indexOf("log-likelihood ") + 15, err.indexOf(" after")));
    }

    private static List<String> firstColumn(Terminal run) {
        return run.lines().stream().skip(1).map(line -> line.split(",")[0]).toList();
    }

    private static List<Double> numbers(Terminal run, int row) {
        return Stream.of(run.lines().get(row).split(","))
                .skip(1)
                .map(Double::valueOf)
                .toList();
    }
}
