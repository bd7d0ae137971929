package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.scoring.likelihood.ChiSquareTest;

/**
 * How well a logistic regression fits its data. The deviance is {@code -2 logLikelihood}, as a single yes or no is
 * fitted perfectly by a saturated model. Immutable and thread-safe.
 *
 * @param observations the sum of the weights, above 0
 * @param parameters how many were estimated: the constant and the coefficients not held at a bound
 * @param logLikelihood of the data as given, without the penalty, at most 0
 * @param nullLogLikelihood that of the model with the constant (if there is one) and the offset alone
 * @param nullParameters how many of those were estimated: 1 with a constant, 0 without
 */
public record GoodnessOfFit(
        double observations, int parameters, double logLikelihood, double nullLogLikelihood, int nullParameters) {

    public GoodnessOfFit {
        if (!(observations > 0 && observations < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("observations must be finite and above 0, found " + observations);
        }
        if (!(logLikelihood <= 0 && nullLogLikelihood <= 0)) {
            throw new IllegalArgumentException(
                    "log-likelihoods must be at most 0, found " + logLikelihood + " and " + nullLogLikelihood);
        }
        if (parameters < 0 || nullParameters < 0) {
            throw new IllegalArgumentException(
                    "parameters must be at least 0, found " + parameters + " and " + nullParameters);
        }
    }

    /** {@return -2 logLikelihood} */
    public double deviance() {
        return -2 * logLikelihood;
    }

    /** {@return -2 nullLogLikelihood} */
    public double nullDeviance() {
        return -2 * nullLogLikelihood;
    }

    /** {@return Akaike's criterion, 2 parameters - 2 logLikelihood} */
    public double aic() {
        return 2.0 * parameters - 2 * logLikelihood;
    }

    /** {@return Schwarz's criterion, ln(observations) parameters - 2 logLikelihood} */
    public double bic() {
        return Math.log(observations) * parameters - 2 * logLikelihood;
    }

    /** {@return McFadden's pseudo R², 1 - logLikelihood / nullLogLikelihood} */
    public double mcFadden() {
        return 1 - logLikelihood / nullLogLikelihood;
    }

    /** {@return Cox and Snell's pseudo R², 1 - (L0 / L)^(2 / observations)} */
    public double coxSnell() {
        return -Math.expm1(2 / observations * (nullLogLikelihood - logLikelihood));
    }

    /** {@return Nagelkerke's pseudo R²: Cox and Snell's over the greatest that it could be} */
    public double nagelkerke() {
        return coxSnell() / -Math.expm1(2 / observations * nullLogLikelihood);
    }

    /**
     * The likelihood-ratio test of all columns together.
     *
     * @return the test against the null model
     * @throws IllegalArgumentException if no coefficient was estimated, or a penalty or a bound took the fit below the
     *     null model
     */
    public ChiSquareTest overall() {
        return ChiSquareTest.likelihoodRatio(nullLogLikelihood, logLikelihood, parameters - nullParameters);
    }

    /**
     * The likelihood-ratio test of a model within which this one is a special case, fitted on the same data.
     *
     * @param larger the other model's fit
     * @return the test
     * @throws IllegalArgumentException if the other has no more parameters, less likelihood or other data
     */
    public ChiSquareTest against(GoodnessOfFit larger) {
        if (larger.observations != observations) {
            throw new IllegalArgumentException(
                    "both must be fitted on " + observations + " observations, found " + larger.observations);
        }
        return ChiSquareTest.likelihoodRatio(logLikelihood, larger.logLikelihood, larger.parameters - parameters);
    }
}
