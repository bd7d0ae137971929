package io.lendcrm.scoring.likelihood;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How well a quantity is known, as it or the parameters of a model were estimated: its interval. The factories here
 * give that of the delta method, on a scale on which the quantity is nearer to normal and can't leave its range. It
 * doesn't tell how far a single client will scatter about what is expected of it. Immutable and thread-safe.
 *
 * @param value the quantity as estimated
 * @param lower the lower end
 * @param upper the upper end
 * @param level the probability with which the interval is to cover the quantity, within (0, 1)
 */
public record Interval(double value, double lower, double upper, double level) {

    public Interval {
        if (!(lower <= value && value <= upper)) {
            throw new IllegalArgumentException(
                    "value must be within [lower=" + lower + ", upper=" + upper + "], found " + value);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
    }

    /**
     * The interval of a probability, on the scale of log-odds.
     *
     * @param <M> the kind of model
     * @param fitted the model
     * @param contrasts what the data leave open about it
     * @param quantity computes the probability by a model
     * @param level the probability with which the interval is to cover it
     * @return the interval, within [0, 1]; of no width where the probability is 0 or 1
     */
    public static <M> Interval ofProbability(
            M fitted, List<Contrast<M>> contrasts, ToDoubleFunction<? super M> quantity, double level) {
        double value = quantity.applyAsDouble(fitted);
        if (value <= 0 || value >= 1) {
            return new Interval(value, value, value, level);
        }
        double odds = value / (1 - value);
        double factor = Math.exp(reach(contrasts, m -> quantity.applyAsDouble(m) / value, level) / (1 - value));
        return new Interval(
                value, Math.min(value, odds / (odds + factor)), Math.max(value, odds / (odds + 1 / factor)), level);
    }

    /**
     * The interval of a quantity above 0, on the scale of logarithms.
     *
     * @param <M> the kind of model
     * @param fitted the model
     * @param contrasts what the data leave open about it
     * @param quantity computes the quantity by a model, finite
     * @param level the probability with which the interval is to cover it
     * @return the interval, of no width where the quantity is 0; an upper end beyond the greatest double is given as
     *     that
     */
    public static <M> Interval ofPositive(
            M fitted, List<Contrast<M>> contrasts, ToDoubleFunction<? super M> quantity, double level) {
        double value = quantity.applyAsDouble(fitted);
        if (value == 0) {
            return new Interval(0, 0, 0, level);
        }
        double factor = Math.exp(reach(contrasts, m -> quantity.applyAsDouble(m) / value, level));
        return new Interval(value, value / factor, Math.min(value * factor, Double.MAX_VALUE), level);
    }

    /**
     * The interval of a quantity of either sign.
     *
     * @param <M> the kind of model
     * @param fitted the model
     * @param contrasts what the data leave open about it
     * @param quantity computes the quantity by a model, finite
     * @param level the probability with which the interval is to cover it
     * @return the interval, symmetric about the quantity
     */
    public static <M> Interval ofReal(
            M fitted, List<Contrast<M>> contrasts, ToDoubleFunction<? super M> quantity, double level) {
        double value = quantity.applyAsDouble(fitted);
        double reach = reach(contrasts, quantity, level);
        return new Interval(value, value - reach, value + reach, level);
    }

    /**
     * Half the width on the quantity's own scale; of a ratio to the value, as the square of a small slope would be 0.
     */
    private static <M> double reach(List<Contrast<M>> contrasts, ToDoubleFunction<? super M> quantity, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        double variance = 0;
        for (Contrast<M> contrast : contrasts) {
            variance += contrast.variance(quantity);
        }
        return Math.sqrt(variance) * new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    }
}
