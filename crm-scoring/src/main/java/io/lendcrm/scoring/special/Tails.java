package io.lendcrm.scoring.special;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tails of the distributions that tests and intervals need. Stateless and thread-safe. */
public final class Tails {

    private Tails() {}

    /**
     * The probability that a chi-square variable exceeds a value.
     *
     * @param value the value, at least 0
     * @param degrees the degrees of freedom, at least 1
     * @return the probability; 0 where it is below the least double
     */
    public static double chiSquare(double value, int degrees) {
        if (!(value >= 0) || degrees < 1) {
            throw new IllegalArgumentException(
                    "value and degrees must be at least 0 and 1, found " + value + " and " + degrees);
        }
        if (degrees == 1) {
            return Erf.erfc(Math.sqrt(value / 2));
        }
        return value == Double.POSITIVE_INFINITY ? 0 : Gamma.regularizedGammaQ(degrees / 2.0, value / 2);
    }

    /**
     * The probability that a standard normal variable is farther from 0 than a value.
     *
     * @param z the value
     * @return the two-sided probability
     */
    public static double normal(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /**
     * How many standard deviations on either side of the mean hold a probability: 1.96 for 0.95.
     *
     * @param level the probability, within (0, 1)
     * @return the number of standard deviations
     */
    public static double deviations(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        return new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    }
}
