package io.lendcrm.scoring.proof.validation;

import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How good probabilities are: their mean squared error (Brier) and its parts, their log loss, and whether in groups of
 * like probability as many turn bad as were foretold (Hosmer and Lemeshow). Immutable and thread-safe.
 *
 * @param brier the mean of {@code (p - y)²}, within [0, 1]
 * @param logLoss the mean of {@code -ln} of the probability given to what happened; infinite if something happened that
 *     was held impossible
 * @param groups rows of like probability in ascending order
 */
public record Calibration(double brier, double logLoss, List<Group> groups) {

    public Calibration {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups must not be empty");
        }
    }

    /**
     * Clients of like probability. Immutable and thread-safe.
     *
     * @param size how many, above 0
     * @param bads how many of them turned bad
     * @param probability the mean of their probabilities
     */
    public record Group(int size, int bads, double probability) {

        public Group {
            if (size < 1 || bads < 0 || bads > size) {
                throw new IllegalArgumentException("bads must be within [0, size], found " + bads + " of " + size);
            }
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must be within [0, 1], found " + probability);
            }
        }

        /** {@return the share that turned bad} */
        public double badRate() {
            return (double) bads / size;
        }

        /**
         * An interval of the rate behind the share, after Jeffreys: quantiles of {@code Beta(bads + ½, goods + ½)},
         * with 0 for the lower end where nobody turned bad and 1 for the upper one where everybody did.
         *
         * @param level its confidence, within (0, 1)
         * @return the share with its interval
         */
        public Interval interval(double level) {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("level must be within (0, 1), found " + level);
            }
            BetaDistribution beta = new BetaDistribution(null, bads + 0.5, size - bads + 0.5, 1e-12);
            double lower = bads == 0 ? 0 : beta.inverseCumulativeProbability((1 - level) / 2);
            double upper = bads == size ? 1 : beta.inverseCumulativeProbability((1 + level) / 2);
            return new Interval(badRate(), lower, upper, level);
        }
    }

    /**
     * The calibration of probabilities, in groups of about equal size. Rows of equal probability share a group, so
     * there may be fewer groups.
     *
     * @param outcomes probabilities of the bad, and what came of them
     * @param groups into how many groups, at least 2
     * @return the calibration
     * @throws IllegalArgumentException if a probability is outside [0, 1]; its row is named, from 1
     */
    public static Calibration of(ScoredOutcomes outcomes, int groups) {
        if (groups < 2) {
            throw new IllegalArgumentException("groups must be at least 2, found " + groups);
        }
        int size = outcomes.size();
        double brier = 0;
        double logLoss = 0;
        for (int row = 0; row < size; row++) {
            double p = outcomes.score(row);
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "a probability must be within [0, 1], found " + p + " in row " + (row + 1));
            }
            double miss = outcomes.bad(row) ? 1 - p : p;
            brier += miss * miss;
            logLoss -= outcomes.bad(row) ? Math.log(p) : Math.log1p(-p);
        }
        return new Calibration(brier / size, logLoss / size, grouped(outcomes, groups));
    }

    private static List<Group> grouped(ScoredOutcomes outcomes, int groups) {
        Integer[] order = new Integer[outcomes.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(outcomes::score));
        List<Group> found = new ArrayList<>();
        int from = 0;
        for (int group = 1; group <= groups; group++) {
            int to = Math.max(from, (int) ((long) group * order.length / groups));
            while (to > from && to < order.length && outcomes.score(order[to - 1]) == outcomes.score(order[to])) {
                to++;
            }
            if (to > from) {
                found.add(group(outcomes, order, from, to));
                from = to;
            }
        }
        return found;
    }

    private static Group group(ScoredOutcomes outcomes, Integer[] order, int from, int to) {
        int bads = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            bads += outcomes.bad(order[i]) ? 1 : 0;
            sum += outcomes.score(order[i]);
        }
        return new Group(to - from, bads, Math.min(1, sum / (to - from)));
    }

    /** {@return how many rows} */
    public int size() {
        return groups.stream().mapToInt(Group::size).sum();
    }

    /** {@return the share of bads over all groups} */
    public double badRate() {
        return (double) groups.stream().mapToInt(Group::bads).sum() / size();
    }

    /** {@return the part of the Brier score that comes from groups off their rate: {@code Σ n (p - d/n)² / N}} */
    public double reliability() {
        double sum = 0;
        for (Group g : groups) {
            sum += g.size() * (g.probability() - g.badRate()) * (g.probability() - g.badRate());
        }
        return sum / size();
    }

    /** {@return what telling the groups apart takes off the Brier score: {@code Σ n (d/n - D/N)² / N}} */
    public double resolution() {
        double sum = 0;
        for (Group g : groups) {
            sum += g.size() * (g.badRate() - badRate()) * (g.badRate() - badRate());
        }
        return sum / size();
    }

    /** {@return the Brier score of the overall share given to everybody: {@code D/N (1 - D/N)}} */
    public double uncertainty() {
        return badRate() * (1 - badRate());
    }

    /**
     * What is left of the Brier score: the spread of the probabilities within the groups,
     * {@code brier - (reliability - resolution + uncertainty)} (Stephenson and others 2008).
     *
     * @return the rest, 0 where each group has one probability
     */
    public double withinGroups() {
        return brier - (reliability() - resolution() + uncertainty());
    }

    /**
     * The test of Hosmer and Lemeshow over these groups, {@code Σ (d - n p)² / (n p (1 - p))}.
     *
     * @param fittedOnTheseRows whether the probabilities were fitted on these rows, which takes two degrees of freedom
     * @return the test
     * @throws IllegalArgumentException if a group's probability is 0 or 1, or no degree of freedom is left
     */
    public ChiSquareTest hosmerLemeshow(boolean fittedOnTheseRows) {
        double statistic = 0;
        for (Group g : groups) {
            if (g.probability() == 0 || g.probability() == 1) {
                throw new IllegalArgumentException(
                        "a group's probability must be within (0, 1), found " + g.probability());
            }
            double expected = g.size() * g.probability();
            statistic += (g.bads() - expected) * (g.bads() - expected) / (expected * (1 - g.probability()));
        }
        int degrees = groups.size() - (fittedOnTheseRows ? 2 : 0);
        if (degrees < 1) {
            throw new IllegalArgumentException(
                    "groups must be more than " + (groups.size() - degrees) + ", found " + groups.size());
        }
        return ChiSquareTest.of(statistic, degrees);
    }
}
