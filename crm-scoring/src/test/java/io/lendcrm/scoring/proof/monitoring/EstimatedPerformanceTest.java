package io.lendcrm.scoring.proof.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.proof.validation.Calibration;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EstimatedPerformanceTest {

    @Test
    void threeClientsCountedOut() {
        EstimatedPerformance estimate = EstimatedPerformance.of(new double[] {1, 2, 2}, new double[] {0.1, 0.5, 0.2});

        // pairs (bad, good): 2>1 0.5·0.9, 3>1 0.2·0.9, 2=3 (0.5·0.8 + 0.2·0.5)/2; against 1: 0.1·0.5 + 0.1·0.8 wrong
        double right = 0.45 + 0.18 + 0.25;
        assertThat(estimate.auc()).isCloseTo(right / (0.45 + 0.18 + 0.5 + 0.13), within(1e-15));
        assertThat(estimate.badRate()).isCloseTo(0.8 / 3, within(1e-15));
        assertThat(estimate.brier()).isCloseTo((0.09 + 0.25 + 0.16) / 3, within(1e-15));
        EstimatedPerformance.Confusion confusion = estimate.at(2);
        assertThat(confusion.badsRefused()).isCloseTo(0.7, within(1e-15));
        assertThat(confusion.goodsPassed()).isCloseTo(0.9, within(1e-15));
        assertThat(confusion.accuracy()).isCloseTo(1.6 / 3, within(1e-15));
        assertThat(confusion.precision()).isCloseTo(0.35, within(1e-15));
        assertThat(confusion.recall()).isCloseTo(0.875, within(1e-15));
        assertThat(confusion.badRatePassed()).isCloseTo(0.1, within(1e-15));
        assertThat(estimate.at(3).precision()).isZero();
    }

    @Test
    void certainProbabilitiesGiveTheAreaOfTheOutcomes() {
        double[] risk = {0.9, 0.2, 0.6, 0.6, 0.1, 0.7};
        boolean[] bad = {true, false, true, false, false, false};
        EstimatedPerformance estimate = EstimatedPerformance.of(risk, new double[] {1, 0, 1, 0, 0, 0});
        RocCurve curve = RocCurve.of(ScoredOutcomes.ofRisk(risk, bad));

        assertThat(estimate.auc()).isCloseTo(curve.auc().value(), within(1e-15));
        assertThat(estimate.ks()).isCloseTo(curve.ks(), within(1e-15));
        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.logLoss()).isZero();
    }

    @Test
    void whereProbabilitiesHoldTheRealisedPerformanceScattersAboutTheEstimateAsFarAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        double[] p = new double[2000];
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.pow(random.nextDouble(), 3) * 0.6;
        }
        EstimatedPerformance estimate = EstimatedPerformance.of(p);
        int runs = 300;
        double[] z = new double[runs];
        double brier = 0;
        for (int run = 0; run < runs; run++) {
            boolean[] bad = new boolean[p.length];
            for (int i = 0; i < p.length; i++) {
                bad[i] = random.nextDouble() < p[i];
            }
            ScoredOutcomes outcomes = ScoredOutcomes.ofRisk(p, bad);
            z[run] = (RocCurve.of(outcomes).auc().value() - estimate.auc()) / estimate.standardError();
            brier += run < 50 ? Calibration.of(outcomes, 10).brier() / 50 : 0;
        }
        double mean = 0;
        double square = 0;
        for (double each : z) {
            mean += each / runs;
            square += each * each / runs;
        }

        assertThat(mean).isCloseTo(0, within(0.2));
        assertThat(Math.sqrt(square)).isCloseTo(1, within(0.12));
        assertThat(brier).isCloseTo(estimate.brier(), within(0.002));
        assertThat(estimate.interval(0.95).lower()).isLessThan(estimate.auc());
    }

    @Test
    void probabilitiesMustBeProbabilities() {
        assertThatThrownBy(() -> EstimatedPerformance.of(new double[] {0.5, 1.5}))
                .hasMessage("risk must be a number and probability within [0, 1], found 1.5 and 1.5 in row 2");
        assertThatThrownBy(() -> EstimatedPerformance.of(new double[] {0, 0}))
                .hasMessageContaining("must let expect both bads and goods");
    }
}
