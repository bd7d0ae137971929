package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PurchaseSummarizerProperties {

    private static final ObservationWindow WINDOW =
            ObservationWindow.until(Samples.day(300)).withHoldoutUntil(Samples.day(400));

    record Event(String client, int day, BigDecimal amount) {}

    /** What the result should be, told client by client; the order of rows is left to other properties. */
    record Expected(PurchaseSummary summary, double spend, int holdout) {}

    @Provide
    Arbitrary<List<Event>> logs() {
        Arbitrary<BigDecimal> amounts = Combinators.combine(
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(0, 4))
                .as(BigDecimal::valueOf);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8).map(i -> "c" + i),
                        Arbitraries.integers().between(0, 450),
                        amounts)
                .as(Event::new)
                .list()
                .ofMaxSize(120);
    }

    @Property
    void agreesWithTheDefinition(@ForAll("logs") List<Event> log) {
        assertThat(byClient(summarize(log))).isEqualTo(defined(log));
    }

    @Property
    void theOrderOfEventsDoesNotMatter(@ForAll("logs") List<Event> log, @ForAll Random random) {
        List<Event> shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        PurchaseSummarizer one = summarize(log);
        PurchaseSummarizer other = summarize(shuffled);
        assertThat(byClient(other)).isEqualTo(byClient(one));
        assertThat(other.ignoredLater()).isEqualTo(one.ignoredLater());
        assertThat(other.counted()).isEqualTo(one.counted());
    }

    @Property
    void mergingPartsIsSummarizingTheWhole(@ForAll("logs") List<Event> log, @ForAll Random random) {
        int a = random.nextInt(log.size() + 1);
        int b = a + random.nextInt(log.size() - a + 1);
        PurchaseSummarizer merged = summarize(log.subList(0, a));
        merged.merge(summarize(log.subList(a, b)));
        merged.merge(summarize(log.subList(b, log.size())));

        PurchaseSummarizer whole = summarize(log);
        assertThat(merged.clients()).isEqualTo(whole.clients());
        assertThat(merged.summaries()).isEqualTo(whole.summaries());
        assertThat(merged.holdoutFrequencies()).isEqualTo(whole.holdoutFrequencies());
        assertThat(merged.counted()).isEqualTo(whole.counted());
        assertThat(merged.ignoredLater()).isEqualTo(whole.ignoredLater());
    }

    @Property
    void compressingKeepsEveryClient(@ForAll("logs") List<Event> log) {
        PurchaseSummaries rows = summarize(log).summaries().withoutSpend();
        PurchaseSummaries fewer = rows.compressed();
        Map<PurchaseSummary, Double> expected = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            expected.merge(rows.summary(row), rows.weight(row), Double::sum);
        }
        Map<PurchaseSummary, Double> found = new LinkedHashMap<>();
        for (int row = 0; row < fewer.size(); row++) {
            assertThat(found.put(fewer.summary(row), fewer.weight(row))).isNull();
        }
        assertThat(new ArrayList<>(found.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
        assertThat(fewer.compressed()).isEqualTo(fewer);
        assertThat(fewer.clients()).isEqualTo(rows.clients());
    }

    private static PurchaseSummarizer summarize(List<Event> log) {
        PurchaseSummarizer summarizer = PurchaseSummarizer.over(WINDOW, CalendarUnit.WEEK);
        log.forEach(e -> summarizer.add(ClientId.of(e.client()), Samples.day(e.day()), e.amount()));
        return summarizer;
    }

    private static Map<String, Expected> byClient(PurchaseSummarizer summarizer) {
        Map<String, Expected> rows = new TreeMap<>();
        PurchaseSummaries summaries = summarizer.summaries();
        for (int row = 0; row < summaries.size(); row++) {
            rows.put(
                    summarizer.clients().get(row).value(),
                    new Expected(
                            summaries.summary(row),
                            summaries.hasSpend() ? summaries.spend(row) : 0,
                            summarizer.holdoutFrequencies()[row]));
        }
        return rows;
    }

    private static Map<String, Expected> defined(List<Event> log) {
        Map<String, TreeMap<Integer, BigDecimal>> days = new TreeMap<>();
        for (Event e : log) {
            days.computeIfAbsent(e.client(), c -> new TreeMap<>()).merge(e.day(), e.amount(), BigDecimal::add);
        }
        Map<String, Expected> rows = new TreeMap<>();
        days.forEach((client, totals) -> {
            var counted = totals.headMap(300, true);
            if (!counted.isEmpty()) {
                int first = counted.firstKey();
                int x = counted.size() - 1;
                BigDecimal repeats =
                        counted.tailMap(first, false).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                double mean = x == 0
                        ? 0
                        : repeats.divide(BigDecimal.valueOf(x), MathContext.DECIMAL128)
                                .doubleValue();
                rows.put(
                        client,
                        new Expected(
                                new PurchaseSummary(x, (counted.lastKey() - first) / 7.0, (300 - first) / 7.0),
                                mean,
                                totals.subMap(300, false, 400, true).size()));
            }
        });
        return rows;
    }
}
