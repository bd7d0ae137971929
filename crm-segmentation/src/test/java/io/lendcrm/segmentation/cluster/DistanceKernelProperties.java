package io.lendcrm.segmentation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DistanceKernelProperties {

    /** Coordinates are rounded, so that many distances are equal, and of any size, so that some are tiny or overflow. */
    @Property(tries = 200)
    void findsTheFirstOfTheNearestCentresAsComparingOneByOneDoes(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 600) int rows,
            @ForAll @IntRange(min = 1, max = 11) int features,
            @ForAll @IntRange(min = 1, max = 9) int k,
            @ForAll @IntRange(min = -170, max = 160) int exponent) {
        SplittableRandom random = new SplittableRandom(seed);
        double unit = Math.pow(10, exponent);
        double[][] columns = new double[features][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> unit * random.nextInt(-3, 4));
        }
        double[] centres = random.ints((long) k * features, -3, 4)
                .mapToDouble(value -> unit * value)
                .toArray();
        Points points = Points.ofColumns(rows, columns);
        DistanceKernel kernel = new DistanceKernel(points, k);
        for (int tile = 0; tile < points.tiles(); tile++) {
            kernel.nearest(tile, centres);
            for (int r = 0; r < points.rows(tile); r++) {
                int row = tile * Points.TILE + r;
                int nearest = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < k; c++) {
                    double distance = 0;
                    for (int j = 0; j < features; j++) {
                        double difference = columns[j][row] - centres[c * features + j];
                        distance += difference * difference;
                    }
                    if (distance < least) {
                        least = distance;
                        nearest = c;
                    }
                }
                assertThat(kernel.least[r]).isEqualTo(least);
                assertThat(kernel.nearest[r]).isEqualTo(nearest);
            }
        }
    }

    @Property(tries = 50)
    void theValueAtAPlaceIsThatOfTheSortedValues(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20_000) int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(size)
                .map(u -> u < 0.3 ? 0 : u > 0.99 ? Double.POSITIVE_INFINITY : Math.exp(40 * u - 20))
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int place : new int[] {0, size / 3, size - 1 - size / 200, size - 1}) {
            assertThat(OrderStatistic.of(values, place)).isEqualTo(sorted[place]);
        }
    }
}
