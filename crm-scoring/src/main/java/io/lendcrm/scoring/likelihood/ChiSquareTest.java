package io.lendcrm.scoring.likelihood;

import io.lendcrm.scoring.special.Tails;

/**
 * A test whose statistic is chi-square distributed in large samples if the hypothesis holds. Immutable and thread-safe.
 *
 * @param statistic the statistic, at least 0
 * @param degrees the degrees of freedom, at least 1
 * @param probability how probable a statistic at least as large is if the hypothesis holds
 */
public record ChiSquareTest(double statistic, int degrees, double probability) {

    /**
     * A test of a statistic.
     *
     * @param statistic the statistic, at least 0
     * @param degrees the degrees of freedom, at least 1
     * @return the test
     */
    public static ChiSquareTest of(double statistic, int degrees) {
        return new ChiSquareTest(statistic, degrees, Tails.chiSquare(statistic, degrees));
    }

    /**
     * The likelihood-ratio test of a model against one within which it is a special case: twice the difference of the
     * log-likelihoods.
     *
     * @param restricted the log-likelihood of the special case
     * @param full the log-likelihood of the other model, on the same data
     * @param degrees how many parameters more the other has
     * @return the test; rounding below 0 counts as 0
     */
    public static ChiSquareTest likelihoodRatio(double restricted, double full, int degrees) {
        if (!(full - restricted >= -1e-9 * Math.max(1, Math.abs(full)))) {
            throw new IllegalArgumentException("the full model must be at least as likely as the restricted one, found "
                    + full + " and " + restricted);
        }
        return of(Math.max(0, 2 * (full - restricted)), degrees);
    }
}
