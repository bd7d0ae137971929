package io.lendcrm.scoring.risk.grade;

import io.lendcrm.scoring.likelihood.Interval;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Whether a grade's default probability fits the defaults that were seen. Immutable and thread-safe.
 *
 * <p>Sources: binomial and normal tests as in Basel Committee, Studies on the validation of internal rating systems,
 * Working Paper 14 (2005); Jeffreys' test as the European Central Bank prescribes it (Instructions for reporting the
 * validation results of internal models, 2019).
 *
 * @param obligors how many, above 0
 * @param defaults how many of them defaulted
 * @param pd the probability that was foretold, within (0, 1)
 */
public record GradeTest(int obligors, int defaults, double pd) {

    private static final double PRECISION = 1e-15;

    public GradeTest {
        if (obligors < 1) {
            throw new IllegalArgumentException("obligors must be above 0, found " + obligors);
        }
        if (defaults < 0 || defaults > obligors) {
            throw new IllegalArgumentException("defaults must be within [0, " + obligors + "], found " + defaults);
        }
        if (!(pd > 0 && pd < 1)) {
            throw new IllegalArgumentException("pd must be within (0, 1), found " + pd);
        }
    }

    /** How a grade stands. */
    public enum Light {
        /** The defaults are within what the probability lets expect. */
        GREEN,
        /** More defaults than expected: worth a look. */
        YELLOW,
        /** So many defaults that the probability is too low. */
        RED
    }

    /** {@return the share that defaulted} */
    public double defaultRate() {
        return (double) defaults / obligors;
    }

    /** {@return the probability of at least so many defaults if they are independent; small where the PD is too low} */
    public double binomialUpper() {
        return OneFactor.binomialAtLeast(defaults, obligors, pd);
    }

    /** {@return the probability of at most so many defaults if they are independent; small where the PD is too high} */
    public double binomialLower() {
        return OneFactor.binomialAtMost(defaults, obligors, pd);
    }

    /**
     * The probability of at least so many defaults where obligors share a common factor, which makes many at once less
     * of a surprise.
     *
     * @param correlation of their assets, within [0, 1)
     * @return the probability
     */
    public double oneFactorUpper(double correlation) {
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException("correlation must be within [0, 1), found " + correlation);
        }
        return OneFactor.atLeast(defaults, obligors, pd, correlation);
    }

    /** {@return {@code P(Beta(d + ½, n - d + ½) ≤ pd)}, small where the PD is too low (Jeffreys)} */
    public double jeffreys() {
        return Beta.regularizedBeta(pd, defaults + 0.5, obligors - defaults + 0.5);
    }

    /**
     * Jeffreys' interval of the default rate; its lower end is above 0 even if nobody defaulted.
     *
     * @param level its confidence, within (0, 1)
     * @return the median of {@code Beta(d + ½, n - d + ½)} with its interval
     */
    public Interval jeffreysInterval(double level) {
        BetaDistribution beta = new BetaDistribution(null, defaults + 0.5, obligors - defaults + 0.5, PRECISION);
        return new Interval(
                beta.inverseCumulativeProbability(0.5),
                beta.inverseCumulativeProbability((1 - checked(level)) / 2),
                beta.inverseCumulativeProbability((1 + level) / 2),
                level);
    }

    /**
     * The exact interval of Clopper and Pearson.
     *
     * @param level its confidence, within (0, 1)
     * @return the default rate with its interval
     */
    public Interval clopperPearson(double level) {
        double tail = (1 - checked(level)) / 2;
        double lower = defaults == 0
                ? 0
                : new BetaDistribution(null, defaults, obligors - defaults + 1.0, PRECISION)
                        .inverseCumulativeProbability(tail);
        double upper = defaults == obligors
                ? 1
                : new BetaDistribution(null, defaults + 1.0, obligors - defaults, PRECISION)
                        .inverseCumulativeProbability(1 - tail);
        return new Interval(defaultRate(), lower, upper, level);
    }

    /**
     * Wilson's interval, of use where a closed form is wanted.
     *
     * @param level its confidence, within (0, 1)
     * @return the default rate with its interval
     */
    public Interval wilson(double level) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + checked(level)) / 2);
        double n = obligors;
        double rate = defaultRate();
        double center = (rate + z * z / (2 * n)) / (1 + z * z / n);
        double reach = z / (1 + z * z / n) * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
        return new Interval(
                rate, Math.min(rate, Math.max(0, center - reach)), Math.max(rate, Math.min(1, center + reach)), level);
    }

    /** {@return the normal test's {@code (d - n pd) / √(n pd (1 - pd))}} */
    public double normalZ() {
        double expected = obligors * pd;
        return (defaults - expected) / Math.sqrt(expected * (1 - pd));
    }

    /**
     * The least number of defaults that independent obligors reach with a probability of at most {@code 1 - level}.
     *
     * @param level within (0, 1), such as 0.99
     * @return the number; one more than there are obligors if even all of them would be no surprise
     */
    public int criticalDefaults(double level) {
        checked(level);
        int critical = 0;
        while (critical <= obligors && OneFactor.binomialAtLeast(critical, obligors, pd) > 1 - level) {
            critical++;
        }
        return critical;
    }

    /**
     * The grade's light by Jeffreys' test.
     *
     * @param yellow below which probability it turns yellow, such as 0.05
     * @param red below which it turns red, such as 0.01
     * @return the light
     */
    public Light light(double yellow, double red) {
        if (!(red > 0 && red <= yellow && yellow < 1)) {
            throw new IllegalArgumentException(
                    "red and yellow must be within (0, 1), red first, found " + red + " and " + yellow);
        }
        double p = jeffreys();
        return p < red ? Light.RED : p < yellow ? Light.YELLOW : Light.GREEN;
    }

    private static double checked(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        return level;
    }
}
