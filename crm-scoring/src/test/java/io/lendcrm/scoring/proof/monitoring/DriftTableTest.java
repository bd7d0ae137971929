package io.lendcrm.scoring.proof.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.binning.Bins;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTableTest {

    private static final Feature SCORE = Feature.numeric("score", "points");
    private static final Bins BINS = Bins.numeric(SCORE, 0.2, 0.4, 0.6, 0.8);
    private static final DriftCounts EMPTY = DriftCounts.of(List.of(BINS));
    private static final YearMonth START = YearMonth.of(2025, 11);

    @Test
    void namesTheFirstMonthThatBreaksAndTheSegmentItBreaksIn() {
        DriftCounts reference = EMPTY.plus(START, "north", scores(2000, 0, 1)).plus(START, "south", scores(2000, 0, 2));
        DriftCounts found = EMPTY;
        for (int month = 1; month <= 12; month++) {
            double shift = month < 7 ? 0 : 0.04 * (month - 6);
            found = found.plus(START.plusMonths(month), "north", scores(500, 0, 10 + month))
                    .plus(START.plusMonths(month), "south", scores(500, shift, 30 + month));
        }
        DriftTable table = DriftTable.of(reference, found, 0.05);

        assertThat(table.lines()).hasSize(3 * 12);
        assertThat(table.firstBreak("score", "north")).isEmpty();
        YearMonth south = table.firstBreak("score", "south").orElseThrow().month();
        assertThat(south).isBetween(YearMonth.of(2026, 6), YearMonth.of(2026, 8));
        assertThat(table.firstBreak("score", DriftTable.WHOLE).orElseThrow().month())
                .isAfterOrEqualTo(south);
        assertThat(table.trend("score", "south").pValue()).isLessThan(0.02);
        assertThat(table.trend("score", "south").slope()).isPositive();
        assertThat(table.trend("score", "north").pValue()).isGreaterThan(0.05);
    }

    @Test
    void withoutDriftTheWholeTableSeldomHoldsABreak() {
        int alarms = 0;
        for (int run = 0; run < 300; run++) {
            SplittableRandom random = new SplittableRandom(run);
            DriftCounts found = EMPTY;
            for (int month = 1; month <= 6; month++) {
                found = found.plus(START.plusMonths(month), scores(200, 0, random.nextInt()));
            }
            DriftTable table = DriftTable.of(EMPTY.plus(START, scores(1000, 0, random.nextInt())), found, 0.1);
            alarms += table.lines().stream().anyMatch(DriftTable.Line::breaks) ? 1 : 0;
        }

        assertThat(alarms).isBetween(5, 45); // 10 % of 300 at most, and a bit of luck
    }

    @Test
    void countsOfTwoPlacesMakeThoseOfBoth() {
        FeatureTable a = scores(300, 0, 1);
        FeatureTable b = scores(200, 0.1, 2);
        DriftCounts both = EMPTY.plus(START, "n", a).plus(START, "n", b).plus(START.plusMonths(1), "s", b);
        DriftCounts merged = EMPTY.plus(START, "n", b)
                .merge(EMPTY.plus(START.plusMonths(1), "s", b).plus(START, "n", a));

        assertThat(merged).isEqualTo(both);
        assertThat(merged.hashCode()).isEqualTo(both.hashCode());
        assertThat(merged.rows("score", START, "n")).hasSize(6);
        assertThat(merged.months()).containsExactly(START, START.plusMonths(1));
        assertThatThrownBy(() -> merged.rows("age", START, "n"))
                .hasMessage("variable must be one of [score], found \"age\"");
    }

    @Test
    void segmentsThatTheReferenceLacksAreNamed() {
        DriftCounts reference = EMPTY.plus(START, "north", scores(100, 0, 1));
        DriftTable table = DriftTable.of(
                reference,
                EMPTY.plus(START.plusMonths(1), "north", scores(100, 0, 2))
                        .plus(START.plusMonths(1), "west", scores(100, 0, 3)),
                0.05);

        assertThat(table.unreferenced()).containsExactly("west");
        assertThat(table.lines("score", "west")).isEmpty();
        assertThat(table.lines("score", DriftTable.WHOLE).get(0).stability().found())
                .isEqualTo(200);
    }

    @Test
    void aTrendIsThatOfMannAndKendallAndOfSen() {
        // by hand: of the 10 pairs 8 rise and 2 fall; variance 5 · 4 · 15 / 18
        DriftTrend trend = DriftTrend.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 3, 2, 5, 4});

        assertThat(trend.tau()).isCloseTo(0.6, within(1e-15));
        assertThat(trend.slope()).isCloseTo(0.875, within(1e-15));
        assertThat(trend.pValue()).isCloseTo(0.22067136191984693, within(1e-9)); // z = 5 / 4.0825
        assertThat(DriftTrend.of(new double[] {1, 2, 3}, new double[] {7, 7, 7}).pValue())
                .isEqualTo(1);
        assertThatThrownBy(() -> DriftTrend.of(new double[] {1, 2}, new double[] {1, 2}))
                .hasMessage("a trend needs at least 3 times and as many values, found 2 and 2");
    }

    private static FeatureTable scores(int rows, double shift, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return FeatureTable.of(
                FeatureSchema.of(SCORE),
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("C-" + i)).toList(),
                random.doubles(rows).map(x -> x + shift).toArray());
    }
}
