package io.lendcrm.segmentation.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.tier.LifecycleStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StagesOnRealDataTest {

    /** Purchases of 2,357 clients of CDNOW: the stage tells who buys again in the nine months that follow. */
    @Test
    void activeClientsBuyAgainThreeTimesAsOftenAsDecliningOnes() throws IOException {
        LocalDate asOf = LocalDate.of(1997, 9, 30);
        Map<String, List<LocalDate>> log = new TreeMap<>();
        Map<String, List<LocalDate>> bought = new HashMap<>();
        for (String line : Files.readAllLines(RealData.file("clv/CDNOW_sample.txt"))) {
            String[] cells = line.strip().split("\\s+");
            LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
            log.computeIfAbsent(cells[1], client -> new ArrayList<>()).add(day);
            if (Double.parseDouble(cells[4]) > 0) {
                bought.computeIfAbsent(cells[1], client -> new ArrayList<>()).add(day);
            }
        }
        Map<LifecycleStage, int[]> again = new EnumMap<>(LifecycleStage.class);
        log.forEach((client, days) -> {
            LifecycleStage stage = LifecycleRules.defaults()
                    .history(ClientId.of(client), Collections.min(days), bought.getOrDefault(client, List.of()), asOf)
                    .stage();
            int[] count = again.computeIfAbsent(stage, any -> new int[2]);
            count[days.stream().anyMatch(day -> day.isAfter(asOf)) ? 1 : 0]++;
        });

        assertThat(again.keySet())
                .containsExactly(LifecycleStage.POTENTIAL, LifecycleStage.ACTIVE, LifecycleStage.DECLINING);
        assertThat(again.get(LifecycleStage.ACTIVE)).containsExactly(140, 268);
        assertThat(again.get(LifecycleStage.DECLINING)).containsExactly(1525, 416);
    }

    /**
     * All 1,229 accounts of a young bank (Berka), told by 46,997 movements: an account is new from the day that another file
     * says it was opened, and active 180 days later; a bank that books interest and fees each month sees nobody silent.
     */
    @Test
    void accountsAreNewFromTheDayTheyWereOpened() throws IOException {
        LocalDate asOf = LocalDate.of(1994, 3, 30);
        Map<String, LocalDate> opened = new HashMap<>();
        for (String line : Files.readAllLines(RealData.file("berka/account.asc"))) {
            String[] cells = line.split(";");
            if (!cells[0].startsWith("\"account")) {
                opened.put(
                        cells[0], LocalDate.parse("19" + cells[3].replace("\"", ""), DateTimeFormatter.BASIC_ISO_DATE));
            }
        }
        Map<String, List<LocalDate>> log = movements();

        assertThat(log.values().stream().mapToInt(Collection::size).sum()).isEqualTo(46_997);
        assertThat(log).hasSize(1229);
        log.forEach((account, days) -> {
            List<StageChange> changes = LifecycleRules.defaults()
                    .history(ClientId.of(account), Collections.min(days), days, asOf)
                    .changes();
            LocalDate first = opened.get(account);
            boolean isNew = first.plusDays(180).isAfter(asOf);
            assertThat(changes).hasSize(isNew ? 1 : 2);
            assertThat(changes.get(0).day()).isEqualTo(first);
            assertThat(changes.get(0).stage()).isEqualTo(LifecycleStage.NEW);
            if (!isNew) {
                assertThat(changes.get(1).day()).isEqualTo(first.plusDays(180));
                assertThat(changes.get(1).stage()).isEqualTo(LifecycleStage.ACTIVE);
            }
        });
    }

    private static Map<String, List<LocalDate>> movements() throws IOException {
        Map<String, List<LocalDate>> log = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file("berka/trans-1993-01-to-1994-03-30.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",");
                log.computeIfAbsent(cells[1], account -> new ArrayList<>()).add(LocalDate.parse(cells[2]));
            });
        }
        return log;
    }
}
