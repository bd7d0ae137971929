package io.lendcrm.scoring.proof.experiment;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.experiment.Comparison.Verdict;
import io.lendcrm.scoring.proof.validation.AucDifference;

/**
 * A test that may be looked at as often as one likes and stopped at any look: the probability that it ever finds a difference
 * where there is none is at most {@code alpha}, however many looks there are. An ordinary test at 5 % looked at each day is wrong
 * sooner or later with certainty.
 *
 * <p>With D the estimated difference and V = 1 / (its squared standard error), its information, the mixture of likelihood ratios
 * over differences of the size that matters, N(0, τ²), is
 *
 * <pre>Λ = exp(τ² V² D² / (2 (1 + τ² V))) / √(1 + τ² V)</pre>
 *
 * which without a difference reaches 1/α at any time with probability at most α (Ville). The differences that it doesn't reject
 * make an interval that holds at all looks at once,
 *
 * <pre>D ± √( (1 + τ² V) / (τ² V²) · ln((1 + τ² V) / α²) )</pre>
 *
 * about 1.5 times as wide as one of a single look. Exact for normal outcomes of known variance; the variance is estimated, and means of other
 * outcomes are near to normal only once there are enough, so of arms nothing is said before each has {@code least} clients: for
 * rates, enough that some twenty events are expected in each arm. Immutable and thread-safe.
 *
 * <p>Sources: Robbins, Annals of Mathematical Statistics 41 (1970); Johari, Koomen, Pekelis, Walsh, Operations Research 70
 * (2022), the mixture sequential probability ratio test; Howard, Ramdas, McAuliffe, Sekhon, Annals of Statistics 49 (2021);
 * Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas (2024) on estimated variances.
 *
 * @param alpha the probability of ever finding a difference where there is none, within (0, 1)
 * @param scale τ, a difference that would matter, in the unit of the outcome; above 0. Any choice is valid, a good one is fast
 * @param margin a difference below which the arms are said to be alike; 0 to never say so
 * @param least clients in each arm, or ranked by both scores, before anything is said, at least 2
 */
public record SequentialTest(double alpha, double scale, double margin, long least) {

    private static final double MOST_INFORMATION = 1e300;

    public SequentialTest {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be within (0, 1), found " + alpha);
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)
                || !(margin >= 0 && margin < Double.POSITIVE_INFINITY)
                || least < 2) {
            throw new IllegalArgumentException("scale must be above 0, margin at least 0 and least at least 2, found "
                    + scale + ", " + margin + " and " + least);
        }
    }

    /**
     * A test at 5 % that never calls arms alike and waits for 500 clients in each.
     *
     * @param scale a difference that would matter, in the unit of the outcome
     * @return the test
     */
    public static SequentialTest ofScale(double scale) {
        return new SequentialTest(0.05, scale, 0, 500);
    }

    /**
     * With another probability of a false alarm. Criteria tested side by side share it: two at 2.5 % each are wrong in at most 5 %.
     *
     * @param probability within (0, 1)
     * @return the changed test
     */
    public SequentialTest withAlpha(double probability) {
        return new SequentialTest(probability, scale, margin, least);
    }

    /**
     * With a difference below which arms are alike, so that an experiment without result ends too.
     *
     * @param difference at least 0
     * @return the changed test
     */
    public SequentialTest withMargin(double difference) {
        return new SequentialTest(alpha, scale, difference, least);
    }

    /**
     * With another number of clients to wait for.
     *
     * @param clients in each arm, at least 2
     * @return the changed test
     */
    public SequentialTest withLeast(long clients) {
        return new SequentialTest(alpha, scale, margin, clients);
    }

    /**
     * Looks at two arms: profits, or rates.
     *
     * @param champion what came of the champion's clients so far
     * @param challenger what came of the challenger's
     * @return where the experiment stands
     */
    public Comparison look(ArmOutcomes champion, ArmOutcomes challenger) {
        double difference = challenger.mean() - champion.mean();
        double variance = champion.count() < least || challenger.count() < least
                ? Double.POSITIVE_INFINITY
                : champion.variance() / champion.count() + challenger.variance() / challenger.count();
        return look(difference, variance);
    }

    /**
     * Looks at two scores of the same clients: which ranks them better. Nothing is said before there are {@code least} of them.
     *
     * @param areas the comparison of the areas, the champion's first
     * @return where the experiment stands, the difference in area
     */
    public Comparison look(AucDifference areas) {
        double variance = areas.clients() < least
                ? Double.POSITIVE_INFINITY
                : Math.max(0, areas.first().variance() + areas.second().variance() - 2 * areas.covariance());
        return look(areas.second().value() - areas.first().value(), variance);
    }

    /**
     * Looks at any estimate that gains information as a sum does.
     *
     * @param difference challenger less champion, finite
     * @param variance the square of its standard error; 0 or infinite if it isn't known yet
     * @return where the experiment stands
     */
    public Comparison look(double difference, double variance) {
        if (!Double.isFinite(difference) || !(variance >= 0)) {
            throw new IllegalArgumentException(
                    "difference must be finite and variance at least 0, found " + difference + " and " + variance);
        }
        double information = 1 / variance;
        if (information == 0 || information > MOST_INFORMATION) {
            return new Comparison(
                    new Interval(difference, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1 - alpha),
                    1,
                    Verdict.GO_ON);
        }
        double reach = reach(information);
        double ratio = scale * scale * information;
        double logLambda = ratio * information * difference * difference / (2 * (1 + ratio)) - Math.log1p(ratio) / 2;
        Interval interval = new Interval(difference, difference - reach, difference + reach, 1 - alpha);
        return new Comparison(interval, Math.min(1, Math.exp(-logLambda)), verdict(interval));
    }

    private Verdict verdict(Interval interval) {
        if (interval.lower() > 0) {
            return Verdict.CHALLENGER_HIGHER;
        }
        if (interval.upper() < 0) {
            return Verdict.CHAMPION_HIGHER;
        }
        return interval.lower() > -margin && interval.upper() < margin ? Verdict.ALIKE : Verdict.GO_ON;
    }

    private double reach(double information) {
        double ratio = scale * scale * information;
        return Math.sqrt((1 + ratio) / (ratio * information) * (Math.log1p(ratio) - 2 * Math.log(alpha)));
    }

    /**
     * How many clients an experiment takes: enough that the interval is as wide to either side as a difference, which then is
     * found by that time in about half the cases.
     *
     * @param difference the difference to be found, above 0
     * @param championVariance of the outcomes of a champion's client, above 0
     * @param challengerVariance of a challenger's client, above 0
     * @param challengerShare the share of clients that get the challenger, within (0, 1)
     * @return clients of both arms
     */
    public long clientsFor(
            double difference, double championVariance, double challengerVariance, double challengerShare) {
        if (!(difference > 0 && championVariance > 0 && challengerVariance > 0)
                || !(challengerShare > 0 && challengerShare < 1)) {
            throw new IllegalArgumentException(
                    "difference and variances must be above 0 and challengerShare within (0, 1), "
                            + "found " + difference + ", " + championVariance + ", " + challengerVariance + " and "
                            + challengerShare);
        }
        double low = 1e-12 / (difference * difference);
        double high = 1e12 / (difference * difference);
        for (int step = 0; step < 200; step++) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            if (reach(middle) > difference) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double perClient = championVariance / (1 - challengerShare) + challengerVariance / challengerShare;
        return (long) Math.ceil(high * perClient);
    }
}
