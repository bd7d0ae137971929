package io.lendcrm.segmentation.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.reason.ReasonCatalogue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociationTest {

    static final Baskets HOLDINGS = Baskets.of(List.of(
            List.of("account", "card"),
            List.of("account", "card", "loan"),
            List.of("account", "card", "loan"),
            List.of("account", "loan"),
            List.of("account"),
            List.of()));

    @Test
    void suggestsWhatHoldersOfTheSameProductsHold() {
        AssociationModel model = AssociationRules.of(0.3, 0.6).fit(HOLDINGS);
        List<Suggestion> suggestions = model.suggestions(List.of("account", "card"));
        assertThat(suggestions).hasSize(1);
        Suggestion first = suggestions.get(0);
        assertThat(first.item()).isEqualTo("loan");
        assertThat(first.rule().counts()).isEqualTo(new RuleCounts(6, 2, 3, 3));
        assertThat(first.reasons().get(0).contribution()).isEqualTo(2.0 / 3 - 0.5);
        assertThat(ReasonCatalogue.standard().text(first.reasons().get(0), Locale.ENGLISH))
                .contains("66.7 % of the 3 clients with")
                .contains("loan, against 50.0 % of all");
        assertThat(ReasonCatalogue.standard().text(first.reasons().get(0), Locale.CHINESE))
                .contains("66.7%");
        assertThat(model.suggestions(List.of("unknown"))).isEmpty();
        assertThat(model.suggestions(List.of("account", "card", "loan"))).isEmpty();
    }

    @Test
    void leavesUnboundedMeasuresEmpty() {
        RuleCounts sure = new RuleCounts(6, 3, 3, 5);
        assertThat(sure.conviction()).isEmpty();
        assertThat(sure.oddsRatio()).isEmpty();
        assertThat(RuleMeasure.CONVICTION.of(sure)).isInfinite();
        RuleCounts always = new RuleCounts(6, 3, 3, 6);
        assertThat(always.chiSquared()).isEmpty();
        assertThat(always.chiSquaredPValue()).isEqualTo(1);
        assertThat(always.fisherPValue()).isEqualTo(1);
        assertThat(sure.imbalanceRatio()).isEqualTo(0.4);
        assertThat(new RuleCounts(1000, 114, 135, 603).chiSquaredPValue()).isBetween(7.0e-10, 7.2e-10);
        assertThatThrownBy(() -> new RuleCounts(5, 3, 4, 5)).hasMessageContaining("2 x 2 table");
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThatThrownBy(() -> AssociationRules.of(0, 0.5)).hasMessage("support must be within (0, 1], found 0.0");
        assertThatThrownBy(() -> AssociationRules.of(0.1, 1.5)).hasMessageContaining("confidence");
        assertThatThrownBy(() -> AssociationRules.of(0.1, 0.5).withLongest(11)).hasMessageContaining("[2, 10]");
        assertThatThrownBy(() -> AssociationRules.of(0.1, 0.5).fit(Baskets.of(List.of())))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("no baskets");
        assertThatThrownBy(() -> Baskets.of(List.of(List.of(" ")))).hasMessageContaining("blank");
        assertThat(AssociationRules.of(0.1, 0.5)
                        .fit(Baskets.of(List.of(List.of(), List.of())))
                        .rules())
                .isEmpty();
    }

    @Test
    void takesTheSupportAsWritten() {
        Baskets baskets = Baskets.of(IntStream.range(0, 100)
                .mapToObj(i -> i < 7 ? List.of("a", "b") : List.of("c"))
                .toList());
        assertThat(AssociationRules.of(0.07, 0.5).fit(baskets).itemsets()).isEqualTo(4);
        assertThat(AssociationRules.of(0.0700001, 0.5).fit(baskets).itemsets()).isEqualTo(1);
    }

    @Test
    void keepsTenThousandItemsInOneBasketWithinItsBounds() {
        Baskets one = Baskets.of(
                List.of(IntStream.range(0, 10_000).mapToObj(i -> "i" + i).toList()));
        AssociationModel model = AssociationRules.of(1, 0)
                .withMostItemsets(20_000)
                .withBest(RuleMeasure.LIFT, 10)
                .fit(one);
        assertThat(model.itemsets()).isEqualTo(20_000);
        assertThat(model.end()).isEqualTo(SearchEnd.ITEMSET_LIMIT);
        assertThat(model.info().warnings()).containsExactly(SearchEnd.ITEMSET_LIMIT.statement());
        assertThat(model.rules()).hasSize(10);
    }

    @Test
    void minesAMillionEqualBaskets() {
        Baskets equal = Baskets.of(Collections.nCopies(1_000_000, List.of("a", "b", "c")));
        AssociationModel model = AssociationRules.of(0.5, 0.5).fit(equal);
        assertThat(model.itemsets()).isEqualTo(7);
        assertThat(model.rules()).hasSize(9);
    }

    @Test
    void endsWhenItsTimeIsOver() {
        AtomicLong ticks = new AtomicLong();
        AssociationModel model = AssociationRules.of(0.1, 0)
                .withTimeLimit(Duration.ofNanos(2), ticks::getAndIncrement)
                .fit(HOLDINGS);
        assertThat(model.end()).isEqualTo(SearchEnd.TIME_LIMIT);
        assertThat(model.complete()).isFalse();
    }

    @Test
    void keepsOnlyRulesThatAreMoreThanChance() {
        Baskets baskets = GermanRules.baskets();
        AssociationRules all = AssociationRules.of(0.1, 0.5);
        List<AssociationRule> rules = all.fit(baskets).rules();
        List<AssociationRule> strict =
                all.withSignificance(Significance.defaults()).fit(baskets).rules();
        assertThat(strict)
                .isNotEmpty()
                .isEqualTo(rules.stream()
                        .filter(rule -> rule.counts().fisherPValue() <= 0.01 / rules.size())
                        .toList());
        List<AssociationRule> lenient = all.withSignificance(
                        new Significance(Significance.Test.FISHER, Significance.Correction.BENJAMINI_HOCHBERG, 0.01))
                .fit(baskets)
                .rules();
        assertThat(lenient.size()).isBetween(strict.size() + 1, rules.size() - 1);
    }

    @Test
    void limitsAntecedents() {
        AssociationModel model = AssociationRules.of(0.1, 0)
                .withAntecedents(Set.of("card"))
                .withConsequents(Set.of("loan"))
                .fit(HOLDINGS);
        assertThat(model.rules()).singleElement().hasToString("{card} => {loan}");
    }

    @Test
    void makesItemsOfLinesAndFeatures() {
        Baskets lines = Baskets.fromLines(List.of("1", "2", "1", "1"), List.of("b", "a", "a", "a"));
        assertThat(lines.size()).isEqualTo(2);
        assertThat(lines.basket(0)).containsExactly("a", "b");
        FeatureTable table = FeatureTable.of(
                FeatureSchema.of(
                        Feature.numeric("age", "years"),
                        Feature.nominal("channel", List.of("web", "branch")),
                        Feature.binary("owner")),
                IntStream.range(0, 4).mapToObj(i -> ClientId.of("c" + i)).toList(),
                new double[] {20, 30, 40, Double.NaN},
                new double[] {0, 1, Double.NaN, Feature.UNSEEN},
                new double[] {1, 0, 1, Double.NaN});
        ItemCoding coding = ItemCoding.of(table.schema(), Map.of("age", new double[] {25, 35.5}));
        assertThat(coding.items(table.row(0))).containsExactly("age<=25", "channel=web", "owner=yes");
        assertThat(coding.items(table.row(1))).containsExactly("age in (25, 35.5]", "channel=branch", "owner=no");
        assertThat(coding.items(table.row(2))).containsExactly("age>35.5", "owner=yes");
        assertThat(coding.items(table.row(3))).isEmpty();
        assertThat(ItemCoding.quantiles(table, 3).cuts("age")).containsExactly(20, 30);
        assertThat(coding.baskets(table).size()).isEqualTo(4);
        assertThatThrownBy(() -> ItemCoding.of(table.schema(), Map.of())).hasMessageContaining("cuts of age");
    }
}
