package io.lendcrm.examples.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandTest {

    private static final String CARD = """
        characteristic,from,to,levels,points
        (base),,,,400
        Age,,26,,-30
        Age,26,40,,10
        Age,40,,,50
        Age,,,(missing),0
        Purpose,,,car|boat,20
        Purpose,,,holiday,-15
        Purpose,,,(other),-5
        """;

    private static final String CLIENTS = """
        Age,Purpose
        25,car
        26,holiday
        39.9,boat
        40,rocket
        ,car
        30,
        """;

    @TempDir
    Path folder;

    @Test
    void aTableOfPointsIsACard() throws IOException {
        Terminal run = score(CARD, CLIENTS).done();

        assertThat(run.lines())
                .containsExactly("row,score", "1,390.0", "2,395.0", "3,430.0", "4,445.0", "5,420.0", "6,");
        assertThat(run.err()).contains("1 of 6 rows have no score");
    }

    @Test
    void aStoredCardScoresExplainsAndLeaves() throws IOException {
        Path table = Files.writeString(folder.resolve("card.csv"), CARD);
        Path stored = folder.resolve("card.json");
        Path clients = Files.writeString(folder.resolve("clients.csv"), CLIENTS);
        Terminal.type("model import --format points --input " + table + " --out " + stored)
                .done();

        assertThat(Terminal.type("model score --model-file " + stored + " --input " + clients)
                        .done()
                        .out())
                .isEqualTo(score(CARD, CLIENTS).done().out());
        assertThat(Terminal.type("model explain --reasons 2 --model-file " + stored + " --input " + clients)
                        .done()
                        .lines())
                .startsWith("row,score,base,Age,Purpose,reason_1,reason_2", "1,390.0,400.0,-30.0,20.0,Age,");
        assertThat(Terminal.type("model card --model-file " + stored).done().out())
                .contains(
                        "# Model card: card.json",
                        "- **Type:** scorecard",
                        "car, boat, holiday",
                        "outcomes analysis on rows it wasn't fitted on");
        for (String target : List.of("pmml", "sql", "java")) {
            Path out = folder.resolve("Card." + target);
            Terminal.type("model export --to " + target + " --model-file " + stored + " --out " + out)
                    .done();
            assertThat(Files.size(out)).isGreaterThan(100);
        }
        assertThat(Terminal.type("model score --input " + clients + " --model-file " + folder.resolve("Card.pmml"))
                        .done()
                        .out())
                .isEqualTo(score(CARD, CLIENTS).done().out());
    }

    @Test
    void aCardsOwnReasonCodesSurviveItsImport() throws IOException {
        Path file = Files.writeString(folder.resolve("bank.pmml"), """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
            <DataDictionary><DataField name="Age" optype="continuous" dataType="double"/></DataDictionary>
            <Scorecard functionName="regression" initialScore="100" reasonCodeAlgorithm="pointsBelow">
            <MiningSchema><MiningField name="Age"/></MiningSchema><Characteristics>
            <Characteristic name="age" baselineScore="30">
            <Attribute reasonCode="Too Young" partialScore="5">
            <SimplePredicate field="Age" operator="lessThan" value="25"/></Attribute>
            <Attribute reasonCode="Rather Young" partialScore="20"><True/></Attribute>
            </Characteristic></Characteristics></Scorecard></PMML>
            """);
        Path clients = Files.writeString(folder.resolve("ages.csv"), "Age\n20\n40\n");
        Path stored = folder.resolve("bank.json");
        Path again = folder.resolve("again.pmml");
        Terminal.type("model import --input " + file + " --out " + stored).done();
        Terminal.type("model export --to pmml --model-file " + stored + " --out " + again)
                .done();

        for (Path model : List.of(file, stored, again)) {
            assertThat(Terminal.type("model explain --model-file " + model + " --input " + clients)
                            .done()
                            .out())
                    .contains("Too Young", "Rather Young");
        }
    }

    @Test
    void aCardTellsHowTheModelDidOnRowsWithOutcomes() throws IOException {
        Path model = Files.writeString(folder.resolve("points.csv"), CARD);
        Path rows = Files.writeString(
                folder.resolve("outcomes.csv"),
                "Age,Purpose,status\n25,car,paid\n31,boat,paid\n40,rocket,paid\n44,holiday,paid\n22,holiday,default\n"
                        + "29,holiday,default\n35,boat,default\n,,paid\n");
        String card = "model card --model-file " + model;
        String on = card + " --input " + rows + " --target status --bad default";

        Terminal run = Terminal.type(on).done();
        // Points 390, 430, 445, 435 of goods; 355, 395, 430 of bads: 1 + 2.5 + 3 + 3 of 12 pairs.
        assertThat(run.out())
                .contains("| outcomes.csv | status = default; 1 of 8 rows have no score | 7 | 3 | 0.7917 |")
                .contains(
                        "## Validation: effective challenge and outcomes analysis", "whether groups are treated alike")
                .doesNotContain("outcomes analysis on rows it wasn't fitted on");
        assertThat(run.err()).contains("1 of 8 rows have no score");
        assertThat(Terminal.type(on + " --higher riskier").done().err()).contains("--higher better says so");
        assertThat(Terminal.type(on + " --lang zh").done().out()).startsWith("# 模型卡: points.csv");
        assertThat(Terminal.type(card + " --input " + rows).misused().err())
                .contains("--input and --target go together");
        assertThat(Terminal.type(on + " --lang fr").misused().err()).contains("--lang must be one of [en, zh]");
        assertThat(Terminal.type(card + " --input " + rows + " --target status --bad none")
                        .misused()
                        .err())
                .contains("--bad must be one of the values");
    }

    @Test
    void whatDoesntFitTheModelIsNamed() throws IOException {
        assertThat(score(CARD, "age_of_client,Purpose\n1,car\n").refused().err())
                .contains("clients.csv doesn't fit the model: it lacks the columns [Age], it has [age_of_client,"
                        + " Purpose]");
        assertThat(score(CARD, "Age,Purpose\nold,car\n").refused().err()).contains("clients.csv:2", "a finite number");
        assertThat(score(CARD, "Age,Purpose\ninf,car\n").refused().err()).contains("clients.csv:2", "a finite number");
        assertThat(score(CARD.replace("26,40", "27,40"), CLIENTS).refused().err())
                .contains("from of Age must be the to of the row before, 26.0, found 27.0");
        assertThat(score(CARD.replace("car|boat", "car|car"), CLIENTS).refused().err())
                .contains("can't be used as a model");
        assertThat(score(CARD.replace(",20\n", ",many\n"), CLIENTS).refused().err())
                .contains("can't be used as a model");
        assertThat(Terminal.type("model").misused().err()).contains("a step is missing");
        assertThat(Terminal.type("model score --model-file x.json --input y.csv --format word")
                        .misused()
                        .err())
                .contains("must be one of [lendcrm, pmml, xgboost, lightgbm, points], found \"word\"");
    }

    /** Files that want to be believed, to grow, or to go round in circles: one line, and soon. */
    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"learner\":{}}",
                "{\"format\":\"lendcrm-model\",\"type\":\"none\"}",
                "<!DOCTYPE a [<!ENTITY b \"cc\">]><PMML version=\"4.2\">&b;</PMML>",
                "<PMML version=\"4.2\"></PMML>",
                "<html/>",
                "tree\nversion=v9\n",
                "nothing at all",
                "\u0000\u0001\u0002"
            })
    void hostileFilesAreRefused(String text) throws IOException {
        Path model = Files.writeString(folder.resolve("model.bin"), text);
        Path clients = Files.writeString(folder.resolve("clients.csv"), CLIENTS);

        assertThat(Terminal.type("model score --model-file " + model + " --input " + clients)
                        .refused()
                        .err())
                .contains("can't be used");
        assertThat(Terminal.type("model import --input " + model + " --out " + folder.resolve("no.json"))
                        .refused()
                        .err())
                .contains("can't be used");
        assertThat(folder.resolve("no.json")).doesNotExist();
    }

    @Test
    @Timeout(30)
    void depthAndLengthAreBounded() throws IOException {
        assertThat(refusal("[".repeat(2_000_000))).contains("can't be used");
        assertThat(refusal("{\"learner\":".repeat(200_000))).contains("can't be used");
        assertThat(refusal("<a>".repeat(500_000))).contains("can't be used");
        assertThat(refusal(
                        "{\"learner\":{\"learner_model_param\":{\"num_feature\":\"2000000000\",\"base_score\":\"0.5\"},"
                                + "\"objective\":{\"name\":\"binary:logistic\"}},\"version\":[2,1,4]}"))
                .contains("can't be used");
    }

    @Test
    void boostedTreesAreGrownAndScoredHere() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> {
                    int age = random.nextInt(20, 60);
                    String purpose = random.nextBoolean() ? "car" : "holiday";
                    double risk = (age < 35 ? 0.6 : 0.2) + (purpose.equals("car") ? 0 : 0.2);
                    return age + "," + purpose + "," + (random.nextDouble() < risk ? "bad" : "good") + "\n";
                })
                .collect(Collectors.joining("", "age,purpose,outcome\n", ""));
        Path loans = Files.writeString(folder.resolve("loans.csv"), rows);
        Path folds = Files.writeString(
                folder.resolve("folds.csv"),
                "row,fold\n"
                        + IntStream.rangeClosed(1, 400)
                                .mapToObj(i -> i + "," + (i % 4 + 1) + "\n")
                                .collect(Collectors.joining()));
        Path grown = folder.resolve("boosted.json");

        Terminal run = Terminal.type(
                "model train --input " + loans + " --target outcome --bad bad --folds " + folds + " --out " + grown);

        assumeTrue(!run.err().contains("native library isn't loaded"), "this test needs XGBoost's native library");
        DocumentReader validation =
                DocumentReader.of(DocumentJson.readTree(run.done().out()), "$").tree("validation");
        DocumentReader cross = validation.tree("crossValidation");
        assertThat(cross.decimals("auc")).hasSize(4);
        assertThat(cross.decimal("mean")).isBetween(0.6, 0.85);
        assertThat(validation.decimal("auc")).isGreaterThan(cross.decimal("mean"));
        Terminal scored = Terminal.type("model score --model-file " + grown + " --input " + loans)
                .done();
        assertThat(scored.lines()).hasSize(401).first().isEqualTo("row,margin,probability");
        assertThat(Files.readString(grown)).contains("purpose=car");
    }

    @Test
    void whatCantBeTrainedOnIsTold() throws IOException {
        Path loans = Files.writeString(folder.resolve("loans.csv"), "age,outcome\n1,good\n2,good\n");
        String train = "model train --out " + folder.resolve("x.json") + " --input " + loans;

        assertThat(Terminal.type(train + " --target outcome --bad bad")
                        .misused()
                        .err())
                .contains("--bad must be one of the values of outcome [good], found \"bad\"");
        assertThat(Terminal.type(train + " --target outcome --bad good")
                        .refused()
                        .err())
                .contains("outcome is good in every row");
        assertThat(Terminal.type(train + " --target fate").misused().err()).contains("--target must be one of");
        assertThat(Terminal.type(train + " --target outcome --exclude age")
                        .misused()
                        .err())
                .contains("--exclude must leave a column");
    }

    private String refusal(String text) throws IOException {
        Path model = Files.writeString(folder.resolve("model.bin"), text);
        return Terminal.type("model card --model-file " + model).refused().err();
    }

    private Terminal score(String card, String clients) throws IOException {
        Path model = Files.writeString(folder.resolve("points.csv"), card);
        Path input = Files.writeString(folder.resolve("clients.csv"), clients);
        return Terminal.type("model score --model-file " + model + " --input " + input);
    }
}
