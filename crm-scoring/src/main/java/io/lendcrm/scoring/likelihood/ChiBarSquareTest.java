package io.lendcrm.scoring.likelihood;

import io.lendcrm.scoring.special.Tails;

/**
 * The likelihood-ratio test of a model against a richer one that holds it as a special case. Where the special case has
 * parameters at the edge of what is possible, such as a variance of 0, the statistic {@code 2 (ln L1 - ln L0)} follows a
 * mixture of chi-squared distributions (χ̄²): of q such parameters each comes off the edge with probability one half, so that
 * the degrees of freedom are those of the others and i more with probability {@code C(q, i) / 2^q} (Self and Liang, JASA
 * 82, 1987; their case of independent edges). Without such parameters it is {@link ChiSquareTest}. Immutable and thread-safe.
 *
 * @param statistic twice the difference of the log-likelihoods, at least 0
 * @param interior how many of the parameters set free are inside their range in the special case
 * @param boundary how many are at its edge
 * @param probability the probability of a statistic as large where the special case holds
 */
public record ChiBarSquareTest(double statistic, int interior, int boundary, double probability) {

    public ChiBarSquareTest {
        if (!(statistic >= 0) || statistic == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("statistic must be finite and at least 0, found " + statistic);
        }
        if (interior < 0 || boundary < 0 || boundary > 30 || interior + boundary == 0) {
            throw new IllegalArgumentException(
                    "interior and boundary must be at least 0 and not both 0, found " + interior + " and " + boundary);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be within [0, 1], found " + probability);
        }
    }

    /**
     * The test of two fits of the same data. A richer fit that is worse by less than 1e-6, as where both are the same
     * optimum, counts as equal.
     *
     * @param restricted the log-likelihood of the special case
     * @param full the log-likelihood of the richer model
     * @param interior how many parameters set free are inside their range in the special case
     * @param boundary how many are at its edge
     * @return the test
     * @throws IllegalArgumentException if the richer model is worse: then it was not fitted to its top, or isn't richer
     */
    public static ChiBarSquareTest likelihoodRatio(double restricted, double full, int interior, int boundary) {
        if (!(full - restricted >= -1e-6)) {
            throw new IllegalArgumentException("full must be at least restricted=" + restricted + ", found " + full);
        }
        double statistic = Math.max(0, 2 * (full - restricted));
        double p = 0;
        double share = Math.pow(0.5, boundary);
        for (int i = 0; i <= boundary; i++) {
            p += share * beyond(statistic, interior + i);
            share *= (double) (boundary - i) / (i + 1);
        }
        return new ChiBarSquareTest(statistic, interior, boundary, Math.max(0, Math.min(1, p)));
    }

    /** The upper tail of a chi-squared variable; without degrees of freedom it is 0. */
    private static double beyond(double statistic, int degrees) {
        if (degrees == 0) {
            return statistic > 0 ? 0 : 1;
        }
        return Tails.chiSquare(statistic, degrees);
    }
}
