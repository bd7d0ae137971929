package io.lendcrm.scoring.value.satisfaction;

import static java.util.Objects.requireNonNull;

/**
 * A number of a survey with its interval. Immutable and thread-safe.
 *
 * @param value the number, in the unit of what was asked for
 * @param lower the lower end of the interval
 * @param upper the upper end of the interval
 * @param level the probability with which the interval is to cover what all clients would answer, within (0, 1)
 * @param answers how many answers it rests on, at least 1
 * @param formula how the interval was computed
 */
public record SurveyEstimate(
        double value, double lower, double upper, double level, long answers, IntervalFormula formula) {

    public SurveyEstimate {
        requireNonNull(formula, "formula");
        if (!(lower <= value
                && value <= upper
                && lower > Double.NEGATIVE_INFINITY
                && upper < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "value must be finite and within [lower=" + lower + ", upper=" + upper + "], found " + value);
        }
        if (answers < 1) {
            throw new IllegalArgumentException("answers must be at least 1, found " + answers);
        }
        requireLevel(level);
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
    }
}
