package io.lendcrm.scoring.value.satisfaction;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Count, mean and sum of squared deviations of numbers on a bounded scale, one number at a time (Welford 1962) and merged
 * (Chan, Golub and LeVeque 1979). Not thread-safe; confine to one thread.
 */
final class RunningMean {

    private static final int HALVINGS = 100;

    private long count;
    private double mean;
    private double squares;

    RunningMean() {}

    RunningMean(long count, double mean, double squares) {
        this.count = count;
        this.mean = mean;
        this.squares = squares;
    }

    void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    void merge(RunningMean other) {
        if (other.count == 0) {
            return;
        }
        long total = Math.addExact(count, other.count);
        double off = other.mean - mean;
        squares += other.squares + off * off * ((double) count * other.count / total);
        mean = count == 0 ? other.mean : mean + off * other.count / total;
        count = total;
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    double squares() {
        return squares;
    }

    /** The mean of numbers within [low, high] with its interval; empty without numbers. */
    Optional<SurveyEstimate> estimate(double low, double high, double level) {
        SurveyEstimate.requireLevel(level);
        if (count == 0) {
            return Optional.empty();
        }
        double value = Math.max(low, Math.min(high, mean));
        if (count == 1 || squares == 0) {
            return Optional.of(bounded(value, low, high, level));
        }
        double t = studentQuantile(level, count - 1.0);
        double half = t * Math.sqrt(squares / (count - 1) / count);
        return Optional.of(new SurveyEstimate(
                value,
                Math.max(low, value - half),
                Math.min(high, value + half),
                level,
                count,
                IntervalFormula.STUDENT));
    }

    /** The quantile of Student's distribution that leaves half of 1 − level above it. */
    static double studentQuantile(double level, double freedom) {
        return new TDistribution(null, freedom).inverseCumulativeProbability((1 + level) / 2);
    }

    private SurveyEstimate bounded(double value, double low, double high, double level) {
        double p = (value - low) / (high - low);
        double enough = Math.log(2 / (1 - level)) / count;
        double lower = farthest(p, 0, enough);
        double upper = farthest(p, 1, enough);
        return new SurveyEstimate(
                value,
                Math.min(value, low + lower * (high - low)),
                Math.max(value, low + upper * (high - low)),
                level,
                count,
                IntervalFormula.BOUNDED);
    }

    /** From p towards the end of the scale: the last place within the bound. */
    private static double farthest(double p, double end, double enough) {
        double inside = p;
        double outside = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (divergence(p, middle) <= enough) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private static double divergence(double p, double q) {
        double low = p == 0 ? 0 : p * Math.log(p / q);
        double high = p == 1 ? 0 : (1 - p) * Math.log((1 - p) / (1 - q));
        return low + high;
    }
}
