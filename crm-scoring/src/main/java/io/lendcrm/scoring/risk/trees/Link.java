package io.lendcrm.scoring.risk.trees;

import static java.util.Objects.requireNonNull;

/**
 * How the margin, the sum of the leaves, becomes a prediction. Immutable and thread-safe.
 *
 * @param kind the function
 * @param steepness what the margin is multiplied by first, above 0; 1 unless the origin says otherwise
 */
public record Link(Kind kind, double steepness) {

    /** The functions. */
    public enum Kind {
        /** The margin itself. */
        IDENTITY,
        /** {@code 1 / (1 + exp(-steepness * margin))}, a probability. */
        LOGISTIC,
        /** {@code exp(steepness * margin)}, a count or an amount. */
        EXPONENTIAL
    }

    private static final float LEAST_DENOMINATOR = 1e-16f;
    private static final float MOST_EXPONENT = 88.7f;

    public Link {
        requireNonNull(kind, "kind");
        if (!(steepness > 0) || Double.isInfinite(steepness)) {
            throw new IllegalArgumentException("steepness must be above 0 and finite, found " + steepness);
        }
    }

    /** {@return the margin is the prediction} */
    public static Link identity() {
        return new Link(Kind.IDENTITY, 1);
    }

    /** {@return the margin is the logarithm of the odds} */
    public static Link logistic() {
        return new Link(Kind.LOGISTIC, 1);
    }

    /** {@return the margin is the logarithm of the prediction} */
    public static Link exponential() {
        return new Link(Kind.EXPONENTIAL, 1);
    }

    /**
     * With another steepness.
     *
     * @param factor what the margin is multiplied by first
     * @return the changed link
     */
    public Link withSteepness(double factor) {
        return new Link(kind, factor);
    }

    /** The prediction of a margin, {@code NaN} for {@code NaN}. */
    double apply(double margin, Arithmetic arithmetic) {
        if (kind == Kind.IDENTITY) {
            return steepness == 1 ? margin : arithmetic.round(steepness * margin);
        }
        if (arithmetic == Arithmetic.FLOAT32) {
            float x = (float) (steepness * margin);
            return kind == Kind.LOGISTIC ? logistic(x) : (float) Math.exp(x);
        }
        double x = steepness * margin;
        return kind == Kind.LOGISTIC ? 1 / (1 + Math.exp(-x)) : Math.exp(x);
    }

    /** As XGBoost writes it, the least denominator and the greatest exponent included. */
    private static float logistic(float x) {
        float denominator = (float) Math.exp(Math.min(-x, MOST_EXPONENT)) + 1f + LEAST_DENOMINATOR;
        return 1f / denominator;
    }
}
