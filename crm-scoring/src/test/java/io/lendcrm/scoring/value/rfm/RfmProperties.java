package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RfmProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void quantileScoresAreThoseOfTheDefinition(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -20, max = 20) Long> money,
            @ForAll @IntRange(min = 2, max = 9) int bins,
            @ForAll RfmTies ties) {
        RfmTable table = table(money);
        RfmScores scores = RfmFitter.quantile(bins).withTies(ties).fit(table).score(table);
        for (int i = 0; i < table.rows(); i++) {
            assertThat(scores.m(i)).isEqualTo(naive(money, money.get(i), bins, ties));
            List<Long> days = money.stream().map(v -> -(long) daysOf(v)).toList();
            assertThat(scores.r(i)).isEqualTo(naive(days, days.get(i), bins, ties));
        }
    }

    /** The bin ⌈bins · i / n⌉ of each place i in ascending order; equal values take the first or last of theirs. */
    private static int naive(List<Long> all, long value, int bins, RfmTies ties) {
        List<Long> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        int place = 1 + (ties == RfmTies.LOW ? sorted.indexOf(value) : sorted.lastIndexOf(value));
        return (int) Math.ceil((double) (bins * place) / all.size());
    }

    @Property
    void aBetterValueNeverGetsALowerScoreWhateverTheMethod(
            @ForAll @Size(min = 9, max = 60) List<@LongRange(min = -1000, max = 1000) Long> money,
            @ForAll @IntRange(min = 2, max = 4) int bins) {
        if (money.stream().distinct().count() < bins
                || money.stream().map(v -> daysOf(v)).distinct().count() < bins) {
            return;
        }
        RfmTable table = table(money, true);
        for (RfmFitter fitter : List.of(RfmFitter.quantile(bins), RfmFitter.jenks(bins))) {
            RfmScores scores = fitter.fit(table).score(table);
            for (int i = 0; i < table.rows(); i++) {
                for (int j = 0; j < table.rows(); j++) {
                    if (money.get(i) >= money.get(j)) {
                        assertThat(scores.m(i)).isGreaterThanOrEqualTo(scores.m(j));
                    }
                }
            }
        }
    }

    @Property
    void naturalBreaksAreAsGoodAsTryingAllCuts(
            @ForAll @Size(min = 4, max = 14) List<@LongRange(min = -50, max = 50) Long> money,
            @ForAll @IntRange(min = 2, max = 4) int bins) {
        long[] sorted = money.stream().mapToLong(v -> v).sorted().toArray();
        if (Arrays.stream(sorted).distinct().count() < bins) {
            return;
        }
        long[] cuts = new NaturalBreaks(sorted.clone()).cuts(bins);
        double found = 0;
        int from = 0;
        for (long cut : cuts) {
            int to = (int) Arrays.stream(sorted).filter(v -> v < cut).count();
            assertThat(to).isGreaterThan(from);
            found += deviation(sorted, from, to);
            from = to;
        }
        found += deviation(sorted, from, sorted.length);
        assertThat(found).isCloseTo(best(sorted, 0, bins), within(1e-9));
    }

    private static double best(long[] sorted, int from, int bins) {
        if (bins == 1) {
            return deviation(sorted, from, sorted.length);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int to = from + 1; to <= sorted.length - bins + 1; to++) {
            least = Math.min(least, deviation(sorted, from, to) + best(sorted, to, bins - 1));
        }
        return least;
    }

    private static double deviation(long[] values, int from, int to) {
        double mean = Arrays.stream(values, from, to).average().orElseThrow();
        return Arrays.stream(values, from, to)
                .mapToDouble(v -> (v - mean) * (v - mean))
                .sum();
    }

    @Property(tries = 200)
    void accumulatorsMergeIntoWhatOneWouldHold(
            @ForAll long seed, @ForAll @IntRange(max = 300) int events, @ForAll @IntRange(min = 1, max = 5) int parts) {
        Random random = new Random(seed);
        RfmAccumulator whole = RfmAccumulator.of(TODAY, EUR);
        List<RfmAccumulator> split = IntStream.range(0, parts)
                .mapToObj(i -> RfmAccumulator.of(TODAY, EUR))
                .toList();
        for (int i = 0; i < events; i++) {
            ClientId client = ClientId.of("c" + random.nextInt(40));
            long day = TODAY.toEpochDay() + 5 - random.nextInt(400);
            long amount = random.nextInt(100_000) - 20_000;
            whole.add(client, day, amount);
            split.get(random.nextInt(parts)).add(client, day, amount);
        }
        RfmAccumulator merged = RfmAccumulator.of(TODAY, EUR);
        split.forEach(merged::merge);
        assertThat(merged.later()).isEqualTo(whole.later());
        assertThat(rows(merged.table())).containsExactlyInAnyOrderElementsOf(rows(whole.table()));
    }

    private static List<List<Object>> rows(RfmTable t) {
        return IntStream.range(0, t.rows())
                .mapToObj(i -> List.<Object>of(t.clients().get(i), t.recencyDays(i), t.frequency(i), t.monetary(i)))
                .toList();
    }

    private static RfmTable table(List<Long> money) {
        return table(money, false);
    }

    private static int daysOf(long money) {
        return Math.floorMod(money * 7, 31);
    }

    private static RfmTable table(List<Long> money, boolean distinctFrequencies) {
        int n = money.size();
        List<ClientId> clients =
                IntStream.range(0, n).mapToObj(i -> ClientId.of("c" + i)).toList();
        return RfmTable.of(
                TODAY,
                EUR,
                clients,
                money.stream().mapToInt(v -> daysOf(v)).toArray(),
                IntStream.range(0, n)
                        .mapToLong(i -> distinctFrequencies ? i + 1 : 1)
                        .toArray(),
                money.stream().mapToLong(v -> v).toArray());
    }

    /** Long columns are sorted by digits, whatever their range. */
    @Property(tries = 20)
    void cutsOfManyValuesAreThoseOfASort(@ForAll long seed, @ForAll @IntRange(min = 16, max = 63) int bits) {
        Random random = new Random(seed);
        long[] values = random.longs(20_000).map(v -> v >> (64 - bits)).toArray();
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(Quantiles.cuts(values, 4, RfmTies.HIGH)).containsExactly(sorted[5000], sorted[10000], sorted[15000]);
        assertThat(values).isEqualTo(sorted);
    }
}
