package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.ChiSquareTest;

/**
 * How well a Cox model fits its data. Immutable and thread-safe.
 *
 * @param events how many rows ended, at least 1
 * @param parameters how many coefficients were estimated, at least 1
 * @param logLikelihood the partial log-likelihood
 * @param nullLogLikelihood that without any feature
 * @param score the score statistic, at least 0
 * @param concordance how well the fitted risks rank the rows
 */
public record CoxFit(
        int events,
        int parameters,
        double logLikelihood,
        double nullLogLikelihood,
        double score,
        Concordance concordance) {

    public CoxFit {
        requireNonNull(concordance, "concordance");
        if (events < 1 || parameters < 1) {
            throw new IllegalArgumentException(
                    "events and parameters must be at least 1, found " + events + " and " + parameters);
        }
        if (!Double.isFinite(logLikelihood) || !Double.isFinite(nullLogLikelihood) || !(score >= 0)) {
            throw new IllegalArgumentException("log-likelihoods must be finite and the score at least 0, found "
                    + logLikelihood + ", " + nullLogLikelihood + " and " + score);
        }
    }

    /** {@return the likelihood-ratio test of all features together} */
    public ChiSquareTest likelihoodRatio() {
        return ChiSquareTest.likelihoodRatio(nullLogLikelihood, logLikelihood, parameters);
    }

    /** {@return the score test of all features together; for one 0/1 feature nearly the log-rank test} */
    public ChiSquareTest scoreTest() {
        return ChiSquareTest.of(score, parameters);
    }

    /** {@return Akaike's criterion of the partial likelihood} */
    public double aic() {
        return 2.0 * parameters - 2 * logLikelihood;
    }
}
