package io.lendcrm.scoring.value.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightSensitivityTest {

    /** u: margin 0.1, 0.9; tenure 0.9, 0.1; arrears equal. c1 leads by 0.08 with weights 0.5 and 0.4. */
    @Test
    void tellsWhichChangeOfAWeightFlipsWhichClients() {
        CompositeIndex index = CompositeFitter.of(Indices.indicators())
                .withNormalisation(Normalisation.TARGET)
                .withWeights(0.5, 0.1, 0.4)
                .fit(Indices.book());
        FeatureTable two = Indices.table(new double[][] {{100, 900}, {0, 0}, {9, 1}});
        WeightSensitivity found = WeightSensitivity.of(index, two, 0.1, 200, 7);

        assertThat(found.isStable()).isTrue();
        assertThat(found.tipping()).hasSize(2);
        assertThat(found.tipping().get(0).feature()).isEqualTo("margin");
        assertThat(found.tipping().get(0).change()).isCloseTo(-0.2, within(1e-12));
        assertThat(found.tipping().get(1).feature()).isEqualTo("tenure");
        assertThat(found.tipping().get(1).change()).isCloseTo(0.25, within(1e-12));
        assertThat(found.tipping().get(1).first().value()).isEqualTo("c1");
        assertThat(found.oneAtATime()).hasSize(6).allMatch(shift -> shift.flippedPairs() == 0);
        assertThat(found.draws().firstKept()).isEqualTo(200);
        assertThat(WeightSensitivity.of(index, two, 0.3, 0, 7).isStable()).isFalse();
        assertThat(WeightSensitivity.of(index, two, 0.3, 0, 7).oneAtATime())
                .filteredOn(shift -> shift.flippedPairs() == 1)
                .hasSize(2)
                .allMatch(shift -> shift.largestShift() == 1 && shift.flippedShare() == 1);
    }

    @Test
    void oneClientIsStableAndBadInputNamed() {
        CompositeIndex index = Indices.index();
        FeatureTable one = Indices.table(new double[][] {{100, Double.NaN}, {0, 0}, {9, 3}});
        WeightSensitivity found = WeightSensitivity.of(index, one, 0.1, 10, 1);
        assertThat(found.clients()).isEqualTo(1);
        assertThat(found.withoutIndex()).isEqualTo(1);
        assertThat(found.isStable()).isTrue();
        assertThat(found.draws().worstFlippedShare()).isZero();
        assertThatThrownBy(() -> WeightSensitivity.of(index, one, 0, 10, 1)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> WeightSensitivity.of(index, one, Double.NaN, 10, 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> WeightSensitivity.of(index, one, 0.1, -1, 1)).hasMessageContaining("draws");
        FeatureTable none = Indices.table(new double[][] {{Double.NaN}, {0}, {9}});
        assertThatThrownBy(() -> WeightSensitivity.of(index, none, 0.1, 1, 1)).hasMessageContaining("with an index");
    }

    /** Against trying all pairs; values on a grid, so that there are ties. */
    @Property(tries = 200)
    void isWhatTryingAllPairsGives(@ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int clients) {
        Random random = new Random(seed);
        double[][] columns = new double[3][clients];
        for (int i = 0; i < clients; i++) {
            columns[0][i] = 125 * random.nextInt(9);
            columns[1][i] = 90 / 8.0 * random.nextInt(9);
            columns[2][i] = 10 / 8.0 * random.nextInt(9);
        }
        FeatureTable table = Indices.table(columns);
        CompositeIndex index = CompositeFitter.of(Indices.indicators())
                .withNormalisation(Normalisation.TARGET)
                .withWeights(0.5, 0.25, 0.25)
                .fit(table);
        WeightSensitivity found = WeightSensitivity.of(index, table, 0.3, 20, seed);
        for (WeightSensitivity.Shift shift : found.oneAtATime()) {
            int k = index.schema().indexOf(shift.feature());
            assertThat(shift.flippedPairs()).isEqualTo(flips(index, columns, k, shift.change()));
        }
        for (int k = 0; k < 3; k++) {
            String feature = index.schema().feature(k).name();
            for (int sign : new int[] {-1, 1}) {
                double least = found.tipping().stream()
                        .filter(tip -> tip.feature().equals(feature) && tip.change() * sign > 0)
                        .mapToDouble(tip -> Math.abs(tip.change()))
                        .findFirst()
                        .orElse(sign < 0 ? 1 : 50);
                assertThat(flips(index, columns, k, sign * least * (1 - 1e-9))).isZero();
                if (least < (sign < 0 ? 1 : 50)) {
                    assertThat(flips(index, columns, k, sign * (least + 1e-9))).isPositive();
                }
            }
        }
        assertThat(found.draws().meanFlippedShare())
                .isLessThanOrEqualTo(found.draws().worstFlippedShare());
        assertThat(WeightSensitivity.of(index, table, 0.3, 20, seed).draws()).isEqualTo(found.draws());
    }

    private static long flips(CompositeIndex index, double[][] columns, int k, double change) {
        int n = columns[0].length;
        double[] before = new double[n];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < columns.length; c++) {
                double term = index.weighted(c, columns[c][i]);
                before[i] += term;
                after[i] += term * (c == k ? 1 + change : 1);
            }
        }
        long flips = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flips += before[i] > before[j] && after[i] < after[j] ? 1 : 0;
            }
        }
        return flips;
    }
}
