package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The CDNOW purchases of Fader and Hardie (2001) against the summary that they published, and against sums computed
 * apart from this library (valuation.json, independent_optima, the keys named in the tests).
 */
class CdnowTest {

    private static final LocalDate END_OF_CALIBRATION = LocalDate.of(1997, 9, 30);
    private static final LocalDate END = LocalDate.of(1998, 6, 30);

    private record Purchase(ClientId client, LocalDate day, BigDecimal dollars) {}

    @Test
    void theSampleGivesThePublishedSummary() throws IOException {
        PurchaseSummarizer summarizer = summarize(sample(), ObservationWindow.until(END_OF_CALIBRATION));
        PurchaseSummaries rows = summarizer.summaries();
        List<String> published = Files.readAllLines(RealData.file("clv/cdnow_customers_summary_with_transactions.csv"));

        assertThat(published.get(0)).isEqualTo("ID,x,t_x,T,zbar");
        assertThat(rows.size()).isEqualTo(2_357).isEqualTo(published.size() - 1);
        for (int row = 0; row < rows.size(); row++) {
            String[] expected = published.get(row + 1).split(",");
            assertThat(Integer.parseInt(summarizer.clients().get(row).value()))
                    .isEqualTo(Integer.parseInt(expected[0]));
            assertThat(rows.frequency(row)).isEqualTo(Integer.parseInt(expected[1]));
            assertSameTo2Decimals(rows.recency(row), expected[2]);
            assertSameTo2Decimals(rows.age(row), expected[3]);
            assertSameTo2Decimals(rows.spend(row), expected[4]);
        }
    }

    /** Key {@code BG/NBD CDNOW_sample weeks=days/7, end 1997-09-30}. */
    @Test
    void theSampleHasTheKnownSums() throws IOException {
        PurchaseSummarizer summarizer =
                summarize(sample(), ObservationWindow.until(END_OF_CALIBRATION).withHoldoutUntil(END));
        assertSums(summarizer.summaries(), 2_357, 1_016, 2_457, 112_949, 539_779, 1_411);
        int holdout = 0;
        for (int purchases : summarizer.holdoutFrequencies()) {
            holdout += purchases;
        }
        assertThat(holdout)
                .as("purchase days in the 39 weeks after, as published")
                .isEqualTo(1_882);
        assertThat(summarizer.counted()).isEqualTo(6_919);
        assertThat(summarizer.ignoredLater()).isZero();
    }

    /** Keys {@code BG/NBD CDNOW_master weeks=days/7, end 1997-09-30} and {@code MBG/NBD ..., end 1998-06-30}. */
    @Test
    void theWholeCohortHasTheKnownSums() throws IOException {
        List<Purchase> log = master();
        assertThat(log).hasSize(69_659);
        assertSums(
                summarize(log, ObservationWindow.until(END_OF_CALIBRATION)).summaries(),
                23_570,
                8_685,
                24_337,
                1_129_644,
                5_399_736,
                14_119);
        assertSums(
                summarize(log, ObservationWindow.until(END)).summaries(),
                23_570,
                11_104,
                44_021,
                3_178_932,
                11_834_346,
                12_054);
    }

    @Test
    void aShuffledLogGivesTheSameRows() throws IOException {
        List<Purchase> log = sample();
        PurchaseSummarizer sorted = summarize(log, ObservationWindow.until(END_OF_CALIBRATION));
        List<Purchase> mixed = new ArrayList<>(log);
        Collections.shuffle(mixed, new Random(7));
        PurchaseSummarizer shuffled = summarize(mixed, ObservationWindow.until(END_OF_CALIBRATION));
        assertThat(shuffled.size()).isEqualTo(sorted.size());
        for (int row = 0; row < shuffled.size(); row++) {
            int there = sorted.clients().indexOf(shuffled.clients().get(row));
            assertThat(shuffled.summaries().summary(row))
                    .isEqualTo(sorted.summaries().summary(there));
            assertThat(shuffled.summaries().spend(row))
                    .isEqualTo(sorted.summaries().spend(there));
        }
    }

    private static void assertSums(
            PurchaseSummaries rows, int clients, int distinct, long x, long recencyDays, long ageDays, int zero) {
        long frequency = 0;
        double recency = 0;
        double age = 0;
        int none = 0;
        for (int row = 0; row < rows.size(); row++) {
            frequency += rows.frequency(row);
            recency += rows.recency(row) * 7;
            age += rows.age(row) * 7;
            none += rows.frequency(row) == 0 ? 1 : 0;
        }
        assertThat(rows.size()).isEqualTo(clients);
        assertThat(rows.withoutSpend().compressed().size()).isEqualTo(distinct);
        assertThat(frequency).isEqualTo(x);
        assertThat(recency).isCloseTo(recencyDays, within(1e-4));
        assertThat(age).isCloseTo(ageDays, within(1e-4));
        assertThat(none).isEqualTo(zero);
    }

    /** By the shortest decimals of the double, so that 22.345 is a tie and goes up, as in the published file. */
    private static void assertSameTo2Decimals(double found, String published) {
        assertThat(BigDecimal.valueOf(found).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(new BigDecimal(published));
    }

    private static PurchaseSummarizer summarize(List<Purchase> log, ObservationWindow window) {
        PurchaseSummarizer summarizer = PurchaseSummarizer.over(window, CalendarUnit.WEEK);
        log.forEach(p -> summarizer.add(p.client(), p.day(), p.dollars()));
        return summarizer;
    }

    /** Columns: key in the whole cohort, key in the sample, date, pieces, dollars. */
    private static List<Purchase> sample() throws IOException {
        return read("clv/CDNOW_sample.txt", 0, 1);
    }

    /** Columns: key, date, pieces, dollars; a header. */
    private static List<Purchase> master() throws IOException {
        return read("clv/CDNOW_master.txt", 1, 0);
    }

    private static List<Purchase> read(String file, int skipped, int client) throws IOException {
        List<Purchase> log = new ArrayList<>();
        List<String> lines = Files.readAllLines(RealData.file(file));
        for (String line : lines.subList(skipped, lines.size())) {
            String[] cells = line.strip().split("\\s+");
            if (cells.length > 1) {
                log.add(new Purchase(
                        ClientId.of(cells[client]),
                        LocalDate.parse(cells[client + 1], DateTimeFormatter.BASIC_ISO_DATE),
                        new BigDecimal(cells[client + 3])));
            }
        }
        return log;
    }
}
