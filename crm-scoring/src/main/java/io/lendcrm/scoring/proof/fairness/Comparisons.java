package io.lendcrm.scoring.proof.fairness;

import io.lendcrm.scoring.likelihood.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Intervals of two shares compared. */
final class Comparisons {

    private Comparisons() {}

    static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2);
    }

    /**
     * A ratio by the log method of Katz and others (1978). Where a share is 0, or both are 1, its variance is undefined or 0;
     * then the limits of the shares are combined (Donner and Zou 2012).
     */
    static Interval ratio(Share a, Share b, double level) {
        double value = a.value() / b.value();
        if (a.value() == 0 || a.value() == 1 && b.value() == 1) {
            return combined(a, b, level);
        }
        double variance = (1 - a.value()) / (a.effective() * a.value()) + (1 - b.value()) / (b.effective() * b.value());
        double factor = Math.exp(quantile(level) * Math.sqrt(variance));
        return new Interval(value, value / factor, Math.min(value * factor, Double.MAX_VALUE), level);
    }

    private static Interval combined(Share a, Share b, double level) {
        Interval ofA = a.interval(level);
        Interval ofB = b.interval(level);
        double product = a.value() * b.value();
        double below = ofB.upper() * (2 * b.value() - ofB.upper());
        double above = ofB.lower() * (2 * b.value() - ofB.lower());
        double value = a.value() / b.value();
        double lower = a.value() == 0 ? 0 : (product - root(product, ofA.lower(), a, below)) / below;
        double upper = (product + root(product, ofA.upper(), a, above)) / above;
        return new Interval(value, Math.min(value, lower), Math.max(value, upper), level);
    }

    private static double root(double product, double end, Share a, double divisor) {
        return Math.sqrt(Math.max(0, product * product - end * (2 * a.value() - end) * divisor));
    }

    /** A difference by the hybrid score method, the tenth of Newcombe (1998). */
    static Interval difference(Share a, Share b, double level) {
        Interval ofA = a.interval(level);
        Interval ofB = b.interval(level);
        double value = a.value() - b.value();
        double down = Math.hypot(a.value() - ofA.lower(), ofB.upper() - b.value());
        double up = Math.hypot(ofA.upper() - a.value(), b.value() - ofB.lower());
        return new Interval(value, Math.max(-1, value - down), Math.min(1, value + up), level);
    }

    /**
     * The larger of two differences without their signs. Each gets half the error rate (Bonferroni), so that the larger is
     * covered at least as often as the level says.
     */
    static Interval largest(Share a, Share b, Share c, Share d, double level) {
        Interval first = distance(difference(a, b, (1 + level) / 2));
        Interval second = distance(difference(c, d, (1 + level) / 2));
        return new Interval(
                Math.max(first.value(), second.value()),
                Math.max(first.lower(), second.lower()),
                Math.max(first.upper(), second.upper()),
                level);
    }

    private static Interval distance(Interval signed) {
        double lower = signed.lower() > 0 ? signed.lower() : signed.upper() < 0 ? -signed.upper() : 0;
        return new Interval(Math.abs(signed.value()), lower, Math.max(-signed.lower(), signed.upper()), signed.level());
    }
}
