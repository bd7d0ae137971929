package io.lendcrm.scoring.risk.calibration;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.ModelInfo;

/**
 * Three parameters over a probability: {@code logit p' = a ln p - b ln(1 - p) + c}. It holds the identity
 * ({@code a = b = 1, c = 0}) and bends where Platt's curve can't. Immutable and thread-safe.
 *
 * <p>Source: Kull, Silva Filho and Flach, Beta calibration, AISTATS 2017.
 *
 * @param info provenance
 * @param a at least 0
 * @param b at least 0
 * @param c finite
 */
public record BetaCalibration(ModelInfo info, double a, double b, double c) implements ScoreCalibration {

    public BetaCalibration {
        requireNonNull(info, "info");
        if (!(a >= 0 && b >= 0) || !Double.isFinite(a + b + c)) {
            throw new IllegalArgumentException(
                    "a and b must be finite and at least 0 and c finite, found " + a + ", " + b + ", " + c);
        }
    }

    @Override
    public Kind kind() {
        return Kind.BETA;
    }

    @Override
    public double probability(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be a probability within [0, 1], found " + score);
        }
        double low = a == 0 ? 0 : a * Math.log(score);
        double high = b == 0 ? 0 : b * Math.log1p(-score);
        return 1 / (1 + Math.exp(-(low - high + c)));
    }
}
