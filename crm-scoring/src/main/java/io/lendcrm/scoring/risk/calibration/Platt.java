package io.lendcrm.scoring.risk.calibration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;

/**
 * A logistic curve over a margin: {@code p = 1 / (1 + exp(-(intercept + slope * margin)))}. Right where the margins of
 * goods and bads are normal with one variance; the logit of a probability is such a margin. Immutable and thread-safe.
 *
 * <p>Source: Platt, Probabilistic outputs for support vector machines, 1999; without his change of the targets, so that it
 * is the maximum of the likelihood.
 *
 * @param info provenance
 * @param intercept finite
 * @param slope finite; negative where the score runs the wrong way, which the fit warns of
 */
public record Platt(ModelInfo info, double intercept, double slope) implements ScoreCalibration {

    public Platt {
        requireNonNull(info, "info");
        if (!Double.isFinite(intercept) || !Double.isFinite(slope)) {
            throw new IllegalArgumentException(
                    "intercept and slope must be finite, found " + intercept + " and " + slope);
        }
    }

    @Override
    public Kind kind() {
        return Kind.PLATT;
    }

    @Override
    public double probability(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score must be a number, found NaN");
        }
        double rise = slope == 0 ? 0 : slope * score;
        return 1 / (1 + Math.exp(-(intercept + rise)));
    }

    /**
     * The logit of a probability, the margin that Platt's curve is drawn over.
     *
     * @param probability within (0, 1)
     * @return {@code ln(p / (1 - p))}
     */
    public static double logit(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be within (0, 1), found " + probability);
        }
        return Math.log(probability) - Math.log1p(-probability);
    }
}
