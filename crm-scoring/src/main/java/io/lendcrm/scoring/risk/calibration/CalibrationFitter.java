package io.lendcrm.scoring.risk.calibration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.logistic.CoefficientRange;
import io.lendcrm.scoring.risk.logistic.LogisticData;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Learns from outcomes how a score is to be read as a probability. Fit it on other rows than the score was fitted on, or it
 * takes over the score's flattery. Immutable and thread-safe.
 *
 * @param kind the form of the curve
 */
public record CalibrationFitter(ScoreCalibration.Kind kind) implements Fitter<ScoredOutcomes, ScoreCalibration> {

    public CalibrationFitter {
        requireNonNull(kind, "kind");
    }

    /** {@return a fitter of Platt's curve over margins} */
    public static CalibrationFitter platt() {
        return new CalibrationFitter(ScoreCalibration.Kind.PLATT);
    }

    /** {@return a fitter of the beta form over probabilities} */
    public static CalibrationFitter beta() {
        return new CalibrationFitter(ScoreCalibration.Kind.BETA);
    }

    /** {@return a fitter of a rising curve by pooling adjacent violators} */
    public static CalibrationFitter isotonic() {
        return new CalibrationFitter(ScoreCalibration.Kind.ISOTONIC);
    }

    /**
     * Fits the curve.
     *
     * @throws FitException if the scores separate goods from bads (Platt, beta), a score is infinite, or one is no
     *     probability within (0, 1) where the beta form needs one; rows are named from 1
     */
    @Override
    public ScoreCalibration fit(ScoredOutcomes outcomes, Run run) {
        double[] score = new double[outcomes.size()];
        double[] target = new double[score.length];
        for (int row = 0; row < score.length; row++) {
            score[row] = outcomes.score(row);
            target[row] = outcomes.bad(row) ? 1 : 0;
            boolean possible =
                    kind == ScoreCalibration.Kind.BETA ? score[row] > 0 && score[row] < 1 : Double.isFinite(score[row]);
            if (!possible) {
                throw new FitException(
                        CalibrationCodec.TYPE,
                        "the score of row " + (row + 1) + " is " + score[row],
                        kind == ScoreCalibration.Kind.BETA ? "probabilities within (0, 1)" : "finite scores");
            }
        }
        ModelInfo info = ModelInfo.of(
                        CalibrationCodec.TYPE,
                        run,
                        score.length,
                        Fingerprint.empty().add(score).add(target).hex())
                .withOptions(Map.of("kind", kind.name()));
        return switch (kind) {
            case PLATT -> platt(info, score, target, run);
            case BETA -> beta(info, score, target, run);
            case ISOTONIC -> isotonic(info, score, target);
        };
    }

    private static Platt platt(ModelInfo info, double[] score, double[] target, Run run) {
        LogisticData data = LogisticData.of(List.of("score"), new double[][] {score}, target);
        double[] c = coefficients(LogisticFitter.defaults().fit(data, run));
        return new Platt(
                c[1] < 0 ? info.withWarnings(List.of("the slope is negative: a larger score is less risky")) : info,
                c[0],
                c[1]);
    }

    private static BetaCalibration beta(ModelInfo info, double[] score, double[] target, Run run) {
        double[] low = Arrays.stream(score).map(Math::log).toArray();
        double[] high = Arrays.stream(score).map(p -> -Math.log1p(-p)).toArray();
        LogisticData data = LogisticData.of(List.of("low", "high"), new double[][] {low, high}, target);
        CoefficientRange notNegative = CoefficientRange.NOT_NEGATIVE;
        double[] c = coefficients(LogisticFitter.defaults()
                .withBounds(Map.of("low", notNegative, "high", notNegative))
                .fit(data, run));
        return new BetaCalibration(info, c[1], c[2], c[0]);
    }

    private static double[] coefficients(LogisticModel model) {
        return model.coefficients().estimates();
    }

    /** Pool adjacent violators: blocks of rows whose mean target rises; rows of one score are one block from the start. */
    private static Isotonic isotonic(ModelInfo info, double[] score, double[] target) {
        Integer[] order = new Integer[score.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(score[a] + 0.0, score[b] + 0.0));
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < order.length; ) {
            double value = score[order[at]];
            double sum = 0;
            int rows = 0;
            for (; at < order.length && score[order[at]] == value; at++) {
                sum += target[order[at]];
                rows++;
            }
            Block block = new Block(value, value, sum, rows);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() >= block.mean()) {
                block = blocks.remove(blocks.size() - 1).before(block);
            }
            blocks.add(block);
        }
        List<Double> scores = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        for (Block block : blocks) {
            scores.add(block.from());
            probabilities.add(block.mean());
            if (block.to() > block.from()) {
                scores.add(block.to());
                probabilities.add(block.mean());
            }
        }
        return new Isotonic(info, scores, probabilities);
    }

    private record Block(double from, double to, double sum, int rows) {
        double mean() {
            return sum / rows;
        }

        Block before(Block next) {
            return new Block(from, next.to, sum + next.sum, rows + next.rows);
        }
    }
}
