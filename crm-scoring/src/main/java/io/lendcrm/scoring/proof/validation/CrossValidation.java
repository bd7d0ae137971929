package io.lendcrm.scoring.proof.validation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a way of fitting is worth on rows it hasn't seen. Immutable and thread-safe.
 *
 * @param pooled the scores of all rows, each by a model that never saw it; models of different folds may score on
 *     different levels, so areas are best taken fold by fold
 * @param areas the area under the curve of each fold
 */
public record CrossValidation(ScoredOutcomes pooled, List<Auc> areas) {

    public CrossValidation {
        requireNonNull(pooled, "pooled");
        areas = List.copyOf(areas);
        if (areas.size() < 2) {
            throw new IllegalArgumentException("areas must be of at least 2 folds, found " + areas.size());
        }
    }

    /** {@return the mean of the folds' areas} */
    public double meanAuc() {
        return areas.stream().mapToDouble(Auc::value).average().orElseThrow();
    }

    /** {@return the standard deviation of the folds' areas (n - 1)} */
    public double spread() {
        double mean = meanAuc();
        double sum = 0;
        for (Auc area : areas) {
            sum += (area.value() - mean) * (area.value() - mean);
        }
        return Math.sqrt(sum / (areas.size() - 1));
    }
}
