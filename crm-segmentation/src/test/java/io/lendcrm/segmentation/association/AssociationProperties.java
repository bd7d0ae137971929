package io.lendcrm.segmentation.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Both engines and the rules against counting every subset of at most eight items. */
class AssociationProperties {

    private static final String[] NAMES = {"a", "b", "c", "d", "e", "f", "g", "h"};

    @Property(tries = 200)
    void bothEnginesFindEveryItemsetAndNoOther(
            @ForAll @Size(min = 1, max = 70) List<@IntRange(max = 255) Integer> masks,
            @ForAll @IntRange(min = 1, max = 9) int least) {
        Map<List<Integer>, Integer> expected = expected(masks, least);
        FrequentItems items = new FrequentItems(baskets(masks), least, i -> true);
        ItemSets dense = sets(masks.size());
        BitsetEclat.search(items, 10, dense);
        ItemSets sparse = sets(masks.size());
        FpGrowth.search(items, 10, sparse);
        assertThat(found(items, baskets(masks), dense)).isEqualTo(expected);
        assertThat(found(items, baskets(masks), sparse)).isEqualTo(expected);
    }

    @Property(tries = 100)
    void everyRuleAndNoOtherMeetsTheConditions(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 63) Integer> masks,
            @ForAll @IntRange(max = 10) int tenths,
            @ForAll @IntRange(min = 1, max = 6) int kept) {
        AssociationRules options = AssociationRules.of(0.1, tenths / 10.0).withBest(RuleMeasure.LEVERAGE, 100_000);
        Map<String, RuleCounts> rules = new TreeMap<>();
        int n = masks.size();
        for (int antecedent = 1; antecedent < 64; antecedent++) {
            for (int y = 0; y < 6; y++) {
                int both = count(masks, antecedent | 1 << y);
                int x = count(masks, antecedent);
                if ((antecedent >> y & 1) == 0
                        && both > 0
                        && (double) both / n >= 0.1
                        && (double) both / x >= tenths / 10.0) {
                    rules.put(text(antecedent, y), new RuleCounts(n, both, x, count(masks, 1 << y)));
                }
            }
        }
        AssociationModel all = options.fit(baskets(masks));
        Map<String, RuleCounts> found = new TreeMap<>();
        all.rules().forEach(rule -> found.put(String.join("", rule.antecedent()) + rule.consequent(), rule.counts()));
        assertThat(found).isEqualTo(rules);
        assertThat(all.complete()).isTrue();
        AssociationModel best = options.withBest(RuleMeasure.LEVERAGE, kept).fit(baskets(masks));
        assertThat(best.rules())
                .isEqualTo(all.rules().subList(0, Math.min(kept, all.rules().size())));
        assertThat(best.complete()).isEqualTo(all.rules().size() <= kept);
    }

    @Property(tries = 100)
    void withTooManyItemsetsTheRulesAreTheExactFirstOfAHigherSupport(
            @ForAll @Size(min = 5, max = 40) List<@IntRange(max = 63) Integer> masks,
            @ForAll @IntRange(min = 1, max = 40) int most,
            @ForAll @IntRange(min = 1, max = 20) int kept) {
        AssociationRules options = AssociationRules.of(0.05, 0).withBest(RuleMeasure.LIFT, 100_000);
        AssociationModel all = options.fit(baskets(masks));
        AssociationModel part =
                options.withMostItemsets(most).withBest(RuleMeasure.LIFT, kept).fit(baskets(masks));
        assertThat(part.itemsets()).isLessThanOrEqualTo(most);
        assertThat(all.rules()).containsAll(part.rules());
        if (all.itemsets() > most) {
            assertThat(part.end()).isIn(SearchEnd.SUPPORT_RAISED, SearchEnd.ITEMSET_LIMIT);
        }
        if (part.end() == SearchEnd.SUPPORT_RAISED) {
            double least = part.info().diagnostics().get("leastCount");
            assertThat(part.rules())
                    .isEqualTo(all.rules().stream()
                            .filter(rule -> rule.counts().both() >= least)
                            .limit(kept)
                            .toList());
        }
    }

    @Property(tries = 300)
    void fishersTailIsTheSumOfItsProbabilities(
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 30) int x,
            @ForAll @IntRange(min = 1, max = 30) int y) {
        if (x > n || y > n) {
            return;
        }
        for (int both = Math.max(1, x + y - n); both <= Math.min(x, y); both++) {
            double sum = 0;
            for (int a = both; a <= Math.min(x, y); a++) {
                sum += choose(x, a) * choose(n - x, y - a) / choose(n, y);
            }
            assertThat(FisherExact.atLeast(n, both, x, y))
                    .isBetween(sum * (1 - 1e-9) - 1e-12, sum * (1 + 1e-9) + 1e-12);
        }
    }

    private static double choose(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }

    private static ItemSets sets(int baskets) {
        return new ItemSets(baskets, 1 << 20, () -> false, () -> false);
    }

    private static Map<List<Integer>, Integer> expected(List<Integer> masks, int least) {
        Map<List<Integer>, Integer> sets = new HashMap<>();
        for (int set = 1; set < 256; set++) {
            int count = count(masks, set);
            if (count >= least) {
                List<Integer> members = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    if ((set >> i & 1) != 0) {
                        members.add(i);
                    }
                }
                sets.put(members, count);
            }
        }
        return sets;
    }

    private static Map<List<Integer>, Integer> found(FrequentItems items, Baskets baskets, ItemSets sets) {
        Map<List<Integer>, Integer> found = new HashMap<>();
        int[] path = new int[10];
        for (int node = 1; node < sets.nodes(); node++) {
            sets.path(node, path);
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < sets.depth(node); i++) {
                members.add(baskets.items().get(items.item[path[i]]).charAt(0) - 'a');
            }
            members.sort(null);
            found.put(members, sets.count(node));
        }
        assertThat(found).hasSize(sets.nodes() - 1);
        return found;
    }

    private static int count(List<Integer> masks, int set) {
        return (int) masks.stream().filter(mask -> (mask & set) == set).count();
    }

    private static String text(int antecedent, int y) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if ((antecedent >> i & 1) != 0) {
                text.append(NAMES[i]);
            }
        }
        return text + NAMES[y];
    }

    private static Baskets baskets(List<Integer> masks) {
        List<List<String>> baskets = new ArrayList<>();
        for (int mask : masks) {
            List<String> basket = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                if ((mask >> i & 1) != 0) {
                    basket.add(NAMES[i]);
                }
            }
            baskets.add(basket);
        }
        return Baskets.of(baskets);
    }
}
