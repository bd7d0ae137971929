package io.lendcrm.scoring.risk.grade;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Numbers of defaults among obligors of one default probability, independent of one another or tied by one common
 * factor (Vasicek): given the factor {@code y}, each defaults with {@code Φ((Φ⁻¹(p) - √ρ y) / √(1 - ρ))}. The average
 * over the factor is taken by the trapezoidal rule, which converges exponentially for so smooth an integrand.
 */
final class OneFactor {

    private static final double REACH = 9;
    private static final double STEP = 1.0 / 64;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private OneFactor() {}

    /** The probability of at most so many defaults. */
    static double atMost(int defaults, int obligors, double p, double rho) {
        return averaged(given -> binomialAtMost(defaults, obligors, given), p, rho);
    }

    /** The probability of at least so many defaults, by itself, so that a small one keeps its digits. */
    static double atLeast(int defaults, int obligors, double p, double rho) {
        return averaged(given -> binomialAtLeast(defaults, obligors, given), p, rho);
    }

    private static double averaged(DoubleUnaryOperator probability, double p, double rho) {
        if (rho == 0) {
            return probability.applyAsDouble(p);
        }
        double threshold = NORMAL.inverseCumulativeProbability(p);
        double sum = 0;
        double weights = 0;
        int steps = (int) (REACH / STEP);
        for (int i = -steps; i <= steps; i++) {
            double y = i * STEP;
            double weight = Math.exp(-y * y / 2);
            double given = NORMAL.cumulativeProbability((threshold - Math.sqrt(rho) * y) / Math.sqrt(1 - rho));
            weights += weight;
            sum += weight * probability.applyAsDouble(given);
        }
        return Math.min(1, sum / weights);
    }

    static double binomialAtLeast(int defaults, int obligors, double p) {
        if (defaults <= 0) {
            return 1;
        }
        return defaults > obligors ? 0 : Beta.regularizedBeta(p, defaults, obligors - defaults + 1.0);
    }

    static double binomialAtMost(int defaults, int obligors, double p) {
        if (defaults < 0) {
            return 0;
        }
        return defaults >= obligors ? 1 : Beta.regularizedBeta(1 - p, obligors - defaults, defaults + 1.0);
    }
}
