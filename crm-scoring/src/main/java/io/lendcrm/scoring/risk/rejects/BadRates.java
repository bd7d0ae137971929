package io.lendcrm.scoring.risk.rejects;

import io.lendcrm.core.feature.FeatureTable;

/** Tells the probability of the event for each row, as a fitted model sees it. Implementations are thread-safe. */
@FunctionalInterface
public interface BadRates {

    /**
     * The probabilities.
     *
     * @param applicants rows of the schema the model was fitted on
     * @return one a row, within [0, 1]
     */
    double[] of(FeatureTable applicants);
}
