package io.lendcrm.scoring.risk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.risk.binning.Bins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The search without branches finds the bin that plain comparisons find, of the strangest doubles too. */
class FlatCardTest {

    private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xFFF8_0000_0000_0000L);
    private static final double ODD_NAN = Double.longBitsToDouble(0x7FF8_0000_0000_0003L);

    @Test
    void findsTheBinOfEveryNumberWhateverTheNumberOfCuts() {
        Random random = new Random(7);
        for (int cuts = 0; cuts < 40; cuts++) {
            double[] edges = random.doubles(cuts, -2, 2).sorted().toArray();
            if (cuts > 2) {
                edges[0] = -Double.MAX_VALUE;
                edges[cuts / 2] = 0;
                edges[cuts - 1] = Double.MAX_VALUE;
                Arrays.sort(edges);
            }
            Bins plain = Bins.numeric(Feature.numeric("x", ""), edges);
            for (Bins bins : List.of(plain, plain.withSpecials(-999, 0), plain.withMissingIn(0))) {
                Scorecard card = card(bins, "x");
                for (double x : numbers(edges, random)) {
                    assertScore(card, x, bins.bin(x));
                }
                assertRefused(card, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            }
        }
    }

    private static double[] numbers(double[] edges, Random random) {
        double[] near = Arrays.stream(edges)
                .flatMap(e -> Arrays.stream(new double[] {Math.nextDown(e), e, Math.nextUp(e)}))
                .filter(Double::isFinite)
                .toArray();
        double[] odd = {
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            -999,
            Double.NaN,
            NEGATIVE_NAN,
            ODD_NAN,
            Math.nextDown(Double.MAX_VALUE),
            Math.nextUp(-Double.MAX_VALUE),
            1e300,
            -1e300
        };
        return Stream.of(near, odd, random.doubles(50, -3, 3).toArray())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Test
    void findsTheBinOfEveryCodeAndOfNothingElse() {
        for (int count = 1; count < 70; count++) {
            List<String> levels =
                    IntStream.range(0, count).mapToObj(i -> "l" + i).toList();
            List<List<String>> groups = new ArrayList<>();
            groups.add(levels.subList(0, (count + 1) / 2));
            levels.subList((count + 1) / 2, count).forEach(level -> groups.add(List.of(level)));
            Bins bins = Bins.levels(Feature.nominal("l", levels), groups);
            Scorecard card = card(bins, "l");
            for (int code = 0; code < count; code++) {
                assertScore(card, code, bins.bin(code));
            }
            assertScore(card, -0.0, bins.bin(0));
            assertScore(card, Feature.UNSEEN, bins.unseenBin());
            for (double missing : new double[] {Double.NaN, NEGATIVE_NAN, ODD_NAN}) {
                assertScore(card, missing, bins.missingBin());
            }
            assertRefused(card, -1, -3, count, count + 1, 64 + count, 128, 0.5, -0.5, -1.5, Double.MIN_VALUE);
            assertRefused(card, 0x1p32, 0x1p52, 0x1.8p52, -0x1.8p52, 1e300, -1e300, Double.MAX_VALUE);
            assertRefused(
                    card, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Math.nextUp(count - 1.0), 4294967296.0);
        }
    }

    @Test
    void longAndShortSearchesLiveInOneCard() {
        List<Characteristic> lines = new ArrayList<>();
        for (int cuts : new int[] {3, 100, 5, 6, 0}) {
            double[] edges = IntStream.range(0, cuts).mapToDouble(i -> i).toArray();
            lines.add(line(Bins.numeric(Feature.numeric("x" + cuts, ""), edges)));
        }
        Scorecard card = Scorecard.of(1, lines);
        ReasonBuffer buffer = ReasonBuffer.of(4);
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double[] row = random.doubles(5, -1, 101).toArray();
            row[random.nextInt(5)] = Double.NaN;
            double expected = 1;
            for (int k = 0; k < 5; k++) {
                expected += lines.get(k).points(lines.get(k).bins().bin(row[k]));
            }
            assertThat(card.score(row)).isEqualTo(expected);
            assertThat(card.score(row, buffer)).isEqualTo(expected);
        }
    }

    /** Points that tell the bins apart. */
    private static Characteristic line(Bins bins) {
        double[] points = new double[bins.size()];
        Arrays.setAll(points, bin -> 10 + 3 * bin);
        return Characteristic.of(bins, points);
    }

    /** With a number before and a level behind, so that slots have neighbours. */
    private static Scorecard card(Bins bins, String name) {
        assertThat(bins.feature().name()).isEqualTo(name);
        return Scorecard.of(
                0,
                List.of(
                        line(Bins.numeric(Feature.numeric("before", ""), 1, 2)),
                        line(bins),
                        line(Bins.levels(Feature.nominal("behind", List.of("a")), List.of(List.of("a"))))));
    }

    private static void assertScore(Scorecard card, double x, int bin) {
        assertScore(card, x, (Double) (10.0 + 10 + 3 * bin + 10));
    }

    private static void assertRefused(Scorecard card, double... values) {
        for (double x : values) {
            assertScore(card, x, (Double) Double.NaN);
        }
    }

    private static void assertScore(Scorecard card, double x, Double expected) {
        double[] row = {0, x, 0};
        ReasonBuffer buffer = ReasonBuffer.of(2);
        double[] byColumns = new double[1];
        card.score(new double[][] {{0}, {x}, {0}}, 0, 1, byColumns);
        assertThat(card.score(row)).as("%s", x).isEqualTo(expected);
        assertThat(card.score(row, buffer)).isEqualTo(expected);
        assertThat(byColumns[0]).isEqualTo(expected);
        if (expected.isNaN()) {
            assertThat(buffer.size()).isZero();
        }
    }
}
