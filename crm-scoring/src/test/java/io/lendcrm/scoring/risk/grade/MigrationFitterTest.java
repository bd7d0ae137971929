package io.lendcrm.scoring.risk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.grade.MigrationFitter.Withdrawals;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFitterTest {

    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest
    @ValueSource(
            strings = {"small_history", "history_of_40_obligors", "history_of_60_obligors", "history_of_120_obligors"})
    void cohortsMeetTheReference(String key) {
        Reference reference = new Reference(key);
        MigrationCounts counts = reference.counts();
        double[][] expected = reference.matrix("cohort_counts");
        List<Double> withdrawn = reference.rows("cohort_withdrawn").get(0.0);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat((double) counts.cohortMoves(i, j)).isEqualTo(expected[i][j]);
            }
            assertThat((double) counts.cohortWithdrawals(i)).isEqualTo(withdrawn.get(i));
        }

        MigrationModel model = MigrationFitter.byCohort().fit(counts);
        Reference.assertNear(
                model.yearly().toArray(), reference.matrix("cohort_matrix_withdrawals_left_out"), TOLERANCE);
        reference.rows("cohort_pd").forEach((years, pds) -> {
            for (int i = 0; i < 4; i++) {
                assertThat(model.matrix(Horizon.years(years)).probability(i, 3)).isCloseTo(pds.get(i), within(1e-10));
            }
        });

        TransitionMatrix kept = MigrationFitter.byCohort()
                .withWithdrawals(Withdrawals.STATE)
                .fit(counts)
                .yearly();
        double[][] inDenominator = reference.matrix("cohort_matrix_withdrawals_kept_in_denominator");
        int[] places = {0, 1, 2, 4};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(kept.probability(places[i], places[j])).isCloseTo(inDenominator[i][j], within(TOLERANCE));
            }
        }
        assertThat(kept.grades()).containsExactly("A", "B", "C", "withdrawn", "D");
        assertThat(kept.isAbsorbing(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"small_history", "history_of_40_obligors", "history_of_60_obligors", "history_of_120_obligors"})
    void durationsMeetTheReference(String key) {
        Reference reference = new Reference(key);
        MigrationCounts counts = reference.counts();
        double[][] moves = reference.matrix("duration_transition_counts");
        List<Double> years = reference.rows("duration_years_at_risk").get(0.0);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat((double) counts.moves(i, j)).isEqualTo(moves[i][j]);
            }
            assertThat(counts.yearsAtRisk(i)).isCloseTo(years.get(i), within(TOLERANCE));
        }

        MigrationModel model = MigrationFitter.byDuration().fit(counts);
        Reference.assertNear(model.generator().orElseThrow().toArray(), reference.matrix("generator"), TOLERANCE);
        Reference.assertNear(model.yearly().toArray(), reference.matrix("duration_matrix_1y"), TOLERANCE);
        Reference.assertNear(
                model.matrix(Horizon.years(3)).toArray(), reference.matrix("duration_matrix_3y"), TOLERANCE);
        reference.rows("duration_pd").forEach((time, pds) -> {
            for (int i = 0; i < 4; i++) {
                assertThat(model.matrix(Horizon.years(time)).probability(i, 3)).isCloseTo(pds.get(i), within(1e-10));
            }
        });
    }

    /** Nobody was watched before 0, so that a move of that moment has no years at risk to stand against. */
    @Test
    void aRatingOfTheFirstDayIsNoMove() {
        MigrationCounts counts = MigrationCounts.of(List.of("A", "B", "D"), 5)
                .add(new RatingHistory(List.of(
                        new RatingHistory.Step(-1, "A"),
                        new RatingHistory.Step(0, "B"),
                        new RatingHistory.Step(2, "A"))));

        assertThat(counts.moves(0, 1)).isZero();
        assertThat(counts.moves(1, 0)).isOne();
        assertThat(counts.yearsAtRisk(0)).isEqualTo(3);
        assertThat(counts.yearsAtRisk(1)).isEqualTo(2);
    }

    @Test
    void countsOfPartsMergeToTheCountsOfAll() {
        for (String key : Reference.HISTORIES) {
            Reference reference = new Reference(key);
            MigrationCounts all = reference.counts();
            MigrationCounts merged = reference.counts(0, 7).merge(reference.counts(7, 1000));
            assertThat(merged.histories()).isEqualTo(all.histories());
            Reference.assertNear(
                    MigrationFitter.byDuration().fit(merged).yearly().toArray(),
                    MigrationFitter.byDuration().fit(all).yearly().toArray(),
                    1e-14);
            assertThat(MigrationFitter.byCohort().fit(merged).yearly())
                    .isEqualTo(MigrationFitter.byCohort().fit(all).yearly());
        }
    }

    /** 20,000 simulated obligors over 8 years: both estimators find the chain they come from. */
    @Test
    void bothEstimatorsRecoverASimulatedChain() {
        Generator truth = Generator.of(Reference.GRADES, new double[][] {
            {-0.11, 0.09, 0.015, 0.005}, {0.06, -0.19, 0.10, 0.03}, {0.01, 0.12, -0.33, 0.20}, {0, 0, 0, 0}
        });
        MigrationCounts counts = MigrationCounts.of(Reference.GRADES, 8);
        Random random = new Random(5);
        for (int client = 0; client < 20_000; client++) {
            counts.add(simulate(truth, client % 3, random));
        }
        double[][] expected = truth.matrix(Horizon.years(1)).toArray();
        MigrationModel duration = MigrationFitter.byDuration().fit(counts);
        MigrationModel cohort = MigrationFitter.byCohort().fit(counts);
        for (int i = 0; i < 3; i++) {
            double years = counts.yearsAtRisk(i);
            for (int j = 0; j < 4; j++) {
                double p = expected[i][j];
                // the number of years begun in a grade is near the years spent in it
                double error = 4 * Math.sqrt(p * (1 - p) / years) * 1.1;
                assertThat(cohort.yearly().probability(i, j)).isCloseTo(p, within(error));
                assertThat(duration.yearly().probability(i, j)).isCloseTo(p, within(error));
                if (i != j) {
                    double rate = truth.rate(i, j);
                    assertThat(duration.generator().orElseThrow().rate(i, j))
                            .isCloseTo(rate, within(4 * Math.sqrt(rate / years)));
                }
            }
        }
    }

    @Test
    void whatCantBeEstimatedIsRefused() {
        MigrationCounts counts = MigrationCounts.of(Reference.GRADES, 5)
                .add(new RatingHistory(List.of(new RatingHistory.Step(0, "A"), new RatingHistory.Step(2.5, "B"))));
        assertThatThrownBy(() -> MigrationFitter.byCohort().fit(counts))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("nobody at risk in grade C among 1 histories");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.add(
                        new RatingHistory(List.of(new RatingHistory.Step(0, "D"), new RatingHistory.Step(1, "A")))))
                .withMessageContaining("must end with its default");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.add(new RatingHistory(List.of(new RatingHistory.Step(0, "E")))))
                .withMessageContaining("grade must be one of [A, B, C, D]");
        assertThat(counts.histories()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> MigrationCounts.of(Reference.GRADES, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.merge(MigrationCounts.of(Reference.GRADES, 4)))
                .withMessageContaining("over 5.0 years");
    }

    private static RatingHistory simulate(Generator truth, int start, Random random) {
        List<RatingHistory.Step> steps = new java.util.ArrayList<>();
        double time = 0;
        int at = start;
        steps.add(new RatingHistory.Step(0, Reference.GRADES.get(at)));
        while (at < 3) {
            time += -Math.log(1 - random.nextDouble()) / -truth.rate(at, at);
            if (time > 8) {
                break;
            }
            double u = random.nextDouble() * -truth.rate(at, at);
            int to = 0;
            for (double sum = 0; ; to++) {
                sum += to == at ? 0 : truth.rate(at, to);
                if (u < sum || to == 3) {
                    break;
                }
            }
            at = to;
            steps.add(new RatingHistory.Step(time, Reference.GRADES.get(at)));
        }
        return new RatingHistory(steps);
    }
}
