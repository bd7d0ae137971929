package io.lendcrm.examples.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.RealData;
import io.lendcrm.examples.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesCommandTest {

    private static final String USUAL = "--id who --date day --as-of 2025-12-31 ";

    @TempDir
    Path folder;

    /** A month's payments for two years; one client stops, one is there only to ask. */
    private static List<String> log() {
        List<String> rows = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            LocalDate day = LocalDate.of(2024, 1, 15).plusMonths(month);
            rows.add("stays," + day + ",10,payment,s" + month);
            if (month < 8) {
                rows.add("leaves," + day + ",10,payment,l" + month);
            }
            if (month == 20) {
                rows.add("asks," + day + ",0,question,a" + month);
            }
        }
        return rows;
    }

    @Test
    void tellsStagesCountsAndMoves() throws IOException {
        Terminal run = stages(log(), USUAL + "--amount amount --step quarter").done();

        assertThat(run.out())
                .contains(
                        "\"asOf\" : \"2025-12-31\"",
                        "\"stages\" : [ \"potential\", \"new\", \"active\", \"mature\", \"declining\", \"lost\","
                                + " \"reactivated\" ]",
                        "\"counts\" : [ 1, 0, 1, 0, 0, 1, 0 ]",
                        "\"day\" : \"2025-09-30\"")
                .containsSubsequence("\"id\" : \"asks\"", "\"stage\" : \"potential\"", "\"since\" : \"2025-09-15\"")
                .containsSubsequence("\"id\" : \"leaves\"", "\"stage\" : \"lost\"", "\"since\" : \"2025-08-16\"")
                .containsSubsequence(
                        "\"id\" : \"stays\"", "\"stage\" : \"active\"", "\"reason\" : \"lifecycle.holding\"");
        assertThat(run.err()).contains("3 clients: 1 potential, 0 new, 1 active, 0 mature, 0 declining, 1 lost");
    }

    @Test
    void theOrderOfRowsAndRowsToldTwiceDoNotMatter() throws IOException {
        String options = USUAL + "--kind kind --activity payment --event key --step month";
        String inOrder = stages(log(), options).done().out();
        for (int seed = 0; seed < 5; seed++) {
            List<String> rows = new ArrayList<>(log());
            rows.addAll(log().subList(seed, 3 * seed + 1));
            Collections.shuffle(rows, new Random(seed));
            Terminal shuffled = stages(rows, options).done();

            assertThat(shuffled.out()).isEqualTo(inOrder);
            assertThat(shuffled.err()).contains((2 * seed + 1) + " rows that repeat an event ignored");
        }
    }

    @Test
    void laterEventsDoNotChangeTheStagesOfADay() throws IOException {
        String then = "--id who --date day --as-of 2024-12-31";
        List<String> known = log().stream()
                .filter(row -> row.split(",")[1].compareTo("2024-12-31") <= 0)
                .toList();

        Terminal now = stages(log(), then).done();
        assertThat(now.out()).isEqualTo(stages(known, then).done().out());
        assertThat(now.err()).contains("13 events after 2024-12-31 ignored");
    }

    @Test
    void storedRulesTellTheSameStages() throws IOException {
        Path card = folder.resolve("rules.json");
        String own = stages(log(), USUAL + "--rule lostDays=600,newDays=90 --out " + card)
                .done()
                .out();

        assertThat(own).contains("\"newDays\" : 90,", "\"lostDays\" : 600,", "\"counts\" : [ 0, 0, 1, 0, 1, 0, 0 ]");
        assertThat(stages(log(), USUAL + "--rules " + card).done().out()).isEqualTo(own);
        assertThat(stages(log(), USUAL + "--rules " + card + " --rule lostDays=400")
                        .done()
                        .out())
                .contains("\"newDays\" : 90,", "\"lostDays\" : 400,", "\"counts\" : [ 0, 1, 1, 0, 0, 1, 0 ]");
    }

    @Test
    void thePageShowsTheFlow() throws IOException {
        List<String> rows = new ArrayList<>(log());
        rows.add("<b>,2024-02-01,1,payment,b");
        stages(rows, "--id who --date day --as-of 2025-03-31 --report " + folder)
                .done();

        assertThat(Files.readString(folder.resolve("stages.html")))
                .contains("<title>active to declining, 2024-12-31: 1</title>", "&lt;b&gt;", "Not active for")
                .doesNotContain("<b>", "NaN");
    }

    @Test
    void badRowsAreNamed() throws IOException {
        assertThat(stages(List.of("a,2025-13-01,1,payment,1"), USUAL).refused().err())
                .contains("log.csv:2 unreadable-value day");
        assertThat(stages(List.of("a,,1,payment,1"), USUAL).refused().err()).contains("missing-value day");
        assertThat(stages(List.of("a,2025-01-01,many,payment,1"), USUAL + "--amount amount")
                        .refused()
                        .err())
                .contains("many");
        assertThat(stages(List.of("a,2025-01-01,1,gossip,1"), USUAL + "--kind kind")
                        .refused()
                        .err())
                .contains("gossip", "repayment");
        assertThat(stages(List.of("a,2025-01-01,1,payment,1", "b,2025-01-01,1,payment,1"), USUAL + "--event key")
                        .refused()
                        .err())
                .contains("a key of its own");
        assertThat(stages(List.of(), USUAL).refused().err()).contains("tells of nobody up to 2025-12-31");
        assertThat(stages(List.of("a,2026-01-01,1,payment,1"), USUAL).refused().err())
                .contains("tells of nobody up to 2025-12-31");
    }

    @Test
    void kindsOfTheLibraryAreActivityByTheCard() throws IOException {
        assertThat(stages(List.of("a,2025-12-01,1,repayment,1", "b,2025-12-01,1,complaint,2"), USUAL + "--kind kind")
                        .done()
                        .out())
                .contains("\"counts\" : [ 1, 1, 0, 0, 0, 0, 0 ]");
    }

    @Test
    void wrongUseIsTold() throws IOException {
        assertThat(stages(log(), USUAL + "--rule goneDays=9").misused().err())
                .contains("--rule: a limit must be one of [newDays, lostDays,", "found \"goneDays\"");
        assertThat(stages(log(), USUAL + "--rule lostDays=9").misused().err())
                .contains("--rule: lostDays must be above 90, found 9");
        assertThat(stages(log(), USUAL + "--rule lostDays").misused().err()).contains("--rule");
        assertThat(stages(log(), USUAL + "--activity payment").misused().err()).contains("--activity needs --kind");
        assertThat(stages(log(), USUAL + "--kind kind --activity payment,loan")
                        .misused()
                        .err())
                .contains("--activity must be kinds that the log has, found [loan]");
        assertThat(stages(log(), USUAL + "--step decade").misused().err()).contains("[week, month, quarter, year]");
        assertThat(stages(log(), USUAL + "--from 2026-01-01").misused().err()).contains("--from must not be after");
        assertThat(stages(List.of("a,0025-01-01,1,payment,1"), USUAL + "--step week")
                        .misused()
                        .err())
                .contains("makes more than 1000 steps since 0025-01-01");
        Path noCard = Files.writeString(folder.resolve("card.json"), "{}");
        assertThat(stages(log(), USUAL + "--rules " + noCard).refused().err()).contains("can't be used as a model");
    }

    /** All accounts of a real bank; see the library's own test for why these are the numbers. */
    @Test
    void tellsTheStagesOfABank() {
        assertThat(Terminal.type("stages --input " + RealData.file("berka/trans-1993-01-to-1994-03-30.csv.gz")
                                + " --id account_id --date date --event trans_id --as-of 1994-03-30")
                        .done()
                        .err())
                .contains("1229 clients: 0 potential, 371 new, 858 active, 0 mature, 0 declining, 0 lost");
    }

    private Terminal stages(List<String> rows, String options) throws IOException {
        Path file = Files.writeString(
                folder.resolve("log.csv"),
                "who,day,amount,kind,key\n"
                        + rows.stream().map(row -> row + "\n").collect(Collectors.joining()));
        return Terminal.type("stages --input " + file + " " + options);
    }
}
