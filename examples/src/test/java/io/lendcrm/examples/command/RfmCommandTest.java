package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RfmCommandTest {

    private static final String COLUMNS = "rfm --id client --date day --amount amount --as-of 2025-12-31 ";

    private static final String LOG = """
            client,day,amount
            dan,2025-10-01,5
            ann,2025-12-31,100.50
            bob,2025-01-01,10
            ann,2025-12-01,0.25
            dan,2025-11-30,5.00
            eve,2025-06-30T23:59:59,7
            eve,2026-01-01,1000
            ann,2025-06-01,20
            """;

    @TempDir
    Path folder;

    @Test
    void writesOneRowAClientInOrderOfFirstAppearance() throws IOException {
        Terminal run = Terminal.type(COLUMNS + "--bins 4 --input " + file(LOG)).done();

        // Recency of 0, 31, 184 and 364 days scores 4 to 1. Equal frequencies (1 and 1) and equal sums (10 and 10) get
        // the lowest score that one of the two would get. Of four scores the third stands for level 4 of five.
        assertThat(run.out()).isEqualTo("""
                        id,recency_days,frequency,monetary,r,f,m,segment
                        dan,31,2,10.00,3,3,2,loyal
                        ann,0,3,120.75,4,4,4,champions
                        bob,364,1,10.00,1,1,2,lost
                        eve,184,1,7.00,2,1,1,hibernating
                        """);
        assertThat(run.err())
                .contains(
                        "log.csv: 8 rows read", "1 events after 2025-12-31 ignored", "no client has frequency score 2");
    }

    @Test
    void tiesMayGetTheHighestScore() throws IOException {
        Terminal run = Terminal.type(COLUMNS + "--bins 4 --ties high --input " + file(LOG))
                .done();

        assertThat(run.out()).contains("\nbob,364,1,10.00,1,2,3,", "\neve,184,1,7.00,2,2,1,");
    }

    @Test
    void tiesAreRefusedWhereTheyWouldBeIgnored() throws IOException {
        Terminal run = Terminal.type(COLUMNS + "--method jenks --bins 2 --ties high --input " + file(LOG));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--ties needs --method quantile");
    }

    @Test
    void cutsMayBeFixed() throws IOException {
        Terminal run = Terminal.type(COLUMNS + "--method fixed --recency-cuts 200,100,30 --frequency-cuts 2,3,4"
                        + " --monetary-cuts 7.01,100,1000 --input " + file(LOG))
                .done();

        assertThat(run.out()).contains("\ndan,31,2,10.00,3,2,2,", "\nann,0,3,120.75,4,3,3,", "\neve,184,1,7.00,2,1,1,");
    }

    @Test
    void cutsMayBeNaturalBreaks() throws IOException {
        Terminal run = Terminal.type(COLUMNS + "--method jenks --bins 2 --input " + file(LOG))
                .done();

        // Least squares put 0 and 31 days together, and 184 and 364; and 120.75 alone.
        assertThat(run.out())
                .containsPattern("\ndan,31,2,10.00,2,[12],1,")
                .containsPattern("\nann,0,3,120.75,2,2,2,")
                .containsPattern("\neve,184,1,7.00,1,1,1,");
    }

    @Test
    void writesJsonOnRequest() throws IOException {
        Terminal run =
                Terminal.type(COLUMNS + "--bins 4 --json --input " + file(LOG)).done();

        assertThat(run.lines()).hasSize(6).startsWith("[").endsWith("]");
        assertThat(run.lines().get(1))
                .isEqualTo("{\"id\":\"dan\",\"recency_days\":31,\"frequency\":2,\"monetary\":10.0,\"r\":3,\"f\":3,"
                        + "\"m\":2,\"segment\":\"loyal\"},");
    }

    @Test
    void theCurrencyDecidesTheDecimals() throws IOException {
        String start = "rfm --id 1 --date 2 --amount 3 --as-of 2025-12-31 --input " + file("a,2025-01-01,12.345\n");

        assertThat(Terminal.type(start + " --currency KWD").done().out()).contains("\na,364,1,12.345,");
        assertThat(Terminal.type(start).refused().err())
                .contains(
                        "log.csv:1 refused-value 3: expected an amount in EUR, with at most 2 decimals, found 12.345");
    }

    @Test
    void dayOptionsMayBeWrittenAsInTheFile() throws IOException {
        String start = "rfm --id 1 --date 2 --amount 3 --date-format dd.MM.yyyy --input " + file("a;31.01.2025;5\n");

        assertThat(Terminal.type(start + " --as-of 01.02.2025").done().out()).contains("\na,1,1,5.00,");
        assertThat(Terminal.type(start + " --as-of 2025-02-01").done().out()).contains("\na,1,1,5.00,");
        assertThat(Terminal.type(start + " --as-of 30.02.2025").misused().err())
                .contains("--as-of must be a day as in 2024-02-29, found \"30.02.2025\"");
    }

    @Test
    void sumsBeyondSixtyFourBitsAreAFinding() throws IOException {
        String row = "a,2025-01-01," + Long.MAX_VALUE / 100 + "\n";

        assertThat(Terminal.type("rfm --id 1 --date 2 --amount 3 --as-of 2025-12-31 --input " + file(row + row))
                        .refused()
                        .err())
                .contains("log.csv:2 refused-value 3: expected an amount whose sum");
    }

    @Test
    void optionsThatDontFitAreMisuse() throws IOException {
        String start = COLUMNS + "--input " + file(LOG);

        assertThat(Terminal.type(start + " --bins 1").misused().err()).contains("bins must be within [2, 9], found 1");
        assertThat(Terminal.type(start + " --method fixed").misused().err()).contains("--recency-cuts");
        assertThat(Terminal.type(start + " --recency-cuts 5").misused().err()).contains("--method fixed");
        assertThat(Terminal.type(start + " --method fixed --recency-cuts 1,5 --frequency-cuts 1,2 --monetary-cuts 1,2")
                        .misused()
                        .err())
                .contains("never increasing");
        assertThat(Terminal.type(start + " --method k-means").misused().err())
                .contains("must be one of [quantile, fixed, jenks], found \"k-means\"");
        assertThat(Terminal.type(start + " --currency EURO").misused().err()).contains("--currency");
    }

    @Test
    void tellsHowClientsMovedSinceAnEarlierDay() throws IOException {
        String cuts = "--method fixed --recency-cuts 40 --frequency-cuts 2 --monetary-cuts 0 --input ";
        Terminal run = Terminal.type(COLUMNS + "--migrate-from 2025-07-01 --months 6 " + cuts + file(LOG))
                .done();

        // The half-year until 1 July: eve a day ago, ann 30 days, once each; bob a day too early. The last: ann and dan
        // twice.
        assertThat(run.out()).isEqualTo("""
                        from,to,clients,share
                        new,champions,1,0.5
                        new,,1,0.5
                        ,champions,1,0.5
                        """);
        assertThat(Terminal.type(COLUMNS + "--migrate-from 2025-12-31 " + cuts + file(LOG))
                        .misused()
                        .err())
                .contains("--migrate-from must be before --as-of 2025-12-31, found 2025-12-31");
        assertThat(Terminal.type(COLUMNS + "--months 0 " + cuts + file(LOG))
                        .misused()
                        .err())
                .contains("--months must be at least 1, found 0");
    }

    @Test
    void negativeAmountsLowerTheNetRevenueAndAreNoEvents() throws IOException {
        String log = "client,day,amount\nann,2025-12-01,20\nann,2025-12-30,-35\nbob,2025-12-02,-1\n";
        Terminal run = Terminal.type(COLUMNS + "--net --input " + file(log)).done();

        assertThat(run.out()).contains("\nann,30,1,-15.00,").doesNotContain("bob");
        assertThat(run.err()).contains("1 clients with nothing but negative amounts left out");
        assertThat(Terminal.type(COLUMNS + "--input " + file(log)).refused().err())
                .contains("expected an amount of at least 0; --net takes negative ones");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), text);
    }
}
