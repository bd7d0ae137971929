package io.lendcrm.scoring.likelihood;

import static java.util.Objects.requireNonNull;

import java.util.function.ToDoubleFunction;

/**
 * Two models a small step apart along one independent direction of the uncertainty of the parameters: the delta method
 * without a derivative. The variance of a quantity is the sum of {@link #variance} over all directions. Immutable and
 * thread-safe.
 *
 * @param <M> the kind of model
 * @param above the model a step above the fitted one
 * @param below the model a step below it
 * @param step the length of the step in standard deviations, above 0
 */
public record Contrast<M>(M above, M below, double step) {

    public Contrast {
        requireNonNull(above, "above");
        requireNonNull(below, "below");
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("step must be finite and above 0, found " + step);
        }
    }

    /**
     * What this direction adds to the variance of a quantity.
     *
     * @param quantity computes it by a model
     * @return the square of its slope a standard deviation
     */
    public double variance(ToDoubleFunction<? super M> quantity) {
        double slope = (quantity.applyAsDouble(above) - quantity.applyAsDouble(below)) / (2 * step);
        return slope * slope;
    }
}
