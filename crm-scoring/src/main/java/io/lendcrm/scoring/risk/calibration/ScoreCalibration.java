package io.lendcrm.scoring.risk.calibration;

import io.lendcrm.core.model.FittedModel;

/** How a score is to be read as a probability of the bad; the larger the score, the riskier. Immutable and thread-safe. */
public sealed interface ScoreCalibration extends FittedModel permits Platt, BetaCalibration, Isotonic {

    /** Which form. */
    enum Kind {
        /** A logistic curve over a margin. */
        PLATT,
        /** Three parameters over a probability. */
        BETA,
        /** Any rising curve. */
        ISOTONIC
    }

    /** {@return which form} */
    Kind kind();

    /**
     * The probability of the bad.
     *
     * @param score the score of risk: a margin, or a probability where the form asks for one
     * @return the probability, within [0, 1], not falling as the score rises if the fit was not turned round
     * @throws IllegalArgumentException if the score is {@code NaN}, or no probability where one is asked for
     */
    double probability(double score);
}
