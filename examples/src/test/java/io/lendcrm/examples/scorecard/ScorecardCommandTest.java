package io.lendcrm.examples.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lendcrm.core.RealData;
import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardCommandTest {

    /** What R's stepwise selection keeps of the German data, in the order of its card. */
    private static final String OF_R = "status.of.existing.checking.account,duration.in.month,credit.history,purpose,"
            + "credit.amount,savings.account.and.bonds,present.employment.since,"
            + "installment.rate.in.percentage.of.disposable.income,other.debtors.or.guarantors,age.in.years,"
            + "other.installment.plans,housing";

    @TempDir
    Path folder;

    private Path loans;

    @BeforeEach
    void write() throws IOException {
        loans = Files.writeString(folder.resolve("loans.csv"), Loans.csv(1000));
    }

    @Test
    void givesTheCardOfROnTheGermanData() throws IOException {
        JsonNode card = json(Terminal.run(
                "scorecard",
                "fit",
                "--input",
                RealData.file("credit/german-credit-labelled.csv").toString(),
                "--target",
                "creditability",
                "--bad",
                "bad",
                "--method",
                "tree",
                "--min-iv",
                "0",
                "--columns",
                OF_R));

        // R 4.2.2, scorecard 0.4.6: card with points0 = 600, odds0 = 1/19, pdo = 50 on the variables of its stepwise
        // choice
        assertThat(card.at("/base").doubleValue()).isEqualTo(450);
        JsonNode age = variable(card, "age.in.years");
        assertThat(age.at("/iv").doubleValue()).isCloseTo(0.1304985421042, within(1e-12));
        assertThat(values(age, "count")).containsExactly(190.0, 101.0, 257.0, 79.0, 373.0);
        assertThat(values(age, "bad")).containsExactly(80.0, 27.0, 85.0, 12.0, 96.0);
        assertThat(values(age, "points")).containsExactly(-30.0, 9.0, -8.0, 50.0, 12.0);
        assertThat(values(variable(card, "housing"), "points")).containsExactlyInAnyOrder(-19.0, 9.0, -22.0);
        assertThat(card.at("/validation/auc").doubleValue()).isCloseTo(0.8266857, within(2e-3));
    }

    /** In R all texts of the data but the purpose are factors, whose levels have an order. */
    @Test
    void givesTheInformationValuesOfRsChimergeWhereItKnowsTheOrder() throws IOException {
        JsonNode card = json(Terminal.run(
                "scorecard",
                "fit",
                "--input",
                RealData.file("credit/german-credit-labelled.csv").toString(),
                "--target",
                "creditability",
                "--bad",
                "bad",
                "--method",
                "chimerge",
                "--order",
                "savings.account.and.bonds=... < 100 DM|100 <= ... < 500 DM|500 <= ... < 1000 DM|... >= 1000 DM"
                        + "|unknown/ no savings account"));

        // R 4.2.2, scorecard 0.4.6, woebin(method = "chimerge"): german_credit.r_scorecard.iv_chimerge of scoring.json
        Map<String, Double> information = Map.ofEntries(
                Map.entry("status.of.existing.checking.account", 0.6660115033513),
                Map.entry("duration.in.month", 0.2966546198213),
                Map.entry("credit.history", 0.2918298548787),
                Map.entry("purpose", 0.1673839266485),
                Map.entry("credit.amount", 0.1464198905006),
                Map.entry("savings.account.and.bonds", 0.1911988653436),
                Map.entry("present.employment.since", 0.08643363102664),
                Map.entry("installment.rate.in.percentage.of.disposable.income", 0.02632209005433),
                Map.entry("other.debtors.or.guarantors", 0.01642028045185),
                Map.entry("present.residence.since", 0.003588773188705),
                Map.entry("age.in.years", 0.08462717352898),
                Map.entry("housing", 0.0832934336155),
                Map.entry("number.of.people.being.liable.to.provide.maintenance.for", 4.339222702973e-05),
                Map.entry("telephone", 0.006377605028675));
        Map<String, Double> told = new HashMap<>();
        for (String list : List.of("/variables", "/dropped")) {
            card.at(list)
                    .forEach(each -> told.put(
                            each.at("/name").textValue(), each.at("/iv").doubleValue()));
        }
        information.forEach((name, value) -> assertThat(told.get(name)).as(name).isCloseTo(value, within(1e-12)));
    }

    @Test
    void refusesAnOrderThatDoesNotFit() {
        assertThat(fit("--exclude id --order grade=a|b").err()).contains("--order must list every value of grade");
        assertThat(fit("--exclude id --order income=1|2").err()).contains("income has numbers");
        assertThat(fit("--exclude id --order grade").err()).contains("--order must be as COL=low|middle|high");
    }

    @Test
    void codesEdgesAndReasonsOfAColumnAreAsTold() throws IOException {
        StringBuilder text = new StringBuilder("income,use,outcome\n");
        for (int i = 0; i < 1000; i++) {
            int income = i % 10 == 0 ? -9 : i % 10 == 1 ? -8 : i % 20 == 2 ? -1 : 10 + i * 37 % 90;
            int use = i * 61 % 100;
            boolean bad = i * 7919 % 1000 < 500 - 4 * income + 2 * use;
            text.append(i % 50 == 7 ? "" : income).append(',').append(use).append(bad ? ",default" : ",paid");
            text.append('\n');
        }
        Files.writeString(loans, text.toString());
        JsonNode card = json(fit("--special income=-9,-8|-1 --keep-edges income=52.5 --edges use=30,60"
                + " --missing-bin worst --reason income=means --reason use=means --out "
                + folder.resolve("card.json")));

        List<String> income = variable(card, "income").at("/bins").findValuesAsText("label");
        assertThat(income).contains("= -9 | = -8", "= -1").anyMatch(label -> label.contains("52.5"));
        assertThat(income.size()).isGreaterThan(4);
        assertThat(income.get(0)).startsWith("(-inf, ").endsWith(" | missing");
        assertThat(variable(card, "use").at("/bins").findValuesAsText("label"))
                .containsExactly("(-inf, 30)", "[30, 60)", "[60, inf) | missing");
        Path applicants = Files.writeString(folder.resolve("applicants.csv"), "income,use\n12,99\n99,1\n");
        List<String> lines = score("--reasons 2 --input " + applicants).done().lines();
        assertThat(lines.get(1)).endsWith(",means,");
        assertThat(lines.get(2)).endsWith(",,");
    }

    @Test
    void binsKeepTheirLeastEventsAndDifferSignificantly() throws IOException {
        JsonNode free = variable(json(fit("--columns income,grade --trend none --min-share 0.01")), "income");
        JsonNode events =
                variable(json(fit("--columns income,grade --trend none --min-share 0.01 --min-events 90")), "income");
        JsonNode apart = variable(
                json(fit("--columns income,grade --trend none --min-share 0.01 --max-p-value 1e-4")), "income");

        assertThat(values(free, "bad")).anyMatch(bads -> bads < 90);
        int ordinary = events.at("/bins").size() - 1; // the last is that of missing values
        assertThat(values(events, "bad").subList(0, ordinary)).allMatch(bads -> bads >= 90);
        assertThat(apart.at("/bins").size()).isBetween(3, free.at("/bins").size() - 1);
    }

    @Test
    void refusesRulesThatDoNotFitTheirColumn() {
        Map<String, String> told = Map.ofEntries(
                Map.entry("--special grade=1", "--special is for columns of numbers; grade has texts"),
                Map.entry("--special income=1|1", "--special must tell each number once"),
                Map.entry("--special income", "--special must be as COL=.."),
                Map.entry("--edges income=5,3", "--edges must be ascending"),
                Map.entry("--edges income=NaN", "--edges must tell finite numbers"),
                Map.entry("--edges income=5 --keep-edges income=6", "both tell the edges of income"),
                Map.entry("--edges income=5 --edges income=6", "--edges tells of income twice"),
                Map.entry("--edges nothing=5", "--edges must be one of the columns"),
                Map.entry("--edges id=5", "--edges tells of id, which may not enter the card"),
                Map.entry("--keep-edges income=5 --method tree", "--keep-edges goes with --method optimal"),
                Map.entry("--keep-edges income=5,6 --max-bins 2", "must be fewer than the 2 bins"),
                Map.entry("--min-events 5 --method tree", "--min-events goes with --method optimal"),
                Map.entry("--max-p-value 0", "--max-p-value must be within (0, 1]"),
                Map.entry("--reason income=Bad", "reason code must match"));
        told.forEach((options, message) ->
                assertThat(fit("--exclude id " + options).misused().err()).contains(message));
        assertThat(fit("--exclude id --keep-edges income=1e9").refused().err())
                .contains("income has no bins with the fixed edges", "trend monotone, bins of at least 50.0 rows");
    }

    @Test
    void tellsBinsAndProofAndWhyColumnsAreLeftOut() throws IOException {
        Path folds = Files.writeString(folder.resolve("folds.csv"), Loans.folds(1000, 5));
        Terminal run = fit("--exclude id --folds " + folds);
        JsonNode card = json(run);

        assertThat(card.at("/variables").findValuesAsText("name")).containsExactly("income", "grade");
        JsonNode income = variable(card, "income");
        assertThat(income.at("/trend").textValue()).isEqualTo("descending");
        assertThat(values(income, "count").stream().mapToDouble(x -> x).sum()).isEqualTo(1000);
        assertThat(income.at("/bins").findValuesAsText("label")).contains("missing");
        assertThat(variable(card, "grade").at("/emptyBins").findValuesAsText("label"))
                .containsExactly("missing", "unseen");
        assertThat(card.at("/dropped").findValuesAsText("name")).containsExactly("noise", "same", "empty");
        assertThat(card.at("/dropped").findValuesAsText("cause").get(1)).contains("same value in every row");
        assertThat(card.at("/dropped").findValuesAsText("cause").get(2)).contains("missing in every row");
        assertThat(run.err()).contains("noise dropped: ", "1000 rows read");
        assertThat(card.at("/validation/crossValidation/auc")).hasSize(5);
        double mean = card.at("/validation/crossValidation/mean").doubleValue();
        assertThat(mean).isBetween(0.6, card.at("/validation/auc").doubleValue());
    }

    @Test
    void crossValidationSeesNothingOfTheRowsHeldOut() throws IOException {
        // Keys tell each row's outcome on the rows of the fit and nothing on others: a leak would show.
        StringBuilder text = new StringBuilder("key,outcome\n");
        for (int i = 0; i < 400; i++) {
            text.append("k")
                    .append(i * 7 % 40)
                    .append(',')
                    .append(i * 7919 % 1000 < 300 ? 1 : 0)
                    .append('\n');
        }
        Path keys = Files.writeString(folder.resolve("keys.csv"), text.toString());
        JsonNode card = json(Terminal.type(
                "scorecard fit --target outcome --min-iv 0 --min-share 0.01 --cross-validate 5 --input " + keys));

        assertThat(card.at("/validation/auc").doubleValue()).isGreaterThan(0.6);
        assertThat(card.at("/validation/crossValidation/mean").doubleValue()).isLessThan(0.55);
    }

    @Test
    void scoresAreTheSumsThatTheCardTells() throws IOException {
        JsonNode card = json(fit("--exclude id --out " + folder.resolve("card.json")));
        Path applicants =
                Files.writeString(folder.resolve("applicants.csv"), "who,grade,income\nann,a,99\nbob,z,\neve,d,12\n");
        Terminal run = score("--id who --input " + applicants).done();

        double base = card.at("/base").doubleValue();
        JsonNode income = variable(card, "income");
        JsonNode grade = variable(card, "grade");
        List<Double> points = values(income, "points");
        double unseen = grade.at("/emptyBins/1/points").doubleValue();
        double missing = points.get(points.size() - 1);
        assertThat(run.lines().get(0)).isEqualTo("id,score,probability,reason_1,reason_2,reason_3,reason_4");
        assertThat(run.lines().get(2)).startsWith("bob," + (base + unseen + missing) + ",");
        assertThat(run.lines().get(3))
                .startsWith(
                        "eve," + (base + points.get(0) + values(grade, "points").get(3)) + ",");
        assertThat(run.err())
                .contains(
                        "finding: 1 of 3 rows have a grade that the card never saw",
                        "finding: 1 of 3 rows have no income");
    }

    @Test
    void reasonsAreTheColumnsThatCostMost() throws IOException {
        json(fit("--exclude id --out " + folder.resolve("card.json")));
        Path applicants = Files.writeString(folder.resolve("applicants.csv"), "grade,income\na,99\nd,99\nd,12\n");

        List<String> lines = score("--reasons 2 --input " + applicants).done().lines();
        assertThat(lines.get(1)).endsWith(",,");
        assertThat(lines.get(2)).endsWith(",grade,");
        assertThat(lines.get(3)).containsPattern("3,.*(income,grade|grade,income)");
        assertThat(score("--reasons 0 --input " + applicants).done().lines().get(0))
                .isEqualTo("row,score,probability");
        assertThat(score("--reasons 1 --sentences zh --input " + applicants)
                        .done()
                        .lines()
                        .get(2))
                .contains("grade 处于 ");
    }

    @Test
    void scoresRowsThatWereFittedAsValidateDoes() throws IOException {
        JsonNode card = json(fit("--exclude id --out " + folder.resolve("card.json")));
        List<String> scores = score("--reasons 0 --input " + loans).done().lines();
        List<String> rows = Files.readAllLines(loans);
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            joined.add(scores.get(i) + "," + rows.get(i).substring(rows.get(i).lastIndexOf(',') + 1));
        }
        Path outcomes = Files.write(folder.resolve("outcomes.csv"), joined);

        for (String how : List.of("--score probability", "--score score --higher better")) {
            JsonNode told =
                    json(Terminal.type("validate --target outcome --bad default " + how + " --input " + outcomes));
            for (String figure : List.of("auc", "aucLower", "aucUpper", "gini", "ks", "h")) {
                assertThat(told.at("/" + figure).doubleValue())
                        .as(figure)
                        .isCloseTo(card.at("/validation/" + figure).doubleValue(), within(1e-12));
            }
            assertThat(told.has("brier")).isEqualTo(how.contains("probability"));
        }
    }

    @Test
    void leavesAPageWithItsPicturesInTheChosenLanguage() throws IOException {
        JsonNode card = json(fit("--exclude id --cross-validate 3 --lang zh --report " + folder.resolve("report")));
        String html = Files.readString(folder.resolve("report/scorecard.html"));
        String data = html.substring(html.indexOf("id=\"data\">") + 10);
        JsonNode report = new ObjectMapper()
                .readTree(data.substring(0, data.indexOf("</script>")))
                .at("/report");

        assertThat(html).contains("<html lang=\"zh\">");
        assertThat(report.at("/proof/auc").doubleValue())
                .isEqualTo(card.at("/validation/auc").doubleValue());
        assertThat(report.at("/proof/folds")).isEqualTo(card.at("/validation/crossValidation/auc"));
        assertThat(report.at("/variables").findValuesAsText("name")).containsExactly("income", "grade");
        assertThat(report.at("/dropped").findValuesAsText("zh")).contains("所有行取值相同", "所有行都缺失");
        JsonNode last = report.at("/proof/roc").get(report.at("/proof/roc").size() - 1);
        assertThat(last.at("/goods").doubleValue()).isEqualTo(1);
        assertThat(last.at("/bads").doubleValue()).isEqualTo(1);
        long clients = 0;
        for (JsonNode group : report.at("/proof/calibration")) {
            clients += group.at("/clients").longValue();
        }
        assertThat(clients).isEqualTo(1000);
        assertThat(fit("--lang fr").misused().err()).contains("--lang must be one of [en, zh], found \"fr\"");
    }

    @Test
    void readsWekasFilesAlike() throws IOException {
        Path arff = Files.writeString(folder.resolve("loans.arff"), Loans.arff(1000));
        String options = "scorecard fit --target outcome --bad default --exclude id --input ";

        JsonNode fromArff = json(Terminal.type(options + arff));
        assertThat(fromArff.at("/variables"))
                .isEqualTo(json(Terminal.type(options + loans)).at("/variables"));
    }

    @Test
    void columnsAreNumbersOrTextsAsToldOrSeen() throws IOException {
        JsonNode branch = json(fit("--columns noise,grade --text noise --min-iv 0"));
        assertThat(variable(branch, "noise").at("/bins/0/label").textValue()).contains(" | ");

        Path strays =
                Files.writeString(folder.resolve("strays.csv"), Loans.csv(1000).replace("k5,", "k5,oops"));
        String options = "scorecard fit --target outcome --bad default --columns income,grade --input " + strays;
        assertThat(Terminal.type(options).done().err()).contains("warning: income is taken for text: 1 of its");
        assertThat(Terminal.type(options + " --numbers income").refused().err())
                .contains(
                        "strays.csv:7 unreadable-value income: expected a finite number, found oops", "1 of 1000 rows");
        assertThat(Terminal.type(options + " --numbers income --skip-bad-rows")
                        .done()
                        .err())
                .contains("1 bad ones left out");
    }

    @Test
    void aFileOfNumbersWithoutAHeaderGivesACardToo() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append(i % 50)
                    .append(';')
                    .append(i * 7919 % 1000 < 10 * (i % 50) + 200 ? "1.0" : "0.0")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("plain.txt"), text.toString());

        JsonNode card = json(Terminal.type("scorecard fit --target 2 --bad 1 --input " + file));
        assertThat(card.at("/variables/0/name").textValue()).isEqualTo("1");
    }

    private Terminal fit(String options) {
        return Terminal.type("scorecard fit --target outcome --bad default --input " + loans + " " + options);
    }

    private Terminal score(String options) {
        return Terminal.type("scorecard score --model-file " + folder.resolve("card.json") + " " + options);
    }

    private static JsonNode json(Terminal run) throws IOException {
        return new ObjectMapper().readTree(run.done().out());
    }

    private static JsonNode variable(JsonNode card, String name) {
        for (JsonNode each : card.at("/variables")) {
            if (each.at("/name").textValue().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(name + " isn't in the card " + Map.of("variables", card.at("/variables")));
    }

    private static List<Double> values(JsonNode variable, String name) {
        List<Double> values = new ArrayList<>();
        variable.at("/bins").forEach(bin -> values.add(bin.at("/" + name).doubleValue()));
        return values;
    }
}
