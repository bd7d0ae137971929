package io.lendcrm.scoring.value.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.value.clv.Estimate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateSensitivityTest {

    private static final RateSensitivityFitter FITTER = RateSensitivityFitter.defaults();

    /** A 2 × 2 table has a closed form: the slope is the logarithm of the odds ratio, its variance Woolf's. */
    @Test
    void twoSpreadsGiveTheOddsRatio() {
        double[] spreads = new double[100];
        boolean[] accepted = new boolean[100];
        for (int i = 0; i < 100; i++) {
            spreads[i] = i < 50 ? 2 : 3;
            accepted[i] = i < 50 ? i < 35 : i < 70;
        }
        RateSensitivityModel model = FITTER.fit(QuoteOutcomes.of(spreads, accepted));
        assertThat(model.slope()).isCloseTo(Math.log(20.0 * 15 / (30 * 35)), within(1e-6));
        assertThat(model.slopeVariance()).isCloseTo(1.0 / 35 + 1.0 / 15 + 1.0 / 20 + 1.0 / 30, within(1e-6));
        assertThat(model.acceptance(2)).isCloseTo(0.7, within(1e-6));
        assertThat(model.acceptance(3)).isCloseTo(0.4, within(1e-6));
        Estimate at2 = model.acceptance(2, 0.95);
        double half = 1.959963984540054 * Math.sqrt(1.0 / 35 + 1.0 / 15);
        assertThat(at2.lower()).isCloseTo(1 / (1 + Math.exp(-Math.log(0.7 / 0.3) + half)), within(1e-6));
        assertThat(at2.base() + at2.reasons().get(0).contribution()).isCloseTo(at2.value(), within(1e-12));
    }

    @Test
    void intervalsCoverSlopeAndElasticityInAtLeast93OfAHundredRuns() {
        double slope = -0.8;
        double at = 3.5;
        int[] covered = new int[2];
        for (int run = 0; run < 1_000; run++) {
            RateSensitivityModel model = FITTER.fit(quotes(400, slope, new Random(run)));
            double truth = slope * at * (1 - 1 / (1 + Math.exp(-(0.3 + slope * (at - 3)))));
            covered[0] += holds(model.slope(0.95), slope) ? 1 : 0;
            covered[1] += holds(model.elasticity(at, 0.95), truth) ? 1 : 0;
        }
        assertThat(Arrays.stream(covered)).allMatch(runs -> runs >= 930 && runs <= 975);
    }

    @Test
    void elasticityIsTheRelativeSlopeOfAcceptance() {
        RateSensitivityModel model = FITTER.fit(quotes(500, -0.8, new Random(9)));
        double step = 1e-6;
        double slope = (Math.log(model.acceptance(3 + step)) - Math.log(model.acceptance(3 - step))) / (2 * step);
        assertThat(model.elasticity(3, 0.9).value()).isCloseTo(3 * slope, within(1e-7));
        assertThat(model.acceptance(2)).isGreaterThan(model.acceptance(4));
        assertThat(model.acceptance(1e9)).isZero();
        assertThat(model.acceptance(-1e9)).isEqualTo(1);
        assertThat(model.acceptance(1e9, 0.9).upper()).isZero();
    }

    @Test
    void whatSaysNothingOfSensitivityIsRefused() {
        refused(new double[] {}, new boolean[] {}, "there are no quotes");
        refused(new double[] {2}, new boolean[] {true}, "1 of 1 quotes were accepted");
        refused(new double[] {2, 3}, new boolean[] {false, false}, "0 of 2 quotes were accepted");
        refused(new double[] {2, 2}, new boolean[] {true, false}, "all 2 quotes have the spread 2.0");
        refused(
                new double[] {2, 2.5, 3, 4},
                new boolean[] {true, true, false, false},
                "a spread parts the 2 accepted of 4 quotes from those declined");
        assertThatThrownBy(() -> QuoteOutcomes.of(new double[] {1, Double.NaN}, new boolean[2]))
                .hasMessage("spread of row 2 must be finite, found NaN");
        assertThatThrownBy(() -> QuoteOutcomes.of(new double[1], new boolean[2]))
                .hasMessage("accepted must have as many rows as spreads=1, found 2");
    }

    @Test
    void aSlopeUpwardBearsAWarning() {
        assertThat(FITTER.fit(quotes(500, 0.5, new Random(2))).info().warnings())
                .singleElement()
                .asString()
                .startsWith("the slope is at least 0");
    }

    static QuoteOutcomes quotes(int size, double slope, Random random) {
        double[] spreads = new double[size];
        boolean[] accepted = new boolean[size];
        for (int i = 0; i < size; i++) {
            spreads[i] = 1.5 + 3 * random.nextDouble();
            accepted[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.3 + slope * (spreads[i] - 3))));
        }
        return QuoteOutcomes.of(spreads, accepted);
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate.lower() <= truth && truth <= estimate.upper();
    }

    private static void refused(double[] spreads, boolean[] accepted, String message) {
        assertThatThrownBy(() -> FITTER.fit(QuoteOutcomes.of(spreads, accepted)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(message);
    }
}
