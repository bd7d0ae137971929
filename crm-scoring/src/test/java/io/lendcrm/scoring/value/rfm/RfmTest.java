package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.tier.SegmentId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RfmTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void columnsOfEventsAreAddedAsEachOfThemWouldBe() {
        LocalDate asOf = LocalDate.of(2025, 6, 30);
        int today = (int) asOf.toEpochDay();
        RfmAccumulator columns = RfmAccumulator.of(asOf, Currency.getInstance("EUR"));
        RfmAccumulator single = RfmAccumulator.of(asOf, Currency.getInstance("EUR"));
        int[] rows = {0, 1, 0, 2, 1, 0};
        int[] days = {today, today - 9, today - 3, today + 1, today - 400, today - 3};
        long[] units = {100, 250, 0, 999, 50, 7};
        for (RfmAccumulator events : List.of(columns, single)) {
            for (String id : List.of("a", "b", "c")) {
                events.row(ClientId.of(id));
            }
        }
        columns.add(rows, days, units);
        for (int i = 0; i < rows.length; i++) {
            single.add(rows[i], days[i], units[i]);
        }

        RfmTable found = columns.table();
        RfmTable expected = single.table();
        assertThat(found.rows()).isEqualTo(expected.rows()).isEqualTo(2);
        for (int row = 0; row < found.rows(); row++) {
            assertThat(found.clients().get(row)).isEqualTo(expected.clients().get(row));
            assertThat(found.recencyDays(row)).isEqualTo(expected.recencyDays(row));
            assertThat(found.frequency(row)).isEqualTo(expected.frequency(row));
            assertThat(found.monetary(row)).isEqualTo(expected.monetary(row));
        }
        assertThat(columns.later()).isEqualTo(single.later()).isEqualTo(1);
        RfmAccumulator revenue =
                RfmAccumulator.over(ObservationWindow.until(asOf), Currency.getInstance("EUR"), RfmMonetary.REVENUE);
        revenue.row(ClientId.of("a"));
        assertThatThrownBy(() -> revenue.add(new int[] {0}, new int[] {today}, new long[] {-1}))
                .hasMessageContaining("amount must be at least 0");
        assertThatThrownBy(() -> columns.add(new int[] {3}, new int[] {today}, new long[] {1}))
                .hasMessage("row must be within [0, 2], found 3");
        assertThatThrownBy(() -> columns.add(new int[] {0}, new int[0], new long[] {1}))
                .hasMessageContaining("must have 1 rows, found 0 and 1");
    }

    @Test
    void eventsBecomeScoresAndSegmentsWithReasons() {
        RfmAccumulator events = RfmAccumulator.of(TODAY, EUR);
        ClientId regular = ClientId.of("regular");
        for (int month = 0; month < 10; month++) {
            events.add(regular, TODAY.minusMonths(month), Money.parse("1000.50", "EUR"));
        }
        events.add(ClientId.of("former"), LocalDate.of(2024, 2, 29), Money.parse("20", "EUR"));
        events.add(ClientId.of("recent"), LocalDate.of(2026, 2, 28), Money.parse("35", "EUR"));
        events.add(ClientId.of("recent"), LocalDate.of(2026, 3, 2), Money.parse("99", "EUR"));

        RfmModel model = RfmFitter.fixed(
                        RfmCuts.of(new long[] {365, 180, 90, 30}, new long[] {2, 3, 5, 10}, new long[] {
                            50_00, 100_00, 1_000_00, 10_000_00
                        }))
                .fit(events.table());
        RfmScore score = model.score(events.table()).score(0);

        assertThat(events.later()).isEqualTo(1);
        assertThat(score.client()).isEqualTo(regular);
        assertThat(score.cell()).isEqualTo("555");
        assertThat(score.segment()).isEqualTo(SegmentId.of("champions"));
        assertThat(score.reasons().get(0).arguments()).isEqualTo(Map.of("days", "0", "score", "5", "bins", "5"));
        assertThat(score.reasons().get(2).arguments()).containsEntry("amount", "10005.00");
        assertThat(score.reasons().stream().mapToDouble(r -> r.contribution()).sum())
                .isEqualTo(score.total() - 9.0);
        assertThat(model.score(events.table()).score(1).cell()).isEqualTo("111");
        assertThat(model.score(events.table()).segment(1)).isEqualTo(SegmentId.of("lost"));
        assertThat(model.score(events.table()).segment(2)).isEqualTo(SegmentId.of("new"));
    }

    @Test
    void recencyCountsCalendarDaysAcrossALeapDay() {
        RfmAccumulator events = RfmAccumulator.of(LocalDate.of(2024, 3, 1), EUR);
        events.add(ClientId.of("a"), LocalDate.of(2024, 2, 28), Money.zero(EUR));
        assertThat(events.table().recencyDays(0)).isEqualTo(2);
    }

    /** Ten clients, quintiles: the 5 ones take places 1 to 5, bins 1, 1, 2, 2, 3. */
    @Test
    void tiedClientsAllGetTheLowestOrTheHighestOfTheirBins() {
        RfmTable table = frequencies(1, 1, 1, 1, 1, 2, 3, 4, 5, 6);
        assertThat(frequencyScores(RfmFitter.quantile(5).withTies(RfmTies.LOW).fit(table), table))
                .containsExactly(1, 1, 1, 1, 1, 3, 4, 4, 5, 5);
        assertThat(frequencyScores(RfmFitter.quantile(5).withTies(RfmTies.HIGH).fit(table), table))
                .containsExactly(3, 3, 3, 3, 3, 3, 4, 4, 5, 5);
    }

    @Test
    void withoutTiesQuintilesAreOfEqualSize() {
        RfmTable table = frequencies(IntStream.rangeClosed(1, 20).toArray());
        for (RfmTies ties : RfmTies.values()) {
            int[] scores = frequencyScores(RfmFitter.quantile(5).withTies(ties).fit(table), table);
            assertThat(scores).containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5);
        }
    }

    @Test
    void naturalBreaksFallIntoTheGaps() {
        RfmTable table = frequencies(1, 2, 2, 3, 20, 21, 22, 500, 510);
        RfmModel model = RfmFitter.jenks(3).fit(table(table, table));
        assertThat(model.cuts().frequencyAtLeast(2)).isEqualTo(20);
        assertThat(model.cuts().frequencyAtLeast(3)).isEqualTo(500);
    }

    @Test
    void newClientsAreScoredByTheSameCuts() {
        RfmTable table = frequencies(IntStream.rangeClosed(1, 20).toArray());
        RfmModel model = RfmFitter.defaults().fit(table);
        ClientId newcomer = ClientId.of("newcomer");
        assertThat(model.score(newcomer, 0, 1000, Money.parse("0", "EUR")).f()).isEqualTo(5);
        assertThat(model.score(newcomer, 0, 1, Money.parse("0", "EUR")).f()).isEqualTo(1);
        assertThatThrownBy(() -> model.score(newcomer, 0, 1, Money.parse("0", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("monetary must be in EUR, found USD");
        assertThatThrownBy(() -> model.score(newcomer, -1, 1, Money.zero(EUR)))
                .hasMessage("recencyDays must be at least 0, found -1");
        assertThatThrownBy(() -> model.score(newcomer, 0, 0, Money.zero(EUR)))
                .hasMessage("frequency must be at least 1, found 0");
    }

    @ParameterizedTest
    @EnumSource(RfmTies.class)
    void oneClientOrAMillionEqualOnesAreScoredAndTheModelWarns(RfmTies ties) {
        for (int n : new int[] {1, 1_000_000}) {
            RfmTable table = frequencies(new int[n]);
            RfmModel model = RfmFitter.defaults().withTies(ties).fit(table);
            RfmScores scores = model.score(table);
            assertThat(scores.sizes().values()).containsOnlyOnce(n);
            assertThat(model.info().warnings()).hasSize(3).allMatch(warning -> warning.startsWith("no client has "));
        }
    }

    @Test
    void anEmptyTableOrTooFewDistinctValuesCannotBeFitted() {
        assertThatThrownBy(() -> RfmFitter.defaults().fit(frequencies()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> RfmFitter.jenks(3).fit(frequencies(1, 2, 3)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("recency has 1 distinct values for 3 natural breaks");
        assertThatThrownBy(() -> RfmFitter.quantile(1)).hasMessage("bins must be within [2, 9], found 1");
        assertThatThrownBy(() -> RfmFitter.quantile(10)).hasMessage("bins must be within [2, 9], found 10");
        assertThatThrownBy(() -> RfmFitter.quantile(4).withSegments(SegmentMap.standard(5)))
                .hasMessage("segments must have 4 bins, found 5");
    }

    @Test
    void badInputIsNamed() {
        RfmAccumulator events = RfmAccumulator.of(TODAY, EUR);
        assertThatThrownBy(() -> events.add(ClientId.of("a"), TODAY, Money.parse("1", "CNY")))
                .hasMessage("amount must be in EUR, found CNY");
        events.add(ClientId.of("a"), TODAY.toEpochDay(), Long.MAX_VALUE);
        assertThatThrownBy(() -> events.add(ClientId.of("a"), TODAY.toEpochDay(), 1))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> RfmTable.of(
                        TODAY, EUR, List.of(ClientId.of("a")), new int[] {1}, new long[] {0}, new long[] {5}))
                .hasMessageContaining("row 1: ");
        assertThatThrownBy(() -> RfmCuts.of(new long[] {30, 90}, new long[] {1, 2}, new long[] {1, 2}))
                .hasMessageContaining("recency never increasing");
        assertThatThrownBy(() -> RfmCuts.of(new long[] {30}, new long[] {1, 2}, new long[] {1, 2}))
                .hasMessageContaining("same number of cuts");
        assertThatThrownBy(() -> events.merge(RfmAccumulator.of(TODAY.plusDays(1), EUR)))
                .hasMessageContaining("accumulators to merge");
    }

    static RfmTable frequencies(int... values) {
        int n = values.length;
        long[] frequency =
                IntStream.of(values).asLongStream().map(v -> Math.max(1, v)).toArray();
        List<ClientId> clients =
                IntStream.range(0, n).mapToObj(i -> ClientId.of("c" + i)).toList();
        return RfmTable.of(TODAY, EUR, clients, new int[n], frequency, new long[n]);
    }

    /** A table with the frequencies of one on every axis. */
    private static RfmTable table(RfmTable recency, RfmTable rest) {
        int n = rest.rows();
        long[] f = IntStream.range(0, n).mapToLong(rest::frequency).toArray();
        int[] days = IntStream.range(0, n).map(i -> (int) recency.frequency(i)).toArray();
        return RfmTable.of(TODAY, EUR, rest.clients(), days, f, f);
    }

    private static int[] frequencyScores(RfmModel model, RfmTable table) {
        RfmScores scores = model.score(table);
        return IntStream.range(0, table.rows()).map(scores::f).toArray();
    }
}
