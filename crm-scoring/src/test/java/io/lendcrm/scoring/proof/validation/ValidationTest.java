package io.lendcrm.scoring.proof.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final boolean[] BAD = {true, false, true, false, false, true, false, false};
    private static final double[] SCORE = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2};

    @Test
    void aPerfectScoreHasAreaOneAndSavesAllTheLoss() {
        RocCurve curve = RocCurve.of(ScoredOutcomes.ofRisk(new double[] {2, 1, 2, 1, 1, 2, 1, 1}, BAD));

        assertThat(curve.auc().value()).isEqualTo(1);
        assertThat(curve.ks()).isEqualTo(1);
        assertThat(curve.hMeasure()).isCloseTo(1, within(1e-12));
        assertThat(curve.ksScore()).isEqualTo(2);
    }

    @Test
    void aConstantScoreTellsNothing() {
        RocCurve curve = RocCurve.of(ScoredOutcomes.ofRisk(new double[8], BAD));

        assertThat(curve.auc().value()).isEqualTo(0.5);
        assertThat(curve.ks()).isZero();
        assertThat(curve.hMeasure()).isCloseTo(0, within(1e-12));
    }

    @Test
    void gainsAreReadFromTheRiskiestDown() {
        GainsTable gains = GainsTable.of(RocCurve.of(ScoredOutcomes.ofRisk(SCORE, BAD)), 4);

        assertThat(gains.lines()).hasSize(4);
        assertThat(gains.lines().get(0).clients()).isEqualTo(2);
        assertThat(gains.lines().get(0).bads()).isEqualTo(1);
        assertThat(gains.lines().get(0).lift()).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(gains.lines().get(2).badShare()).isEqualTo(1);
    }

    @Test
    void scoresEachFoldByAModelThatNeverSawIt() {
        Folds folds = Folds.of(new int[] {1, 1, 2, 2, 1, 2, 2, 1});
        CrossValidation validation = folds.validate(
                BAD,
                (fitted, held) -> {
                    assertThat(fitted).doesNotContain(held);
                    double[] scores = new double[held.length];
                    for (int i = 0; i < held.length; i++) {
                        scores[i] = SCORE[held[i]];
                    }
                    return scores;
                },
                Run.sequential());

        assertThat(validation.areas()).extracting(Auc::value).containsExactly(1.0, 0.75);
        assertThat(validation.meanAuc()).isEqualTo(0.875);
        assertThat(validation.spread()).isCloseTo(0.25 / Math.sqrt(2), within(1e-12));
        assertThat(validation.pooled()).isEqualTo(ScoredOutcomes.ofRisk(SCORE, BAD));
    }

    @Test
    void whatHappenedThoughHeldImpossibleCostsEverything() {
        ScoredOutcomes outcomes = ScoredOutcomes.ofRisk(new double[] {0, 0.5}, new boolean[] {true, false});

        assertThat(Calibration.of(outcomes, 2).logLoss()).isInfinite();
    }

    @Test
    void whatHappenedThoughHeldNextToImpossibleCostsItsLogarithm() {
        ScoredOutcomes outcomes = ScoredOutcomes.ofRisk(new double[] {1e-20, 0}, new boolean[] {true, false});

        assertThat(Calibration.of(outcomes, 2).logLoss()).isCloseTo(10 * Math.log(10), within(1e-12));
    }

    @Test
    void namesTheRowAndTheRule() {
        assertThatThrownBy(() -> ScoredOutcomes.ofRisk(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .hasMessage("score must be a number, found NaN in row 2");
        assertThatThrownBy(() -> ScoredOutcomes.ofRisk(new double[] {1, 2}, new boolean[] {true, true}))
                .hasMessage("outcomes must have both goods and bads, found 2 bads among 2 rows");
        assertThatThrownBy(() -> Calibration.of(ScoredOutcomes.ofRisk(SCORE, BAD), 1))
                .hasMessage("groups must be at least 2, found 1");
        assertThatThrownBy(() ->
                        Calibration.of(ScoredOutcomes.ofRisk(new double[] {0.2, 1.2}, new boolean[] {true, false}), 2))
                .hasMessage("a probability must be within [0, 1], found 1.2 in row 2");
        assertThatThrownBy(() -> Folds.of(new int[] {1, 3, 3})).hasMessageContaining("none of the rows is in fold 2");
        assertThatThrownBy(() -> Folds.stratified(BAD, 4, 1)).hasMessageContaining("must be within [2, 3]");
        assertThatThrownBy(() ->
                        AucDifference.of(ScoredOutcomes.ofRisk(SCORE, BAD), ScoredOutcomes.ofRisk(SCORE, new boolean[] {
                            true, true, true, false, false, true, false, false
                        })))
                .hasMessage("the outcomes must be the same, row 2 differs");
    }
}
