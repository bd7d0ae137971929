package io.lendcrm.scoring.risk.grade;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Numbers of defaults among obligors of one default probability, independent of one another or tied by one common factor
 * (Vasicek): given the factor {@code y}, each defaults with {@code Φ((Φ⁻¹(p) - √ρ y) / √(1 - ρ))}. The average over the
 * factor is taken by the trapezoidal rule, which converges exponentially for so smooth an integrand.
 */
final class OneFactor {

    private static final double REACH = 9;
    private static final double STEP = 1.0 / 64;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private OneFactor() {}

    /** The probability of at most so many defaults. */
    static double atMost(int defaults, int obligors, double p, double rho) {
        if (defaults >= obligors) {
            return 1;
        }
        if (rho == 0) {
            return binomialAtMost(defaults, obligors, p);
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
            sum += weight * binomialAtMost(defaults, obligors, given);
        }
        return sum / weights;
    }

    static double binomialAtMost(int defaults, int obligors, double p) {
        if (defaults < 0) {
            return 0;
        }
        return defaults >= obligors ? 1 : Beta.regularizedBeta(1 - p, obligors - defaults, defaults + 1.0);
    }
}
