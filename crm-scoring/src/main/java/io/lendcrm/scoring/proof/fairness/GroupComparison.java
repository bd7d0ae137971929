package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group beside the reference group by one measure. Immutable and thread-safe.
 *
 * @param group the group
 * @param reference the reference group
 * @param measure the measure
 * @param interval its value with interval, null if there is not enough data
 * @param evidence what the data say about its limit
 */
public record GroupComparison(
        String group,
        String reference,
        FairnessMeasure measure,
        @Nullable Interval interval,
        Evidence evidence) {

    public GroupComparison {
        requireNonNull(group, "group");
        requireNonNull(reference, "reference");
        requireNonNull(measure, "measure");
        requireNonNull(evidence, "evidence");
        if ((interval == null) != (evidence == Evidence.NOT_ENOUGH_DATA)) {
            throw new IllegalArgumentException("interval must be given unless there is not enough data");
        }
    }

    /** {@return the measure's value with interval, or empty if there is not enough data} */
    public Optional<Interval> estimate() {
        return Optional.ofNullable(interval);
    }

    static GroupComparison of(
            GroupDecisions group, GroupDecisions reference, FairnessMeasure measure, FairnessRule rule) {
        Interval interval = interval(group, reference, measure, rule);
        Evidence evidence = interval == null
                ? Evidence.NOT_ENOUGH_DATA
                : measure == FairnessMeasure.ADVERSE_IMPACT_RATIO
                        ? evidence(interval, rule.lowestRatio(), Double.POSITIVE_INFINITY)
                        : evidence(interval, -rule.largestDifference(), rule.largestDifference());
        return new GroupComparison(group.group(), reference.group(), measure, interval, evidence);
    }

    private static @Nullable Interval interval(
            GroupDecisions group, GroupDecisions reference, FairnessMeasure measure, FairnessRule rule) {
        for (GroupRate rate : measure.rates()) {
            if (tooFew(group, rate, rule) || tooFew(reference, rate, rule)) {
                return null;
            }
        }
        Share a = group.rate(measure.rates().get(0)).orElseThrow();
        Share b = reference.rate(measure.rates().get(0)).orElseThrow();
        if (measure == FairnessMeasure.ADVERSE_IMPACT_RATIO) {
            return b.value() == 0 ? null : Comparisons.ratio(a, b, rule.level());
        }
        if (measure == FairnessMeasure.EQUALISED_ODDS_DIFFERENCE) {
            Share c = group.rate(measure.rates().get(1)).orElseThrow();
            Share d = reference.rate(measure.rates().get(1)).orElseThrow();
            return Comparisons.largest(a, b, c, d, rule.level());
        }
        return Comparisons.difference(a, b, rule.level());
    }

    private static boolean tooFew(GroupDecisions group, GroupRate rate, FairnessRule rule) {
        return group.rate(rate).map(Share::rows).orElse(0) < rule.minimumCell();
    }

    private static Evidence evidence(Interval found, double from, double to) {
        if (found.lower() >= from && found.upper() <= to) {
            return Evidence.WITHIN_LIMIT;
        }
        return found.upper() < from || found.lower() > to ? Evidence.BEYOND_LIMIT : Evidence.INCONCLUSIVE;
    }
}
