package io.lendcrm.segmentation.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DistanceProperties {

    private static final FeatureSchema MIXED = FeatureSchema.of(
            Feature.numeric("income", "EUR"),
            Feature.ordinal("rating", List.of("C", "B", "A")),
            Feature.nominal("industry", List.of("retail", "farming", "mining")),
            Feature.binary("defaulted"),
            Feature.binary("insured"));
    private static final FeatureSchema SPACE =
            FeatureSchema.of(Feature.numeric("x", "1"), Feature.numeric("y", "1"), Feature.numeric("z", "1"));

    @Property(tries = 200)
    void gowerIsSymmetricZeroToItselfAndWithinZeroAndOne(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int rows) {
        Random random = new Random(seed);
        FeatureTable table = mixed(rows, random, 0.2);
        GowerDistance gower = Gower.defaults()
                .withAsymmetric("defaulted")
                .withWeight("income", 3 * random.nextDouble())
                .withWeight("rating", random.nextDouble())
                .fit(table);
        RowDistances distances = gower.over(table);
        for (int i = 0; i < rows; i++) {
            double self = distances.between(i, i);
            assertThat(self == 0 || Double.isNaN(self)).isTrue();
            for (int j = 0; j < i; j++) {
                double d = distances.between(i, j);
                assertThat(distances.between(j, i)).isEqualTo(Double.valueOf(d)); // equals: NaN is NaN
                double[] parts =
                        gower.parts(table.row(i).toArray(), table.row(j).toArray());
                if (Double.isNaN(d)) {
                    assertThat(parts).containsOnly(Double.NaN);
                } else {
                    assertThat(d).isBetween(0.0, 1.0);
                    assertThat(Arrays.stream(parts).sum()).isCloseTo(d, within(1e-14));
                }
            }
        }
    }

    @Property(tries = 100)
    void gowerOfCompleteRowsKeepsTheTriangleInequalityAndForgetsUnits(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int rows) {
        FeatureTable table = mixed(rows, new Random(seed), 0);
        RowDistances distances = Gower.defaults().fit(table).over(table);
        double[][] columns = table.toColumns();
        for (int i = 0; i < rows; i++) {
            columns[0][i] = columns[0][i] * 100 - 7;
        }
        FeatureTable cents = FeatureTable.of(MIXED, table.clients(), columns);
        RowDistances again = Gower.defaults().fit(cents).over(cents);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                assertThat(again.between(i, j)).isCloseTo(distances.between(i, j), within(1e-9));
                for (int k = 0; k < rows; k++) {
                    assertThat(distances.between(i, k))
                            .isLessThanOrEqualTo(distances.between(i, j) + distances.between(j, k) + 1e-14);
                }
            }
        }
    }

    @Property(tries = 100)
    void distancesOfPointsAreMetrics(@ForAll long seed, @ForAll @IntRange(min = 6, max = 20) int rows) {
        Random random = new Random(seed);
        double[][] columns = new double[3][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> 10 * random.nextGaussian());
        }
        FeatureTable table = DistanceTest.table(SPACE, columns);
        for (Distance distance : List.of(Euclidean.of(SPACE), Manhattan.of(SPACE), Mahalanobis.fit(table))) {
            RowDistances d = distance.over(table);
            for (int i = 0; i < rows; i++) {
                assertThat(d.between(i, i)).isZero();
                for (int j = 0; j < rows; j++) {
                    assertThat(d.between(i, j)).isEqualTo(d.between(j, i)).isGreaterThanOrEqualTo(0);
                    for (int k = 0; k < rows; k++) {
                        assertThat(d.between(i, k))
                                .isLessThanOrEqualTo((d.between(i, j) + d.between(j, k)) * (1 + 1e-12));
                    }
                }
            }
        }
    }

    /** An invertible linear map of all rows. */
    @Property(tries = 100)
    void mahalanobisForgetsUnitsAndCorrelation(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] x = new double[3][12];
        double[][] mapped = new double[3][12];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 3; j++) {
                x[j][i] = random.nextGaussian();
            }
            mapped[0][i] = 100 * x[0][i] + 5;
            mapped[1][i] = x[0][i] + x[1][i];
            mapped[2][i] = x[2][i] - 2 * x[1][i];
        }
        FeatureTable one = DistanceTest.table(SPACE, x);
        FeatureTable other = DistanceTest.table(SPACE, mapped);
        RowDistances d = Mahalanobis.fit(one).over(one);
        RowDistances e = Mahalanobis.fit(other).over(other);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(e.between(i, j)).isCloseTo(d.between(i, j), within(1e-7 * d.between(i, j)));
            }
        }
    }

    private static FeatureTable mixed(int rows, Random random, double missing) {
        double[][] columns = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            double[] values = {
                1000 * random.nextGaussian(), random.nextInt(3), random.nextInt(3), random.nextInt(2), random.nextInt(2)
            };
            for (int j = 0; j < 5; j++) {
                columns[j][i] = i > 0 && random.nextDouble() < missing ? Double.NaN : values[j];
            }
        }
        return DistanceTest.table(MIXED, columns);
    }
}
