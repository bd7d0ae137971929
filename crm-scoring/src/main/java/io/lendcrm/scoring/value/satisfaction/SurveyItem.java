package io.lendcrm.scoring.value.satisfaction;

import static java.util.Objects.requireNonNull;

/**
 * One question of a survey. Answers are whole numbers on a scale on which higher is better. Immutable and thread-safe.
 *
 * @param name the question's key, not blank
 * @param weight how much it counts beside the others, finite and above 0; only the ratio to the other weights matters
 * @param lowest the scale's lowest answer
 * @param highest the scale's highest answer, above the lowest by at most 100
 */
public record SurveyItem(String name, double weight, int lowest, int highest) {

    private static final int LONGEST_SCALE = 100;

    public SurveyItem {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!(weight > 0) || weight == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("weight of " + name + " must be finite and above 0, found " + weight);
        }
        if (lowest >= highest || (long) highest - lowest > LONGEST_SCALE) {
            throw new IllegalArgumentException("highest of " + name + " must be above lowest=" + lowest + " by at most "
                    + LONGEST_SCALE + ", found " + highest);
        }
    }

    /**
     * Where on the scale an answer lies.
     *
     * @param rating the answer, on the scale
     * @return 0 for the lowest answer, 1 for the highest
     * @throws IllegalArgumentException if it is no whole number on the scale
     */
    public double share(double rating) {
        return (require(rating) - lowest) / ((double) highest - lowest);
    }

    double require(double rating) {
        if (!(rating >= lowest && rating <= highest && rating == Math.rint(rating))) {
            throw new IllegalArgumentException("rating of " + name + " must be a whole number within [" + lowest + ", "
                    + highest + "], found " + rating);
        }
        return rating;
    }
}
