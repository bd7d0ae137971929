package io.lendcrm.scoring.risk.calibration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;
import java.util.Collections;
import java.util.List;

/**
 * Any curve that doesn't fall: straight between the knots, level beyond the first and the last. Needs some thousand
 * outcomes; its steps are those of the sample. Immutable and thread-safe.
 *
 * @param info provenance
 * @param scores the knots' scores, ascending
 * @param probabilities their probabilities, within [0, 1], not falling
 */
public record Isotonic(ModelInfo info, List<Double> scores, List<Double> probabilities) implements ScoreCalibration {

    public Isotonic {
        requireNonNull(info, "info");
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
        if (scores.isEmpty() || scores.size() != probabilities.size()) {
            throw new IllegalArgumentException("scores and probabilities must be as many and not none, found "
                    + scores.size() + " and " + probabilities.size());
        }
        for (int i = 0; i < scores.size(); i++) {
            double p = probabilities.get(i);
            if (!Double.isFinite(scores.get(i)) || i > 0 && !(scores.get(i) > scores.get(i - 1))) {
                throw new IllegalArgumentException("scores must be finite and ascending, found " + scores.get(i));
            }
            if (!(p >= 0 && p <= 1) || i > 0 && p < probabilities.get(i - 1)) {
                throw new IllegalArgumentException("probabilities must be within [0, 1] and not fall, found " + p);
            }
        }
    }

    @Override
    public Kind kind() {
        return Kind.ISOTONIC;
    }

    @Override
    public double probability(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score must be a number, found NaN");
        }
        int last = scores.size() - 1;
        if (score <= scores.get(0)) {
            return probabilities.get(0);
        }
        if (score >= scores.get(last)) {
            return probabilities.get(last);
        }
        int found = Collections.binarySearch(scores, score);
        if (found >= 0) {
            return probabilities.get(found);
        }
        int above = -found - 1;
        double share = (score - scores.get(above - 1)) / (scores.get(above) - scores.get(above - 1));
        double low = probabilities.get(above - 1);
        return low + share * (probabilities.get(above) - low);
    }
}
