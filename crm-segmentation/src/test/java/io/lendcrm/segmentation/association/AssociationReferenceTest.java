package io.lendcrm.segmentation.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class AssociationReferenceTest {

    private final Baskets baskets = GermanRules.baskets();

    @Test
    void countsTheRulesOfArules() {
        for (String[] run : GermanRules.reference("run")) {
            AssociationRules options = AssociationRules.of(number(run[1]), number(run[2]));
            AssociationModel model = options.fit(baskets);
            assertThat(model.complete()).isTrue();
            assertThat(model.rules()).hasSize(Integer.parseInt(run[3]));
            assertThat(model.itemsets()).isEqualTo(Long.parseLong(run[4]));
            assertThat(model.info().diagnostics()).containsEntry("closedItemsets", number(run[5]));
            assertThat(model.info().diagnostics()).containsEntry("maximalItemsets", number(run[6]));
            assertThat(model.rules().get(0).counts().lift()).isCloseTo(number(run[7]), Percentage.withPercentage(1e-9));
            assertThat(model.rules().stream()
                            .mapToDouble(r -> r.counts().support())
                            .sum())
                    .isCloseTo(number(run[8]), within(1e-9));
            assertThat(model.rules().stream()
                            .mapToDouble(r -> r.counts().confidence())
                            .sum())
                    .isCloseTo(number(run[9]), within(1e-8));
            assertThat(options.withoutRedundant().fit(baskets).rules()).hasSize(Integer.parseInt(run[10]));
            Map<Integer, Long> lengths = model.rules().stream()
                    .collect(Collectors.groupingBy(r -> r.antecedent().size() + 1, Collectors.counting()));
            for (String length : run[11].split(" ")) {
                String[] part = length.split(":");
                assertThat(lengths).containsEntry(Integer.valueOf(part[0]), Long.valueOf(part[1]));
            }
        }
    }

    @Test
    void measuresAsArulesDoes() {
        for (String[] r : GermanRules.reference("rule")) {
            AssociationModel model =
                    AssociationRules.of(number(r[1]), number(r[2])).fit(baskets);
            AssociationRule rule = model.rules().stream()
                    .filter(candidate ->
                            String.join(" ", candidate.antecedent()).equals(r[3])
                                    && candidate.consequent().equals(r[4]))
                    .findFirst()
                    .orElseThrow();
            assertThat(model.rules().indexOf(rule)).isLessThan(3);
            RuleCounts counts = rule.counts();
            double[] ours = {
                counts.both(),
                counts.support(),
                counts.confidence(),
                counts.lift(),
                counts.leverage(),
                counts.conviction().getAsDouble(),
                counts.chiSquared().getAsDouble(),
                counts.oddsRatio().getAsDouble(),
                counts.kulczynski(),
                counts.fisherPValue()
            };
            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).isCloseTo(number(r[5 + i]), Percentage.withPercentage(1e-8));
            }
        }
    }

    @Test
    void findsWhatLeadsToBadClients() {
        AssociationModel model = AssociationRules.of(0.03, 0.5)
                .withConsequents(Set.of("class=bad"))
                .withBest(RuleMeasure.CONFIDENCE, 1000)
                .fit(baskets);
        var reference = GermanRules.reference("bad");
        assertThat(model.rules()).hasSize(Integer.parseInt(reference.get(0)[1]));
        for (int i = 0; i < reference.size(); i++) {
            String[] r = reference.get(i);
            AssociationRule rule = model.rules().get(i);
            assertThat(String.join(" ", rule.antecedent())).isEqualTo(r[2]);
            assertThat(rule.counts().both()).isEqualTo(Long.parseLong(r[3]));
            assertThat(rule.counts().confidence()).isCloseTo(number(r[5]), within(1e-11));
            assertThat(rule.counts().coverage()).isCloseTo(number(r[6]), within(1e-11));
            assertThat(rule.counts().lift()).isCloseTo(number(r[7]), within(1e-10));
        }
    }

    @Test
    void growsTheSameItemsetsFromAPrefixTree() {
        for (String[] run : GermanRules.reference("run")) {
            FrequentItems items = new FrequentItems(baskets, (int) Math.round(1000 * number(run[1])), i -> true);
            ItemSets sets = new ItemSets(baskets.size(), 1 << 20, () -> false, () -> false);
            FpGrowth.search(items, 10, sets);
            assertThat(sets.nodes() - 1).isEqualTo(Integer.parseInt(run[4]));
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
