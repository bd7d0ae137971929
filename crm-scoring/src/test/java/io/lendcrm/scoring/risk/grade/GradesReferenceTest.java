package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.scoring.likelihood.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Low-default estimates, tests of grades and concentration against independently computed values; the file names them.
 */
class GradesReferenceTest {

    private final DocumentReader reference = reference();

    @Test
    void mostPrudentEstimatesAgree() {
        DocumentReader cases = reference.tree("lowDefault");
        assertThat(cases.names()).hasSize(28);
        for (String name : cases.names()) {
            DocumentReader entry = cases.tree(name);
            int[] obligors = whole(entry.decimals("counts_worst_first"));
            int[] defaults = whole(entry.decimals("defaults_worst_first"));
            PlutoTasche method = PlutoTasche.independent(entry.decimal("confidence"));

            assertClose(name, method.estimate(obligors, defaults), entry.decimals("independent"));
            if (entry.has("scaled")) {
                assertClose(name, method.scaledToDefaultRate(obligors, defaults), entry.decimals("scaled"));
            }
            assertClose(
                    name,
                    method.withCorrelation(0.12).estimate(obligors, defaults),
                    entry.decimals("correlated_rho_0_12"));
            assertClose(
                    name,
                    method.withCorrelation(0.24).estimate(obligors, defaults),
                    entry.decimals("correlated_rho_0_24"));
        }
    }

    @Test
    void testsOfGradesAgree() {
        DocumentReader cases = reference.tree("grades");
        assertThat(cases.names()).hasSizeGreaterThan(5);
        for (String name : cases.names()) {
            DocumentReader e = cases.tree(name);
            GradeTest test = new GradeTest((int) e.decimal("n"), (int) e.decimal("defaults"), e.decimal("pd"));

            assertThat(test.jeffreys()).isCloseTo(e.decimal("jeffreys_p_one_sided_underestimation"), near(1));
            assertThat(test.binomialUpper()).isCloseTo(e.decimal("binomial_p_upper"), near(1));
            assertThat(test.binomialLower()).isCloseTo(e.decimal("binomial_p_lower"), near(1));
            assertInterval(test.jeffreysInterval(0.95), e.decimals("jeffreys_ci95"));
            assertInterval(test.clopperPearson(0.95), e.decimals("clopper_pearson95"));
            assertInterval(test.wilson(0.95), e.decimals("wilson95"));
            assertThat(test.normalZ()).isCloseTo(e.decimal("normal_z"), near(1));
            assertThat(test.criticalDefaults(0.99)).isEqualTo((int) e.decimal("critical_defaults_99"));
            assertThat(test.oneFactorUpper(0.12)).isCloseTo(e.decimal("vasicek_p_upper_rho_0_12"), near(1));
        }
    }

    @Test
    void concentrationAgrees() {
        DocumentReader cases = reference.tree("concentration");
        for (String name : cases.names()) {
            DocumentReader e = cases.tree(name);
            Concentration found = Concentration.of(e.decimals("exposures"));

            assertThat(found.herfindahl()).isCloseTo(e.decimal("hhi"), near(1e-3));
            assertThat(found.normalisedHerfindahl()).isCloseTo(e.decimal("normalised_hhi"), near(1e-3));
            assertThat(found.effectiveNumber()).isCloseTo(e.decimal("effective_number"), near(1));
            assertThat(found.gini()).isCloseTo(e.decimal("gini"), near(1e-3));
            assertThat(found.entropy()).isCloseTo(e.decimal("entropy"), near(1e-3));
            assertThat(found.largest()).isCloseTo(e.decimal("top1"), near(1e-3));
        }
    }

    @Test
    void aMasterScaleHoldsEveryProbabilityOnce() {
        MasterScale scale = MasterScale.geometric(List.of("1", "2", "3", "4", "5", "6", "7"), 0.0003, 0.2);

        assertThat(scale.hasEnoughGrades()).isTrue();
        assertThat(scale.gradeOf(0).code()).isEqualTo("1");
        assertThat(scale.gradeOf(1).code()).isEqualTo("7");
        for (MasterScale.Band grade : scale.grades()) {
            assertThat(scale.gradeOf(grade.pd())).isEqualTo(grade);
            assertThat(scale.gradeOf(grade.from())).isEqualTo(grade);
        }
        double factor = scale.grades().get(1).pd() / scale.grades().get(0).pd();
        assertThat(scale.grades().get(6).pd() / scale.grades().get(5).pd()).isCloseTo(factor, within(1e-9));
    }

    @Test
    void aGradeTurnsRedWithItsDefaults() {
        assertThat(new GradeTest(100, 1, 0.01).light(0.05, 0.01)).isEqualTo(GradeTest.Light.GREEN);
        assertThat(new GradeTest(500, 30, 0.04).light(0.05, 0.01)).isEqualTo(GradeTest.Light.YELLOW);
        assertThat(new GradeTest(100, 4, 0.01).light(0.05, 0.01)).isEqualTo(GradeTest.Light.RED);
    }

    @Test
    void aMarginIsAddedAndNeverLeadsBeyondOne() {
        PlutoTasche method = PlutoTasche.independent(0.9);
        int[] obligors = {3, 50};
        int[] defaults = {3, 1};

        assertThat(method.estimate(obligors, defaults).get(0)).isEqualTo(1);
        assertThat(method.withMargin(0.2).estimate(obligors, defaults).get(0)).isEqualTo(1);
        assertThat(method.withMargin(0.2).estimate(obligors, defaults).get(1))
                .isCloseTo(1.2 * method.estimate(obligors, defaults).get(1), within(1e-15));
    }

    @Test
    void extremeConfidenceHasAnAnswer() {
        int[] obligors = {50};
        int[] defaults = {2};

        assertThat(new PlutoTasche(1 - 1e-15, 0.9, 0)
                        .estimate(obligors, defaults)
                        .get(0))
                .isBetween(0.9, 1.0);
        assertThat(new PlutoTasche(1e-14, 0.3, 0).estimate(obligors, defaults).get(0))
                .isBetween(0.0, 1e-3);
    }

    @Test
    void namesTheGradeAndTheRule() {
        PlutoTasche method = PlutoTasche.independent(0.5);
        assertThatThrownBy(() -> method.estimate(new int[] {10, 0}, new int[] {0, 0}))
                .hasMessage("obligors must be above 0, found 0 in grade 2");
        assertThatThrownBy(() -> method.estimate(new int[] {10, 5}, new int[] {0, 6}))
                .hasMessage("defaults must be within [0, 5], found 6 in grade 2");
        assertThatThrownBy(() -> PlutoTasche.independent(1)).hasMessage("confidence must be within (0, 1), found 1.0");
        assertThatThrownBy(() -> new GradeTest(10, 2, 0)).hasMessage("pd must be within (0, 1), found 0.0");
        assertThatThrownBy(() -> Concentration.of(1, -2))
                .hasMessage("amount 2 must be finite and not negative, found -2.0");
    }

    private static void assertClose(String name, List<Double> found, double[] expected) {
        assertThat(found).as(name).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.get(i)).as(name).isCloseTo(expected[i], near(expected[i]));
        }
    }

    private static void assertInterval(Interval found, double[] expected) {
        assertThat(found.lower()).isCloseTo(expected[0], near(expected[0]));
        assertThat(found.upper()).isCloseTo(expected[1], near(expected[1]));
    }

    private static Offset<Double> near(double scale) {
        return within(1e-9 * Math.max(Math.abs(scale), 1e-3));
    }

    private static int[] whole(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(n -> (int) n).toArray();
    }

    private static DocumentReader reference() {
        try (InputStream in = requireNonNull(GradesReferenceTest.class.getResourceAsStream("grades-reference.json"))) {
            return DocumentReader.of(DocumentJson.readTree(in.readAllBytes()), "$");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Were they independent, so many defaults would have a probability of 1e-5^20, about 1e-100. */
    @Test
    void aSmallUpperTailKeepsItsDigits() {
        GradeTest test = new GradeTest(20, 20, 1e-5);
        assertThat(test.oneFactorUpper(0)).isCloseTo(1e-100, within(1e-112));
        assertThat(test.oneFactorUpper(0.01)).isBetween(1e-100, 1e-60);
        assertThat(new GradeTest(1000, 0, 0.5).oneFactorUpper(0.2)).isEqualTo(1);
    }

    @Test
    void scalingNeverGivesMoreThanCertainty() {
        PlutoTasche low = PlutoTasche.independent(0.01);
        assertThatThrownBy(() -> low.scaledToDefaultRate(new int[] {1, 100}, new int[] {1, 3}))
                .hasMessageContaining("scaled probabilities must be at most 1")
                .hasMessageContaining("confidence of 0.01");
    }
}
