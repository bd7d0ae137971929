package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The whole CDNOW log: 69,659 purchases of 23,570 clients, against plain objects and sorting. */
class CdnowRfmTest {

    private static final LocalDate UNTIL = LocalDate.of(1998, 6, 30);

    /** A line of the log. */
    record Purchase(String id, LocalDate day, BigDecimal dollars) {}

    @Test
    void agreesWithAPlainImplementation() throws IOException {
        List<Purchase> log = new ArrayList<>();
        for (String line : Files.readAllLines(RealData.file("clv/CDNOW_master.txt"))) {
            String[] fields = line.trim().split("\\s+");
            if (!fields[0].equals("customer_id")) {
                log.add(new Purchase(
                        fields[0],
                        LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE),
                        new BigDecimal(fields[3])));
            }
        }
        RfmAccumulator events = RfmAccumulator.of(UNTIL, Currency.getInstance("USD"));
        Map<String, List<Purchase>> byClient = new LinkedHashMap<>();
        for (Purchase p : log) {
            events.add(
                    ClientId.of(p.id()),
                    p.day().toEpochDay(),
                    p.dollars().movePointRight(2).longValueExact());
            byClient.computeIfAbsent(p.id(), id -> new ArrayList<>()).add(p);
        }
        RfmTable table = events.table();
        assertThat(log).hasSize(69_659);
        assertThat(table.rows()).isEqualTo(23_570);
        assertThat(events.later()).isZero();

        RfmScores scores = RfmFitter.defaults().fit(table).score(table);
        long[] days = new long[table.rows()];
        long[] cents = new long[table.rows()];
        int i = 0;
        for (Map.Entry<String, List<Purchase>> client : byClient.entrySet()) {
            LocalDate last = client.getValue().stream()
                    .map(Purchase::day)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            days[i] = -ChronoUnit.DAYS.between(last, UNTIL);
            cents[i] = client.getValue().stream()
                    .map(Purchase::dollars)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .movePointRight(2)
                    .longValueExact();
            assertThat(table.clients().get(i)).isEqualTo(ClientId.of(client.getKey()));
            assertThat(table.recencyDays(i)).isEqualTo((int) -days[i]);
            assertThat(table.frequency(i)).isEqualTo(client.getValue().size());
            assertThat(table.monetary(i)).isEqualTo(cents[i]);
            i++;
        }
        long[] sortedDays = LongStream.of(days).sorted().toArray();
        long[] sortedCents = LongStream.of(cents).sorted().toArray();
        for (int row = 0; row < days.length; row++) {
            assertThat(scores.r(row)).isEqualTo(quintile(sortedDays, days[row]));
            assertThat(scores.m(row)).isEqualTo(quintile(sortedCents, cents[row]));
        }
    }

    /** Low ties: the bin of the first of the equal values. */
    private static int quintile(long[] sorted, long value) {
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) / 2;
            if (sorted[middle] < value) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return (int) Math.ceil(5.0 * (below + 1) / sorted.length);
    }
}
