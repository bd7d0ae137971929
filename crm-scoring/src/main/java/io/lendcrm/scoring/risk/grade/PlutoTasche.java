package io.lendcrm.scoring.risk.grade;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Default probabilities where defaults are few or none, after the principle of most prudent estimation: the probability
 * of a grade is the largest that still leaves a chance of {@code 1 - confidence} to see no more defaults than there
 * were in this grade and all worse ones, as if all of these were as good as it. Immutable and thread-safe.
 *
 * <p>Source: Pluto and Tasche, Estimating probabilities of default for low default portfolios, in The Basel II Risk
 * Parameters, Springer 2006.
 *
 * @param confidence how sure the estimate is to be, within (0, 1); 0.5 to 0.75 in common use
 * @param correlation of the obligors' assets, within [0, 1); 0 where they default independently of one another
 * @param margin of conservatism that is added to each estimate as a share of it, at least 0
 */
public record PlutoTasche(double confidence, double correlation, double margin) {

    private static final double LEAST = 1e-12;

    public PlutoTasche {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be within (0, 1), found " + confidence);
        }
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException("correlation must be within [0, 1), found " + correlation);
        }
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin must be finite and at least 0, found " + margin);
        }
    }

    /**
     * Independent obligors, without a margin.
     *
     * @param confidence how sure the estimate is to be, within (0, 1)
     * @return the method
     */
    public static PlutoTasche independent(double confidence) {
        return new PlutoTasche(confidence, 0, 0);
    }

    /**
     * With another correlation.
     *
     * @param assets the correlation of the obligors' assets, within [0, 1)
     * @return the changed method
     */
    public PlutoTasche withCorrelation(double assets) {
        return new PlutoTasche(confidence, assets, margin);
    }

    /**
     * With a margin of conservatism.
     *
     * @param share what is added to each estimate, as a share of it, at least 0
     * @return the changed method
     */
    public PlutoTasche withMargin(double share) {
        return new PlutoTasche(confidence, correlation, share);
    }

    /**
     * The default probability of each grade.
     *
     * @param obligors how many of each grade, the worst grade first, each above 0
     * @param defaults how many of them defaulted
     * @return the probabilities in the same order, at most 1; they fall from grade to better grade unless a better one
     *     had more than its share of the defaults
     * @throws IllegalArgumentException if lengths differ, or a grade has more defaults than obligors or no obligor
     */
    public List<Double> estimate(int[] obligors, int[] defaults) {
        require(obligors, defaults);
        List<Double> estimates = new ArrayList<>();
        int seen = 0;
        int failed = 0;
        for (int grade = 0; grade < obligors.length; grade++) {
            seen = Math.addExact(seen, obligors[grade]);
            failed += defaults[grade];
            estimates.add(Math.min(1, (1 + margin) * largest(failed, seen)));
        }
        return estimates;
    }

    /**
     * The estimates, scaled so that their mean over all obligors is the default rate that was seen.
     *
     * @param obligors how many of each grade, the worst grade first, each above 0
     * @param defaults how many of them defaulted, at least one in all
     * @return the probabilities in the same order
     * @throws IllegalArgumentException as {@link #estimate}, if nobody defaulted, or if a scaled probability would be
     *     above 1, as it can where the confidence is low
     */
    public List<Double> scaledToDefaultRate(int[] obligors, int[] defaults) {
        List<Double> estimates = estimate(obligors, defaults);
        double expected = 0;
        int failed = 0;
        for (int grade = 0; grade < obligors.length; grade++) {
            expected += estimates.get(grade) * obligors[grade];
            failed += defaults[grade];
        }
        if (failed == 0) {
            throw new IllegalArgumentException("defaults must be above 0 to scale to their rate, found none");
        }
        double factor = failed / expected;
        List<Double> scaled = estimates.stream().map(p -> p * factor).toList();
        if (scaled.stream().anyMatch(p -> p > 1)) {
            throw new IllegalArgumentException("scaled probabilities must be at most 1, found " + scaled
                    + ": the confidence of " + confidence + " is too low for these defaults");
        }
        return scaled;
    }

    private double largest(int defaults, int obligors) {
        if (defaults == obligors) {
            return 1;
        }
        double chance = 1 - confidence;
        if (correlation == 0 && defaults == 0) {
            return -Math.expm1(Math.log(chance) / obligors);
        }
        // In the logit, where it is nearly straight and small probabilities keep their digits.
        UnivariateFunction excess =
                z -> OneFactor.atMost(defaults, obligors, 1 / (1 + Math.exp(-z)), correlation) - chance;
        double top = -Math.log(LEAST);
        if (excess.value(top) >= 0) {
            return 1; // within 1e-12
        }
        double bottom = excess.value(-top) > 0 ? -top : Math.log(Double.MIN_NORMAL);
        double logit = new BrentSolver(1e-13, 1e-13, 1e-15).solve(1000, excess, bottom, top);
        return 1 / (1 + Math.exp(-logit));
    }

    private static void require(int[] obligors, int[] defaults) {
        if (obligors.length == 0) {
            throw new IllegalArgumentException("obligors must be of at least one grade, found none");
        }
        if (defaults.length != obligors.length) {
            throw new IllegalArgumentException(
                    "defaults must be of " + obligors.length + " grades, found " + defaults.length);
        }
        for (int grade = 0; grade < obligors.length; grade++) {
            if (obligors[grade] < 1) {
                throw new IllegalArgumentException(
                        "obligors must be above 0, found " + obligors[grade] + " in grade " + (grade + 1));
            }
            if (defaults[grade] < 0 || defaults[grade] > obligors[grade]) {
                throw new IllegalArgumentException("defaults must be within [0, " + obligors[grade] + "], found "
                        + defaults[grade] + " in grade " + (grade + 1));
            }
        }
    }
}
