package io.lendcrm.scoring.value.satisfaction;

import static java.util.Objects.requireNonNull;

/**
 * How much a question explains of overall satisfaction, and how well it is answered. Immutable and thread-safe.
 *
 * @param name the question's key
 * @param importance its share of the variance explained: the importances of all drivers add up to R²
 * @param lower the lower end of the interval of the importance
 * @param upper the upper end of the interval of the importance
 * @param correlation the correlation of its answers with the overall ones: below 0 where better answers go with less
 *     satisfaction; 0 where all its answers are equal
 * @param performance its mean answer on a scale of 0 to 100
 * @param quadrant where it stands among the drivers
 */
public record Driver(
        String name,
        double importance,
        double lower,
        double upper,
        double correlation,
        SurveyEstimate performance,
        DriverQuadrant quadrant) {

    public Driver {
        requireNonNull(name, "name");
        requireNonNull(performance, "performance");
        requireNonNull(quadrant, "quadrant");
        if (!(0 <= lower && lower <= importance && importance <= upper && upper <= 1)) {
            throw new IllegalArgumentException("importance of " + name + " must be within [lower=" + lower + ", upper="
                    + upper + "] within [0, 1], found " + importance);
        }
    }
}
