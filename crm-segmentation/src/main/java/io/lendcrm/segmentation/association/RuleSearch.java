package io.lendcrm.segmentation.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The rules of frequent itemsets, with one consequent each, that meet the conditions: all of them, or the first by the
 * measure. Not thread-safe; confine to one thread.
 */
final class RuleSearch {

    private final AssociationRules options;
    private final ItemSets sets;
    private final List<String> names;
    private final boolean[] suggests;
    private final boolean[] triggers;
    private final int[] path = new int[AssociationRules.LONGEST];
    private long met;

    RuleSearch(AssociationRules options, ItemSets sets, List<String> names) {
        this.options = options;
        this.sets = sets;
        this.names = names;
        this.suggests = new boolean[names.size()];
        this.triggers = new boolean[names.size()];
        for (int r = 0; r < suggests.length; r++) {
            suggests[r] = options.suggests(names.get(r));
            triggers[r] = options.triggers(names.get(r));
        }
    }

    /** {@return how many rules met all conditions in the last search} */
    long met() {
        return met;
    }

    List<AssociationRule> rules() {
        double most = options.significance().isPresent()
                ? threshold(options.significance().get())
                : 1;
        Comparator<AssociationRule> order = order(options.measure());
        PriorityQueue<AssociationRule> kept = new PriorityQueue<>(order.reversed());
        met = 0;
        each(candidate -> {
            boolean good = (options.significance().isEmpty()
                            || options.significance().get().pValue(candidate.counts) <= most)
                    && (!options.dropsRedundant() || !redundant(candidate));
            if (good) {
                met++;
                AssociationRule last = kept.size() < options.mostRules() ? null : kept.peek();
                if (last == null || !candidate.isBehind(last, options.measure())) {
                    kept.add(candidate.rule(names, path));
                    if (kept.size() > options.mostRules()) {
                        kept.poll();
                    }
                }
            }
        });
        List<AssociationRule> rules = new ArrayList<>(kept);
        rules.sort(order);
        return rules;
    }

    /** The greatest p-value that counts, of all candidates. */
    private double threshold(Significance significance) {
        double[] values = new double[64];
        int[] size = {0};
        double[][] holder = {values};
        each(candidate -> {
            if (size[0] == holder[0].length) {
                holder[0] = Arrays.copyOf(holder[0], size[0] * 2);
            }
            holder[0][size[0]++] = significance.pValue(candidate.counts);
        });
        double[] sorted = Arrays.copyOf(holder[0], size[0]);
        Arrays.sort(sorted);
        return significance.threshold(sorted);
    }

    private void each(Consumer<Candidate> visitor) {
        long n = sets.count(ItemSets.ROOT);
        for (int node = 1; node < sets.nodes(); node++) {
            int length = sets.depth(node);
            if (length < 2) {
                continue;
            }
            sets.path(node, path);
            int all = (1 << length) - 1;
            for (int c = 0; c < length; c++) {
                int rest = all & ~(1 << c);
                if (!suggests[path[c]] || !triggered(rest, length)) {
                    continue;
                }
                int antecedent = sets.count(sets.find(path, length, rest));
                if ((double) sets.count(node) / antecedent >= options.confidence()) {
                    int consequent = sets.count(sets.find(path, length, 1 << c));
                    visitor.accept(
                            new Candidate(length, c, new RuleCounts(n, sets.count(node), antecedent, consequent)));
                }
            }
        }
    }

    private boolean triggered(int mask, int length) {
        for (int i = 0; i < length; i++) {
            if ((mask >> i & 1) != 0 && !triggers[path[i]]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a smaller antecedent, not empty, has the same or a higher confidence. */
    private boolean redundant(Candidate candidate) {
        int y = 1 << candidate.consequent;
        int full = (1 << candidate.length) - 1 & ~y;
        for (int part = full - 1 & full; part != 0; part = part - 1 & full) {
            int whole = sets.count(sets.find(path, candidate.length, part | y));
            int general = sets.count(sets.find(path, candidate.length, part));
            if ((long) whole * candidate.counts.antecedent() >= candidate.counts.both() * general) {
                return true;
            }
        }
        return false;
    }

    /** By the measure, then support, then the shorter, then by text: a total order, the first come first. */
    private static Comparator<AssociationRule> order(RuleMeasure measure) {
        return Comparator.<AssociationRule>comparingDouble(rule -> -measure.of(rule.counts()))
                .thenComparing(rule -> -rule.counts().both())
                .thenComparing(rule -> rule.antecedent().size())
                .thenComparing(AssociationRule::consequent)
                .thenComparing(AssociationRule::antecedent, RuleSearch::byText);
    }

    /** Lists of one length. */
    private static int byText(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** A rule of the path that is being looked at. */
    private record Candidate(int length, int consequent, RuleCounts counts) {

        /** Whether it comes after a rule whatever the texts are, so that none need be made. */
        boolean isBehind(AssociationRule rule, RuleMeasure measure) {
            int order = Double.compare(measure.of(rule.counts()), measure.of(counts));
            if (order == 0) {
                order = Long.compare(rule.counts().both(), counts.both());
            }
            return order > 0 || order == 0 && length - 1 > rule.antecedent().size();
        }

        AssociationRule rule(List<String> names, int[] path) {
            List<String> antecedent = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                if (i != consequent) {
                    antecedent.add(names.get(path[i]));
                }
            }
            antecedent.sort(Comparator.naturalOrder());
            return new AssociationRule(antecedent, names.get(path[consequent]), counts);
        }
    }
}
