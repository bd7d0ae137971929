package io.lendcrm.scoring.risk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.grade.Generator.Regularisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MigrationProperties {

    @Property
    void matricesOfAGeneratorAreStochasticAndComposeInTime(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int grades,
            @ForAll @DoubleRange(min = 0.01, max = 30) double years,
            @ForAll @DoubleRange(min = 0.01, max = 30) double more) {
        Generator generator = generator(seed, grades);
        TransitionMatrix one = generator.matrix(Horizon.years(years));
        TransitionMatrix two = generator.matrix(Horizon.years(more));

        assertStochastic(one);
        Reference.assertNear(
                one.then(two).toArray(),
                generator.matrix(Horizon.years(years + more)).toArray(),
                1e-13);
    }

    @Property
    void theLogarithmOfAGeneratorsMatrixIsTheGenerator(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int grades, @ForAll Regularisation regularisation) {
        Generator generator = generator(seed, grades);
        TransitionMatrix matrix = generator.matrix(Horizon.years(1));

        Reference.assertNear(Generator.from(matrix, regularisation).toArray(), generator.toArray(), 1e-11);
        assertThat(matrix.embeddingObstacles()).isEmpty();
    }

    /** Most random matrices near the identity have no generator; each regularisation makes one all the same. */
    @Property
    void everyRegularisationGivesAGeneratorNearTheMatrix(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int grades, @ForAll Regularisation regularisation) {
        TransitionMatrix matrix = matrix(seed, grades);
        TransitionMatrix back = Generator.from(matrix, regularisation).matrix(matrix.period());

        assertStochastic(back);
        Reference.assertNear(back.toArray(), matrix.toArray(), 0.05);
    }

    @Property
    void cumulativeDefaultRisesAndFitsSurvival(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 9) int grades,
            @ForAll @IntRange(min = 1, max = 60) int periods) {
        TransitionMatrix matrix = matrix(seed, grades);
        DefaultTermStructure structure =
                DefaultTermStructure.from(matrix, matrix.grades().get(0), periods);
        TransitionMatrix power = matrix.power(periods);

        assertThat(structure.cumulative(periods)).isCloseTo(power.probability(0, grades - 1), within(1e-13));
        double survival = 1;
        for (int k = 1; k <= periods; k++) {
            survival *= 1 - structure.conditional(k);
            assertThat(structure.survival(k)).isCloseTo(survival, within(1e-13));
            assertThat(structure.cumulative(k) + structure.survival(k)).isCloseTo(1, within(1e-13));
            assertThat(structure.cumulative(k)).isGreaterThanOrEqualTo(structure.cumulative(k - 1));
        }
    }

    private static void assertStochastic(TransitionMatrix matrix) {
        for (int i = 0; i < matrix.size(); i++) {
            double sum = 0;
            for (int j = 0; j < matrix.size(); j++) {
                assertThat(matrix.probability(i, j)).isBetween(0.0, 1.0);
                sum += matrix.probability(i, j);
            }
            assertThat(sum).isCloseTo(1, within(1e-14));
        }
    }

    private static List<String> names(int grades) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < grades; i++) {
            names.add("G" + i);
        }
        return names;
    }

    private static Generator generator(long seed, int grades) {
        Random random = new Random(seed);
        double[][] rates = new double[grades][grades];
        for (int i = 0; i < grades - 1; i++) {
            for (int j = 0; j < grades; j++) {
                if (i != j) {
                    rates[i][j] = 0.02 + random.nextDouble() / (2 * grades);
                    rates[i][i] -= rates[i][j];
                }
            }
        }
        return Generator.of(names(grades), rates);
    }

    private static TransitionMatrix matrix(long seed, int grades) {
        Random random = new Random(seed);
        double[][] rows = new double[grades][grades];
        for (int i = 0; i < grades - 1; i++) {
            rows[i][i] = 1;
            for (int j = 0; j < grades; j++) {
                if (i != j && random.nextDouble() < 0.6) {
                    rows[i][j] = 0.2 * random.nextDouble() / grades;
                    rows[i][i] -= rows[i][j];
                }
            }
        }
        rows[grades - 1][grades - 1] = 1;
        return TransitionMatrix.of(names(grades), Horizon.years(1), rows);
    }
}
