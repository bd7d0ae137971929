package io.lendcrm.scoring.value.satisfaction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.FDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether satisfaction rises or falls: the least-squares line through all clients' scores over the periods in which they
 * were asked, which is the line through the periods' indexes weighted by their numbers of clients. The interval is
 * Student's, {@code slope ± t(N − 2) s / √Σ n (k − k̄)²}, with s from all clients' deviations from the line; it takes the
 * clients of all periods for independent, so ask other clients, or expect it to be a little wide. {@link #lackOfFit} tells
 * whether the indexes scatter about the line more than the clients within the periods explain: then the change isn't a
 * straight line and the interval too narrow.
 *
 * <p>Where all clients of all periods lie on the line, as where all answers are equal, the interval has no width: such data
 * say nothing of how uncertain they are. Immutable and thread-safe.
 *
 * @param slope the change a period, in points of the index
 * @param lower the lower end of its interval
 * @param upper the upper end of its interval
 * @param level the interval's level, within (0, 1)
 * @param periods how many periods had answers, at least 2
 * @param answers how many clients there are in all, at least 3
 * @param lackOfFitProbability the probability of lack of fit as great as this if the line is true; null where it can't be
 *     told
 */
public record SatisfactionTrend(
        double slope,
        double lower,
        double upper,
        double level,
        int periods,
        long answers,
        @Nullable Double lackOfFitProbability) {

    public SatisfactionTrend {
        SurveyEstimate.requireLevel(level);
        if (!(lower <= slope
                && slope <= upper
                && lower > Double.NEGATIVE_INFINITY
                && upper < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "slope must be finite and within [lower=" + lower + ", upper=" + upper + "], found " + slope);
        }
    }

    /**
     * The trend over periods of equal length.
     *
     * @param periods the tallies of one survey, one a period in order of time; one without answers keeps its place
     * @param level the interval's level, within (0, 1)
     * @return the trend; empty with answers in fewer than 2 periods or of fewer than 3 clients
     * @throws IllegalArgumentException if the tallies are of different surveys
     */
    public static Optional<SatisfactionTrend> of(List<SurveyTally> periods, double level) {
        SurveyEstimate.requireLevel(level);
        double count = 0;
        double places = 0;
        double scores = 0;
        double within = 0;
        int filled = 0;
        for (int k = 0; k < periods.size(); k++) {
            if (!periods.get(k).survey().equals(periods.get(0).survey())) {
                throw new IllegalArgumentException("periods must be of one survey, found "
                        + periods.get(0).survey() + " and " + periods.get(k).survey());
            }
            RunningMean mean = periods.get(k).scores();
            count += mean.count();
            places += (double) mean.count() * k;
            scores += mean.count() * mean.mean();
            within += mean.squares();
            filled += mean.count() > 0 ? 1 : 0;
        }
        if (filled < 2 || count < 3) {
            return Optional.empty();
        }
        double place = places / count;
        double score = scores / count;
        double spread = 0;
        double product = 0;
        for (int k = 0; k < periods.size(); k++) {
            RunningMean mean = periods.get(k).scores();
            spread += mean.count() * (k - place) * (k - place);
            product += mean.count() * (k - place) * (mean.mean() - score);
        }
        double slope = product / spread;
        double about = 0;
        for (int k = 0; k < periods.size(); k++) {
            RunningMean mean = periods.get(k).scores();
            double off = mean.count() == 0 ? 0 : mean.mean() - score - slope * (k - place);
            about += mean.count() * off * off;
        }
        double variance = (within + about) / (count - 2);
        double half = variance == 0 ? 0 : RunningMean.studentQuantile(level, count - 2) * Math.sqrt(variance / spread);
        return Optional.of(new SatisfactionTrend(
                slope,
                slope - half,
                slope + half,
                level,
                filled,
                Math.round(count),
                lackOfFit(about, filled - 2, within, count - filled)));
    }

    private static @Nullable Double lackOfFit(double about, double freedom, double within, double rest) {
        if (freedom < 1 || rest < 1 || within == 0) {
            return null;
        }
        double ratio = about / freedom / (within / rest);
        return 1 - new FDistribution(null, freedom, rest).cumulativeProbability(ratio);
    }

    /**
     * The F test of lack of fit.
     *
     * @return the probability of lack of fit as great as this if the line is true; empty with answers in only 2 periods, or
     *     where the clients of no period differ
     */
    public OptionalDouble lackOfFit() {
        return lackOfFitProbability == null ? OptionalDouble.empty() : OptionalDouble.of(lackOfFitProbability);
    }
}
