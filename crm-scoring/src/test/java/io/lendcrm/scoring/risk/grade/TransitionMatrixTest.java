package io.lendcrm.scoring.risk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.grade.Generator.Regularisation;
import io.lendcrm.scoring.risk.grade.TransitionMatrix.EmbeddingObstacle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionMatrixTest {

    private static final Horizon YEAR = Horizon.years(1);

    @ParameterizedTest
    @ValueSource(strings = {"generator_of_four_state", "generator_of_five_state"})
    void generatorsMeetTheReference(String key) {
        Reference reference = new Reference(key);
        double[][] rows = reference.matrix("yearly_matrix");
        List<String> grades =
                IntStream.range(0, rows.length).mapToObj(i -> "G" + i).toList();
        TransitionMatrix matrix = TransitionMatrix.of(grades, YEAR, rows);

        Reference.assertNear(Generator.logarithm(matrix), reference.matrix("matrix_logarithm"), 1e-10);
        Generator adjusted = Generator.from(matrix, Regularisation.DIAGONAL_ADJUSTMENT);
        Reference.assertNear(adjusted.toArray(), reference.matrix("diagonal_adjustment"), 1e-10);
        Reference.assertNear(
                Generator.from(matrix, Regularisation.WEIGHTED_ADJUSTMENT).toArray(),
                reference.matrix("weighted_adjustment"),
                1e-10);
        double[][] nearest = Generator.from(matrix, Regularisation.NEAREST).toArray();
        double[][] logarithm = reference.matrix("matrix_logarithm");
        for (String other : List.of("diagonal_adjustment", "weighted_adjustment", "quasi_optimisation")) {
            assertThat(distance(nearest, logarithm))
                    .isLessThanOrEqualTo(distance(reference.matrix(other), logarithm) + 1e-12);
        }
        Reference.assertNear(
                adjusted.matrix(Horizon.years(0.25)).toArray(),
                reference.matrix("matrix_0.25y_diagonal_adjustment"),
                1e-10);
        int end = rows.length - 1;
        reference.rows("pd_cohort_powers").forEach((years, pds) -> {
            for (int i = 0; i <= end; i++) {
                assertThat(matrix.power((int) Math.rint(years)).probability(i, end))
                        .isCloseTo(pds.get(i), within(1e-10));
            }
        });
        reference.rows("pd_diagonal_adjustment").forEach((years, pds) -> {
            for (int i = 0; i <= end; i++) {
                assertThat(adjusted.matrix(Horizon.years(years)).probability(i, end))
                        .isCloseTo(pds.get(i), within(1e-10));
            }
        });
    }

    @Test
    void sayWhatSpeaksAgainstAGenerator() {
        TransitionMatrix good = matrix(new double[][] {{0.9, 0.08, 0.02}, {0.1, 0.8, 0.1}, {0, 0, 1}});
        assertThat(good.embeddingObstacles()).isEmpty();
        TransitionMatrix swap = matrix(new double[][] {{0.1, 0.89, 0.01}, {0.89, 0.1, 0.01}, {0, 0, 1}});
        assertThat(swap.embeddingObstacles()).contains(EmbeddingObstacle.DETERMINANT_NOT_POSITIVE);
        TransitionMatrix gap = matrix(new double[][] {{0.9, 0.1, 0}, {0.1, 0.8, 0.1}, {0, 0, 1}});
        assertThat(gap.embeddingObstacles()).containsExactly(EmbeddingObstacle.REACHED_ONLY_IN_STEPS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Generator.from(swap, Regularisation.DIAGONAL_ADJUSTMENT))
                .withMessageContaining("principal logarithm");
    }

    @Test
    void aSequenceOfMatricesIsTheirProduct() {
        TransitionMatrix good = matrix(new double[][] {{0.95, 0.04, 0.01}, {0.2, 0.75, 0.05}, {0, 0, 1}});
        TransitionMatrix bad = matrix(new double[][] {{0.8, 0.15, 0.05}, {0.05, 0.75, 0.2}, {0, 0, 1}});

        TransitionMatrix both = good.then(bad);
        DefaultTermStructure structure = DefaultTermStructure.from(List.of(good, bad), "A");

        assertThat(both.period()).isEqualTo(Horizon.years(2));
        assertThat(both.probability(0, 2)).isCloseTo(0.95 * 0.05 + 0.04 * 0.2 + 0.01, within(1e-15));
        assertThat(structure.marginal(1)).isEqualTo(0.01);
        assertThat(structure.cumulative(2)).isCloseTo(both.defaultProbability("A"), within(1e-15));
        assertThat(structure.conditional(2)).isCloseTo((0.95 * 0.05 + 0.04 * 0.2) / 0.99, within(1e-15));
        assertThat(good.power(3)).isEqualTo(good.then(good).then(good));
        assertThat(bad.then(good)).isNotEqualTo(both);
    }

    @Test
    void constantHazardsCompoundToTheYearlyProbability() {
        DefaultTermStructure monthly = DefaultTermStructure.constant(0.03, Horizon.months(1), 24);

        assertThat(monthly.cumulative(12)).isCloseTo(0.03, within(1e-15));
        assertThat(monthly.survival(24)).isCloseTo(0.97 * 0.97, within(1e-15));
        assertThat(monthly.conditional(7)).isCloseTo(monthly.conditional(1), within(1e-16));
        assertThat(DefaultTermStructure.constant(1, YEAR, 2).conditional(2)).isEqualTo(1);
        assertThat(DefaultTermStructure.constant(0, YEAR, 2).cumulative(2)).isZero();
    }

    @Test
    void badMatricesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix(new double[][] {{0.9, 0.2, 0}, {0, 1, 0}, {0, 0, 1}}))
                .withMessageContaining("row A must add up to 1, found 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0.5, 0.5}}))
                .withMessageContaining("the last grade, D, must be absorbing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix(new double[][] {{Double.NaN, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
                .withMessageContaining("found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransitionMatrix.of(List.of("A", "A"), YEAR, new double[][] {{1, 0}, {0, 1}}))
                .withMessageContaining("distinct");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Generator.of(List.of("A", "D"), new double[][] {{-0.1, 0.2}, {0, 0}}))
                .withMessageContaining("row A must add up to 0");
        TransitionMatrix one = matrix(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThatIllegalArgumentException().isThrownBy(() -> one.power(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DefaultTermStructure.from(one, "D", 3));
        assertThatIllegalArgumentException().isThrownBy(() -> DefaultTermStructure.constant(Double.NaN, YEAR, 3));
    }

    private static double distance(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
            }
        }
        return sum;
    }

    private static TransitionMatrix matrix(double[][] rows) {
        return TransitionMatrix.of(List.of("A", "B", "D"), YEAR, rows);
    }
}
