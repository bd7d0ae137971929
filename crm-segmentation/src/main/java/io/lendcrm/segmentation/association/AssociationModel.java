package io.lendcrm.segmentation.association;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.Reason;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Mined rules, and what they suggest to a client by what the client has. Rules stand in the order of the measure, the
 * greatest first; ties by support, then the shorter antecedent, then text. Immutable and thread-safe.
 */
public final class AssociationModel implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "association-rules";

    private final List<AssociationRule> rules;
    private final long itemsets;
    private final RuleMeasure measure;
    private final SearchEnd end;
    private final ModelInfo info;

    AssociationModel(List<AssociationRule> rules, long itemsets, RuleMeasure measure, SearchEnd end, ModelInfo info) {
        this.rules = List.copyOf(rules);
        this.itemsets = itemsets;
        this.measure = requireNonNull(measure, "measure");
        this.end = requireNonNull(end, "end");
        this.info = requireNonNull(info, "info");
        if (itemsets < 0) {
            throw new IllegalArgumentException("itemsets must be at least 0, found " + itemsets);
        }
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return the rules, the first by the measure first} */
    public List<AssociationRule> rules() {
        return rules;
    }

    /** {@return how many frequent itemsets were found, single items included} */
    public long itemsets() {
        return itemsets;
    }

    /** {@return what the rules are ranked by} */
    public RuleMeasure measure() {
        return measure;
    }

    /** {@return how the search ended, and so what the list of rules is} */
    public SearchEnd end() {
        return end;
    }

    /**
     * {@return the least support of the itemsets that were searched: the least part of baskets that is no less than what was
     * asked for, or a higher one by {@link SearchEnd#SUPPORT_RAISED}; 0 if the diagnostics don't tell}
     */
    public double searchedSupport() {
        return info.rows() == 0 ? 0 : info.diagnostics().getOrDefault("leastCount", 0.0) / info.rows();
    }

    /** {@return whether the list has every rule that meets the conditions} */
    public boolean complete() {
        return end.complete();
    }

    /**
     * What rules suggest to a client: each item that the client hasn't and a rule suggests whose antecedent the
     * client has whole, once, by the first such rule. The reason {@code association.held} carries confidence less the
     * consequent's part of all baskets as its contribution.
     *
     * @param held the client's items; items no rule knows are ignored
     * @return the suggestions in the order of their rules
     */
    public List<Suggestion> suggestions(Collection<String> held) {
        Set<String> has = new HashSet<>(held);
        Map<String, Suggestion> found = new LinkedHashMap<>();
        for (AssociationRule rule : rules) {
            if (!has.contains(rule.consequent())
                    && !found.containsKey(rule.consequent())
                    && has.containsAll(rule.antecedent())) {
                found.put(rule.consequent(), new Suggestion(rule.consequent(), rule, List.of(reason(rule))));
            }
        }
        return List.copyOf(found.values());
    }

    private static Reason reason(AssociationRule rule) {
        RuleCounts counts = rule.counts();
        double base = (double) counts.consequent() / counts.baskets();
        return Reason.of(
                "association.held",
                counts.confidence() - base,
                Map.of(
                        "antecedent",
                        String.join(", ", rule.antecedent()),
                        "consequent",
                        rule.consequent(),
                        "confidence",
                        percent(counts.confidence()),
                        "holders",
                        Long.toString(counts.antecedent()),
                        "base",
                        percent(base)));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f", 100 * part);
    }

    /** {@return how many rules of how many itemsets, and how the search ended} */
    @Override
    public String toString() {
        return "AssociationModel[" + rules.size() + " rules of " + itemsets + " itemsets, " + end.statement() + "]";
    }
}
