package io.lendcrm.examples.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardBadInputTest {

    private static final String FIT = "scorecard fit --target outcome --bad default --exclude id ";

    @TempDir
    Path folder;

    private Path loans;

    @BeforeEach
    void write() throws IOException {
        loans = Files.writeString(folder.resolve("loans.csv"), Loans.csv(500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--target nope --bad x                   | --target must be one of the columns of loans.csv",
                "--target outcome --bad lost             | --bad must be one of the values of outcome [default, paid]",
                "--target outcome --bad default --columns outcome  | --columns must not hold the target",
                "--target outcome --bad default --columns grade --exclude id | give one of them",
                "--target outcome --bad default --columns nope     | --columns must be one of the columns",
                "--target outcome --bad default --exclude nope     | --exclude must be one of the columns",
                "--target outcome --bad default --exclude 1,2,3,4,5,6 | --exclude must leave a column",
                "--target outcome --bad default --text nope        | --text must be one of the columns",
                "--target outcome --bad default --min-iv -1        | --min-iv must be at least 0, found -1.0",
                "--target outcome --bad default --min-iv NaN       | --min-iv must be at least 0, found NaN",
                "--target outcome --bad default --max-correlation 0 | --max-correlation must be within (0, 1]",
                "--target outcome --bad default --penalty -1       | --penalty must be at least 0",
                "--target outcome --bad default --base NaN         | --base must be finite",
                "--target outcome --bad default --odds 0           | --odds must be finite and above 0",
                "--target outcome --bad default --pdo -50          | --pdo must be finite and above 0, found -50.0",
                "--target outcome --bad default --min-share 0.5    | --min-share must be within [0.01, 0.2]",
                "--target outcome --bad default --max-bins 1       | --max-bins must be at least 2",
                "--target outcome --bad default --max-bins 51      | at most 50, found 51",
                "--target outcome --bad default --method best      | must be one of [optimal, tree, chimerge, kerber]",
                "--target outcome --bad default --trend up         | found \"up\"",
                "--target outcome --bad default --trend peak --method tree | --trend goes with --method optimal",
                "--target outcome --bad default --cross-validate 1 | --cross-validate must be within [2, ",
                "--target outcome --bad default --cross-validate 2 --folds f | give one of them"
            })
    void optionsAreChecked(String options, String message) {
        assertThat(Terminal.type("scorecard fit --input " + loans + " " + options)
                        .misused()
                        .err())
                .contains(message);
    }

    @Test
    void aTargetOfOneClassIsRefused() throws IOException {
        Files.writeString(loans, "income,outcome\n1,default\n2,default\n");

        assertThat(Terminal.type("scorecard fit --target outcome --bad default --input " + loans)
                        .refused()
                        .err())
                .contains("outcome is default in every row, where goods are needed");
    }

    @Test
    void aMissingOutcomeAndAnInfiniteNumberAreNamedWithTheirLine() throws IOException {
        Files.writeString(
                loans, Loans.csv(500).replace("k3,31,", "k3,-Infinity,").replace("k1,47,", "k1,1e999,"));
        assertThat(Terminal.type(FIT + "--input " + loans).refused().err())
                .contains(
                        "loans.csv:3 unreadable-value income: expected a finite number",
                        "loans.csv:5 unreadable-value income: expected a finite number",
                        "2 of 500 rows can't be used");

        Files.writeString(loans, "a,outcome\n1,default\n2,\n3,paid\n");
        assertThat(Terminal.type("scorecard fit --target outcome --bad default --input " + loans)
                        .refused()
                        .err())
                .contains("loans.csv:3 missing-value outcome: expected a value, found nothing");
    }

    @Test
    void columnsThatSayNothingGiveNoCard() throws IOException {
        Terminal run =
                Terminal.type("scorecard fit --target outcome --bad default --columns same,empty --input " + loans);
        assertThat(run.refused().err()).contains("no variable is left");
    }

    @Test
    void aColumnThatTellsTheOutcomeForCertainIsNamed() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 400; i++) {
            text.append(i).append(',').append(i < 200 ? 1 : 0).append('\n');
        }
        Files.writeString(loans, text.toString());

        assertThat(Terminal.type("scorecard fit --target y --input " + loans)
                        .refused()
                        .err())
                .contains(
                        "warning: no value of x came with both outcomes", "x has a single bin", "no variable is left");
        assertThat(Terminal.type("scorecard fit --target outcome --bad default --min-iv 0 --input "
                                + Files.writeString(loans, Loans.csv(500)))
                        .done()
                        .err())
                .contains("warning: no value of id came with both outcomes; is it a key");
    }

    @Test
    void columnsThatSeparateTogetherAreRefusedUnlessPenalised() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,y\n");
        for (int i = 0; i < 800; i++) {
            int a = i & 1;
            int b = i >> 1 & 1;
            int c = i >> 2 & 1;
            text.append(a + "," + b + "," + c + "," + (a + b + c > 1 ? 1 : 0) + "\n");
        }
        Files.writeString(loans, text.toString());

        assertThat(Terminal.type("scorecard fit --target y --input " + loans)
                        .refused()
                        .err())
                .contains("[a_woe, b_woe, c_woe] separate all yes from all no", "a penalty");
        assertThat(Terminal.type("scorecard fit --target y --penalty 1 --input " + loans)
                        .done()
                        .out())
                .contains("\"auc\" : 1.0,");
    }

    @Test
    void foldsMustCoverAllRowsAndHoldBothOutcomes() throws IOException {
        Path folds = folder.resolve("folds.csv");
        String options = FIT + "--input " + loans + " --folds " + folds;

        Files.writeString(folds, Loans.folds(499, 5));
        assertThat(Terminal.type(options).refused().err()).contains("there is none for row 500");

        Files.writeString(folds, Loans.folds(500, 5) + "500,1\n");
        assertThat(Terminal.type(options).refused().err())
                .contains("folds.csv:502 refused-value row: expected the number of a row, from 1, each once");

        Files.writeString(folds, Loans.folds(500, 5).replace(",5\n", ",6\n"));
        assertThat(Terminal.type(options).refused().err()).contains("fold 5 has no bads");

        Files.writeString(folds, Loans.folds(500, 1));
        assertThat(Terminal.type(options).refused().err()).contains("fold 2 has no bads");

        Files.writeString(folds, "line,part\n1,1\n");
        assertThat(Terminal.type(options).misused().err())
                .contains("--folds must be a file with the columns row and fold, found [line, part]");

        Files.delete(folds);
        assertThat(Terminal.type(options).refused().err()).contains("there is no file");
    }

    @Test
    void anotherSchemaIsNamed() throws IOException {
        Path card = folder.resolve("card.json");
        Terminal.type(FIT + "--input " + loans + " --out " + card).done();
        String score = "scorecard score --model-file " + card + " --input ";

        Path other = Files.writeString(folder.resolve("other.csv"), "income,rank\n50,a\n");
        assertThat(Terminal.type(score + other).refused().err())
                .contains("other.csv doesn't fit the card: it lacks the columns [grade], it has [income, rank]");

        Files.writeString(other, "income,grade\n50,a\nlots,a\nInf,b\n");
        assertThat(Terminal.type(score + other).refused().err())
                .contains(
                        "other.csv:3 unreadable-value income: expected a finite number, found lots",
                        "other.csv:4 unreadable-value income",
                        "2 of 3 rows can't be used");
        assertThat(Terminal.type(score + other + " --skip-bad-rows").done().lines())
                .hasSize(2);

        assertThat(Terminal.type(score + loans + " --reasons -1").misused().err())
                .contains("--reasons must be at least 0, found -1");
        assertThat(Terminal.type(score + loans + " --sentences fr").misused().err())
                .contains("--sentences must be one of [en, zh], found \"fr\"");
        assertThat(Terminal.type(score + loans + " --text grade").misused().err())
                .contains("the model knows what its columns are");
        assertThat(Terminal.type("scorecard").misused().err()).contains("a step is missing: fit or score");
    }

    @Test
    void aFileThatHoldsNoCardIsRefused() throws IOException {
        Path card = Files.writeString(folder.resolve("card.json"), "{}");
        String score = "scorecard score --input " + loans + " --model-file ";

        assertThat(Terminal.type(score + card).refused().err()).contains("card.json can't be used as a model");
        assertThat(Terminal.type(score + folder).refused().err()).contains("is a folder");
        assertThat(Terminal.type(score + folder.resolve("none.json")).refused().err())
                .contains("there is no file");

        Path groups = folder.resolve("groups.json");
        Terminal.type("segment --columns noise --k 2 --input " + loans + " --out " + groups)
                .done();
        assertThat(Terminal.type(score + groups).refused().err()).contains("where a scorecard is expected");
    }

    @Test
    void scoresToValidateMustBeNumbers() throws IOException {
        Path scores = Files.writeString(folder.resolve("scores.csv"), "p,y\n0.1,0\n,1\nx,1\nNaN,0\n0.9,1\n");
        String validate = "validate --score p --target y --input " + scores;

        assertThat(Terminal.type(validate).refused().err())
                .contains(
                        "scores.csv:3 missing-value p",
                        "scores.csv:4 unreadable-value p: expected a finite number, found x",
                        "scores.csv:5 missing-value p",
                        "3 of 5 rows");
        Terminal.type(validate + " --skip-bad-rows").done();
        assertThat(Terminal.type(validate + " --confidence 1").misused().err())
                .contains("--confidence must be within (0, 1), found 1.0");
        assertThat(Terminal.type(validate + " --higher up").misused().err())
                .contains("must be one of [riskier, better]");
        assertThat(Terminal.type(validate + " --skip-bad-rows --bad 7")
                        .misused()
                        .err())
                .contains("--bad must be one of the values of y [0, 1], found \"7\"");
    }
}
