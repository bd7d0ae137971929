package io.lendcrm.scoring.proof.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The counts of plain comparisons, of the strangest values and edges too. */
class EdgeCountsTest {

    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.NaN,
        Double.longBitsToDouble(0xFFF8_0000_0000_0000L),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        -Double.MIN_VALUE
    };

    @Test
    void countsAsPlainComparisonsDo() {
        Random random = new Random(5);
        for (int edgeCount = 0; edgeCount < 40; edgeCount++) {
            double[] edges = random.doubles(edgeCount, -1, 1).sorted().toArray();
            if (edgeCount > 3) {
                edges[edgeCount - 1] = Double.POSITIVE_INFINITY;
                edges[0] = edgeCount % 2 == 0 ? Double.NEGATIVE_INFINITY : -Double.MAX_VALUE;
            }
            if (edgeCount % 3 == 1) {
                edges[edgeCount / 2] = edgeCount == 1 ? 0.0 : edges[edgeCount / 2];
            }
            double[] values = new double[10_000];
            for (int i = 0; i < values.length; i++) {
                values[i] = i < 30
                        ? ODD[i % ODD.length]
                        : edgeCount > 0 && i % 9 == 0
                                ? edges[random.nextInt(edgeCount)]
                                : random.nextInt(20) == 0 ? Double.NaN : random.nextDouble() * 3 - 1.5;
            }
            if (edgeCount % 2 == 0) {
                java.util.Arrays.setAll(values, i -> i < 4096 && Double.isNaN(values[i] * 0) ? 0.5 : values[i]);
            }
            long[] expected = new long[edgeCount + 2];
            for (double value : values) {
                int bin = 0;
                for (double edge : edges) {
                    bin += value >= edge ? 1 : 0;
                }
                expected[Double.isNaN(value) ? edgeCount + 1 : bin]++;
            }
            assertThat(EdgeCounts.of(edges, values)).as("%d edges", edgeCount).isEqualTo(expected);
        }
    }
}
