package io.lendcrm.scoring.proof.monitoring;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Outcome;
import io.lendcrm.scoring.proof.monitoring.ReviewedDecision.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * How often people overrule the system, why, and with what result. A low-side override accepts whom the system declined, a
 * high-side override declines whom it accepted; each rate is of those the system decided so. A high rate says that the model
 * or the cut-off is not believed; low-side overrides that turn bad more often than the others say that the model was right.
 * Counts, so that reports {@link #merge}. Immutable and thread-safe.
 *
 * <p>Source: Siddiqi, Credit Risk Scorecards (2006), chapters 7 and 8, on override reports.
 *
 * @param agreed the applications accepted by the system and in the end
 * @param declined how many both declined
 * @param lowSide low-side overrides by reason, "" where nobody said why
 * @param highSide how many high-side overrides by reason
 */
public record OverrideReport(
        Accepted agreed, long declined, SortedMap<String, Accepted> lowSide, SortedMap<String, Long> highSide) {

    /**
     * Accepted applications. Immutable and thread-safe.
     *
     * @param count how many
     * @param bads how many of them turned bad
     * @param goods how many turned out good; the rest is open
     */
    public record Accepted(long count, long bads, long goods) {

        static final Accepted NONE = new Accepted(0, 0, 0);

        public Accepted {
            if (bads < 0 || goods < 0 || count < bads + goods) {
                throw new IllegalArgumentException(
                        "count must be at least bads and goods, found " + count + ", " + bads + " and " + goods);
            }
        }

        Accepted plus(Accepted more) {
            return new Accepted(count + more.count, bads + more.bads, goods + more.goods);
        }

        /**
         * The share of bads among those whose outcome is known.
         *
         * @param level the confidence of its interval, within (0, 1)
         * @return the share with the exact interval of Clopper and Pearson; from 0 to 1 if no outcome is known
         */
        public Interval badRate(double level) {
            return ExactInterval.of(bads, bads + goods, level);
        }
    }

    public OverrideReport {
        requireNonNull(agreed, "agreed");
        if (declined < 0 || highSide.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must be at least 0, found " + declined + " and " + highSide);
        }
        lowSide = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(lowSide));
        highSide = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(highSide));
    }

    /**
     * Counts decisions.
     *
     * @param decisions any number
     * @return the report
     */
    public static OverrideReport of(List<ReviewedDecision> decisions) {
        Accepted agreed = Accepted.NONE;
        long declined = 0;
        SortedMap<String, Accepted> lowSide = new TreeMap<>();
        SortedMap<String, Long> highSide = new TreeMap<>();
        for (ReviewedDecision decision : decisions) {
            Accepted one = new Accepted(
                    1, decision.outcome() == Outcome.BAD ? 1 : 0, decision.outcome() == Outcome.GOOD ? 1 : 0);
            if (decision.last() == Verdict.DECLINE) {
                if (decision.overridden()) {
                    highSide.merge(decision.reason(), 1L, Math::addExact);
                } else {
                    declined++;
                }
            } else if (decision.overridden()) {
                lowSide.merge(decision.reason(), one, Accepted::plus);
            } else {
                agreed = agreed.plus(one);
            }
        }
        return new OverrideReport(agreed, declined, lowSide, highSide);
    }

    /**
     * The report of both.
     *
     * @param other another report, of other decisions
     * @return the sums
     */
    public OverrideReport merge(OverrideReport other) {
        SortedMap<String, Accepted> low = new TreeMap<>(lowSide);
        other.lowSide.forEach((reason, more) -> low.merge(reason, more, Accepted::plus));
        SortedMap<String, Long> high = new TreeMap<>(highSide);
        other.highSide.forEach((reason, more) -> high.merge(reason, more, Math::addExact));
        return new OverrideReport(agreed.plus(other.agreed), Math.addExact(declined, other.declined), low, high);
    }

    /** {@return all low-side overrides} */
    public Accepted lowSideTotal() {
        return total(lowSide.values());
    }

    private static Accepted total(Collection<Accepted> parts) {
        return parts.stream().reduce(Accepted.NONE, Accepted::plus);
    }

    /** {@return how many high-side overrides} */
    public long highSideTotal() {
        return highSide.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return how many decisions} */
    public long decisions() {
        return agreed.count() + declined + lowSideTotal().count() + highSideTotal();
    }

    /**
     * The share of those the system declined who were accepted.
     *
     * @param level the confidence of its interval, within (0, 1)
     * @return the share with its exact interval; from 0 to 1 if the system declined nobody
     */
    public Interval lowSideRate(double level) {
        long overrides = lowSideTotal().count();
        return ExactInterval.of(overrides, overrides + declined, level);
    }

    /**
     * The share of those the system accepted who were declined.
     *
     * @param level the confidence of its interval, within (0, 1)
     * @return the share with its exact interval; from 0 to 1 if the system accepted nobody
     */
    public Interval highSideRate(double level) {
        return ExactInterval.of(highSideTotal(), highSideTotal() + agreed.count(), level);
    }

    /**
     * The share of all decisions that were overruled.
     *
     * @param level the confidence of its interval, within (0, 1)
     * @return the share with its exact interval
     */
    public Interval rate(double level) {
        return ExactInterval.of(lowSideTotal().count() + highSideTotal(), decisions(), level);
    }

    /**
     * Whether low-side overrides turn bad more often than those accepted as the system said: the probability of so many bads
     * among them if they didn't (Fisher's exact test, one-sided).
     *
     * @return the probability; 1 if no outcome of either is known
     */
    public double lowSideWorse() {
        Accepted overridden = lowSideTotal();
        long known = overridden.bads() + overridden.goods();
        long all = known + agreed.bads() + agreed.goods();
        if (known == 0 || all == known) {
            return 1;
        }
        return Math.min(
                1,
                new HypergeometricDistribution(
                                null,
                                Math.toIntExact(all),
                                Math.toIntExact(overridden.bads() + agreed.bads()),
                                Math.toIntExact(known))
                        .upperCumulativeProbability(Math.toIntExact(overridden.bads())));
    }

    /** {@return the counts by reason, low side and high side} */
    public Map<String, Long> reasons() {
        Map<String, Long> all = new TreeMap<>(highSide);
        lowSide.forEach((reason, accepted) -> all.merge(reason, accepted.count(), Math::addExact));
        return java.util.Collections.unmodifiableMap(all);
    }
}
