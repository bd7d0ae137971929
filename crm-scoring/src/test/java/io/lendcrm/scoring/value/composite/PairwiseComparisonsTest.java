package io.lendcrm.scoring.value.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairwiseComparisonsTest {

    static List<Oracle> references() {
        return Oracle.rows("ahp.tsv");
    }

    @ParameterizedTest
    @MethodSource("references")
    void weightsAndConsistencyAreThoseOfTheReference(Oracle reference) {
        double[] flat = reference.numbers("matrix");
        int n = (int) Math.sqrt(flat.length);
        double[][] matrix = IntStream.range(0, n)
                .mapToObj(i -> Arrays.copyOfRange(flat, i * n, (i + 1) * n))
                .toArray(double[][]::new);
        List<String> criteria = IntStream.range(0, n).mapToObj(i -> "c" + i).toList();
        AhpWeights found = PairwiseComparisons.of(criteria, matrix).weights();

        double[] expected = reference.numbers("weights");
        for (int i = 0; i < n; i++) {
            assertThat(found.weights().get("c" + i)).isCloseTo(expected[i], within(1e-10));
        }
        assertThat(found.lambdaMax()).isCloseTo(reference.number("lambda_max"), within(1e-10));
        assertThat(found.consistencyIndex()).isCloseTo(reference.number("consistency_index"), within(1e-10));
        assertThat(found.consistencyRatio()).isCloseTo(reference.number("consistency_ratio"), within(1e-10));
        assertThat(found.triadInconsistency()).isCloseTo(reference.number("koczkodaj"), within(1e-10));
        assertThat(found.isConsistent()).isEqualTo(reference.number("consistency_ratio") <= 0.1);
        assertThat(found.warnings().isEmpty()).isEqualTo(found.isConsistent());
    }

    @Test
    void judgementsMayBeAddedOneByOne() {
        AhpWeights weights = PairwiseComparisons.among("margin", "balance", "tenure")
                .prefer("margin", "balance", 2)
                .prefer("tenure", "margin", 0.25)
                .prefer("balance", "tenure", 2)
                .weights();
        assertThat(weights.weights().get("margin")).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(weights.weights().get("tenure")).isCloseTo(1.0 / 7, within(1e-12));
        assertThat(weights.consistencyRatio()).isCloseTo(0, within(1e-12));
        assertThat(weights.worstTriad()).isEmpty();
    }

    @Test
    void circularJudgementsAreNamed() {
        AhpWeights circle = PairwiseComparisons.among("a", "b", "c", "d")
                .prefer("a", "b", 3)
                .prefer("b", "c", 3)
                .prefer("c", "a", 3)
                .prefer("a", "d", 1)
                .prefer("b", "d", 1)
                .prefer("c", "d", 1)
                .weights();
        assertThat(circle.isConsistent()).isFalse();
        assertThat(circle.warnings().get(0)).contains("above 0.1, most of all among a, b, c");
    }

    @Test
    void badInputIsNamed() {
        PairwiseComparisons open = PairwiseComparisons.among("a", "b", "c").prefer("a", "c", 2);
        assertThatThrownBy(open::weights)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("comparisons lack a over b, b over c");
        assertThatThrownBy(() -> open.prefer("a", "b", 0)).hasMessage("a over b must be above 0 and finite, found 0.0");
        assertThatThrownBy(() -> open.prefer("a", "b", Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> open.prefer("a", "x", 2)).hasMessage("criterion must be one of [a, b, c], found x");
        assertThatThrownBy(() -> open.prefer("a", "a", 1)).hasMessageContaining("found a twice");
        assertThatThrownBy(() -> PairwiseComparisons.of(List.of("a", "b"), new double[][] {{1, 2}, {0.4, 1}}))
                .hasMessage("b over a must be 1 / 2.0, found 0.4");
        assertThatThrownBy(() -> PairwiseComparisons.of(List.of("a", "b"), new double[][] {{1, 2}}))
                .hasMessage("matrix must have 2 rows, found 1");
        assertThatThrownBy(() -> PairwiseComparisons.among()).hasMessage("criteria must be 1 to 10, found 0");
        assertThatThrownBy(() -> PairwiseComparisons.among("a", "a")).hasMessageContaining("distinct");
        assertThat(PairwiseComparisons.among("a").weights().weights()).containsEntry("a", 1.0);
    }
}
