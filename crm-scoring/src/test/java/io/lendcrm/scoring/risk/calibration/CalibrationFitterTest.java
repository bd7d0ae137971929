package io.lendcrm.scoring.risk.calibration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.proof.validation.Calibration;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CalibrationFitterTest {

    private final DocumentReader reference = DocumentReader.of(DocumentJson.readTree(resource("reference.json")), "$");
    private final double[] score = reference.tree("isotonic").decimals("score");

    @Test
    void isotonicAgreesWithScikitLearn() {
        DocumentReader expected = reference.tree("isotonic");
        ScoreCalibration fitted = CalibrationFitter.isotonic().fit(outcomes(s -> s));

        for (int row = 0; row < score.length; row++) {
            assertThat(fitted.probability(score[row])).isCloseTo(expected.decimals("fitted")[row], within(1e-12));
        }
        double[] x = expected.decimals("x_thresholds");
        double[] y = expected.decimals("y_thresholds");
        assertThat(((Isotonic) fitted).scores()).hasSize(x.length);
        assertThat(fitted.probability((x[1] + x[2]) / 2)).isCloseTo((y[1] + y[2]) / 2, within(1e-12));
        assertThat(fitted.probability(-1)).isZero();
        assertThat(fitted.probability(2)).isEqualTo(1);
    }

    @Test
    void plattAgreesWithStatsmodels() {
        DocumentReader expected = reference.tree("platt");
        Platt fitted = (Platt) CalibrationFitter.platt()
                .fit(outcomes(s -> Platt.logit(Math.max(1e-3, Math.min(1 - 1e-3, s)))));

        assertThat(fitted.intercept()).isCloseTo(expected.decimal("intercept"), within(1e-9));
        assertThat(fitted.slope()).isCloseTo(expected.decimal("slope"), within(1e-9));
    }

    @Test
    void aPriorShiftMovesTheOdds() {
        DocumentReader expected = reference.tree("priorShift");
        PriorShift shift = new PriorShift(expected.decimal("sample_rate"), expected.decimal("target_rate"));

        for (int i = 0; i < 3; i++) {
            assertThat(shift.probability(expected.decimals("p")[i]))
                    .isCloseTo(expected.decimals("p_adj")[i], within(1e-12));
        }
        assertThat(shift.probability(0)).isZero();
        assertThat(shift.probability(1)).isEqualTo(1);
    }

    /** Outcomes drawn from {@code logit p' = 2 ln p - 0.5 ln(1-p) + 1}: the beta form finds it, Platt's curve can't. */
    @Test
    void theBetaFormBendsWherePlattsCurveCannot() {
        SplittableRandom random = new SplittableRandom(11);
        double[] p = new double[40_000];
        boolean[] bad = new boolean[p.length];
        for (int row = 0; row < p.length; row++) {
            p[row] = 0.001 + 0.998 * random.nextDouble();
            double truth = 1 / (1 + Math.exp(-(2 * Math.log(p[row]) - 0.5 * Math.log1p(-p[row]) + 1)));
            bad[row] = random.nextDouble() < truth;
        }
        BetaCalibration beta = (BetaCalibration) CalibrationFitter.beta().fit(ScoredOutcomes.ofRisk(p, bad));
        double[] margins = Arrays.stream(p).map(Platt::logit).toArray();
        ScoreCalibration platt = CalibrationFitter.platt().fit(ScoredOutcomes.ofRisk(margins, bad));

        assertThat(beta.a()).isCloseTo(2, within(0.15));
        assertThat(beta.b()).isCloseTo(0.5, within(0.1));
        assertThat(beta.c()).isCloseTo(1, within(0.15));
        double[] byBeta = Arrays.stream(p).map(beta::probability).toArray();
        double[] byPlatt = Arrays.stream(margins).map(platt::probability).toArray();
        assertThat(Calibration.of(ScoredOutcomes.ofRisk(byBeta, bad), 20).logLoss())
                .isLessThan(
                        Calibration.of(ScoredOutcomes.ofRisk(byPlatt, bad), 20).logLoss());
    }

    @Test
    void theIdentityOfTheBetaFormChangesNothing() {
        BetaCalibration identity = new BetaCalibration(
                CalibrationFitter.beta().fit(outcomes(s -> s)).info(), 1, 1, 0);

        for (double p : new double[] {0, 1e-9, 0.3, 0.999, 1}) {
            assertThat(identity.probability(p)).isCloseTo(p, within(1e-15));
        }
    }

    @Test
    void readsAndWritesTheSameBytes() {
        ModelJson json = ModelJson.standard();
        for (String file : new String[] {"platt-1.json", "beta-1.json", "isotonic-1.json"}) {
            ScoreCalibration stored = json.read(resource(file), ScoreCalibration.class);

            assertThat(json.write(stored)).isEqualTo(resource(file));
            assertThat(stored.probability(0.5)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        ModelJson json = ModelJson.standard();
        for (ScoreCalibration.Kind kind : ScoreCalibration.Kind.values()) {
            ScoreCalibration model = new CalibrationFitter(kind).fit(outcomes(s -> s));

            assertThat(json.read(json.write(model), ScoreCalibration.class)).isEqualTo(model);
        }
    }

    @Test
    void namesTheRowAndTheRule() {
        boolean[] bad = {true, false, true};
        assertThatThrownBy(() -> CalibrationFitter.platt()
                        .fit(ScoredOutcomes.ofRisk(new double[] {1, 2, Double.POSITIVE_INFINITY}, bad)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("the score of row 3 is Infinity");
        assertThatThrownBy(() -> CalibrationFitter.beta().fit(ScoredOutcomes.ofRisk(new double[] {0.5, 0, 1}, bad)))
                .hasMessageContaining("the score of row 2 is 0.0");
        assertThatThrownBy(() -> CalibrationFitter.platt().fit(ScoredOutcomes.ofRisk(new double[] {2, 1, 3}, bad)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("separate");
        assertThatThrownBy(() -> new PriorShift(0, 0.1)).hasMessage("sampleRate must be within (0, 1), found 0.0");
    }

    private ScoredOutcomes outcomes(DoubleUnaryOperator risk) {
        double[] y = reference.tree("isotonic").decimals("y");
        boolean[] bad = new boolean[y.length];
        for (int row = 0; row < y.length; row++) {
            bad[row] = y[row] == 1;
        }
        return ScoredOutcomes.ofRisk(Arrays.stream(score).map(risk).toArray(), bad);
    }

    private static byte[] resource(String file) {
        try (InputStream in = requireNonNull(CalibrationFitterTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
