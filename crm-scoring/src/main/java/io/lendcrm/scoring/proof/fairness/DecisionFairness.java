package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decisions compared between the groups of an attribute, with every measure of {@link FairnessMeasure} against the
 * reference group: ratios with the interval of Katz and others, differences with that of Newcombe, rates with Wilson's.
 * A measure that rests on fewer rows than the rule's smallest cell says nothing at all. With many groups and measures some
 * intervals miss by chance: 1 in 20 at 95 %.
 *
 * <p>It shows differences, not their causes, and is no legal verdict. Immutable and thread-safe.
 *
 * <p>Sources: 29 CFR 1607.4 (four-fifths); Katz, Baptista, Azen and Pike, Biometrics 34 (1978); Newcombe, Statistics in
 * Medicine 17 (1998) 873-890, method 10; Hardt, Price and Srebro, Equality of opportunity in supervised learning (2016).
 *
 * @param attribute the attribute's name
 * @param rule how groups are compared
 * @param reference the group the others are compared with, as the rule chose it
 * @param groups how each group was decided upon
 * @param comparisons every other group by every measure, in the order of groups and measures
 */
public record DecisionFairness(
        String attribute,
        FairnessRule rule,
        String reference,
        List<GroupDecisions> groups,
        List<GroupComparison> comparisons) {

    public DecisionFairness {
        requireNonNull(attribute, "attribute");
        requireNonNull(rule, "rule");
        requireNonNull(reference, "reference");
        groups = List.copyOf(groups);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Compares decisions.
     *
     * @param attribute the group of each row
     * @param decisions the decision of each row
     * @param rule how groups are compared
     * @return the comparison
     * @throws IllegalArgumentException if lengths differ, or the rule names a group that has no rows
     */
    public static DecisionFairness of(ProtectedAttribute attribute, Decisions decisions, FairnessRule rule) {
        requireNonNull(rule, "rule");
        if (attribute.rows() != decisions.rows()) {
            throw new IllegalArgumentException(
                    "decisions must have " + attribute.rows() + " rows, found " + decisions.rows());
        }
        List<GroupDecisions> groups = new ArrayList<>();
        for (int group = 0; group < attribute.groups().size(); group++) {
            groups.add(GroupDecisions.of(attribute, group, decisions));
        }
        GroupDecisions reference = reference(groups, rule);
        List<GroupComparison> comparisons = new ArrayList<>();
        for (GroupDecisions group : groups) {
            for (FairnessMeasure measure : FairnessMeasure.values()) {
                if (!group.group().equals(reference.group())) {
                    comparisons.add(GroupComparison.of(group, reference, measure, rule));
                }
            }
        }
        return new DecisionFairness(attribute.name(), rule, reference.group(), groups, comparisons);
    }

    private static GroupDecisions reference(List<GroupDecisions> groups, FairnessRule rule) {
        if (rule.reference().choice() == FairnessRule.Reference.Choice.NAMED) {
            return groups.stream()
                    .filter(g -> g.group().equals(rule.reference().group()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("reference must be one of "
                            + groups.stream().map(GroupDecisions::group).toList() + ", found \""
                            + rule.reference().group() + "\""));
        }
        List<GroupDecisions> known = groups.stream()
                .filter(g -> ProtectedAttribute.isKnown(g.group()))
                .toList();
        List<GroupDecisions> told = known.isEmpty() ? groups : known;
        List<GroupDecisions> enough =
                told.stream().filter(g -> g.rows() >= rule.minimumCell()).toList();
        Comparator<GroupDecisions> order = Comparator.comparingInt(GroupDecisions::rows);
        if (rule.reference().choice() == FairnessRule.Reference.Choice.MOST_FAVOURED && !enough.isEmpty()) {
            order = Comparator.<GroupDecisions>comparingDouble(DecisionFairness::approval)
                    .thenComparing(order);
        }
        return (enough.isEmpty() ? told : enough).stream().max(order).orElseThrow();
    }

    private static double approval(GroupDecisions group) {
        return group.rate(GroupRate.FAVOURABLE).orElseThrow().value();
    }

    /**
     * A group's comparison by a measure.
     *
     * @param group the group, not the reference
     * @param measure the measure
     * @return the comparison
     * @throws IllegalArgumentException if there is no such group beside the reference
     */
    public GroupComparison comparison(String group, FairnessMeasure measure) {
        return comparisons.stream()
                .filter(c -> c.group().equals(group) && c.measure() == measure)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "group must be one of those compared with " + reference + ", found \"" + group + "\""));
    }

    /** {@return the comparisons that break a limit with their whole interval, to be explained} */
    public List<GroupComparison> beyondLimit() {
        return comparisons.stream()
                .filter(c -> c.evidence() == Evidence.BEYOND_LIMIT)
                .toList();
    }
}
