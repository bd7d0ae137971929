package io.lendcrm.segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.association.AssociationModel;
import io.lendcrm.segmentation.association.AssociationRules;
import io.lendcrm.segmentation.association.Baskets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HitRateTest {

    private static final Set<String> ANY = Set.of();

    /** Half of the clients hold mortgage and insurance, half car and fuel card; everybody may hold an account. */
    private static Baskets baskets(long seed, int clients) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            List<String> basket =
                    new ArrayList<>(i % 2 == 0 ? List.of("mortgage", "insurance") : List.of("car", "fuel card"));
            if (random.nextDouble() < 0.6) {
                basket.add("account");
            }
            baskets.add(basket);
        }
        return Baskets.of(baskets);
    }

    @Test
    void rulesThatKnowPairsBeatPopularity() {
        Baskets train = baskets(1, 200);
        AssociationModel rules = AssociationRules.of(0.1, 0.5).fit(train, Run.sequential());
        List<HiddenItem> hidden = HiddenItem.of(baskets(2, 300), ANY, 5);
        HitRate rate = HitRate.of(hidden, Suggester.of(rules), Suggester.popular(train, ANY), 1);
        assertThat(rate.clients()).isEqualTo(300);
        // a partner is found at once, an account that is hidden never is, as no rule leads to it first
        long accounts = hidden.stream().filter(h -> h.item().equals("account")).count();
        long twoSeen = hidden.stream()
                .filter(h -> !h.item().equals("account") && h.held().size() == 2)
                .count();
        assertThat(rate.hits().events()).isBetween(300 - accounts - twoSeen, 300L);
        assertThat(rate.gain()).isPositive();
        assertThat(rate.gainInterval(0.95).above(0)).isTrue();
        assertThat(rate.hits().events() - rate.baselineHits().events())
                .isEqualTo(rate.onlyHit() - rate.onlyBaselineHit());
    }

    @Test
    void popularItemsComeInTheOrderOfTheirCounts() {
        Baskets baskets = Baskets.of(List.of(List.of("b", "c"), List.of("c"), List.of("a"), List.of()));
        assertThat(Suggester.popular(baskets, ANY).items(Set.of("a"))).containsExactly("c", "b");
        assertThat(Suggester.popular(baskets, Set.of("a", "b")).items(Set.of())).containsExactly("a", "b");
        Suggester one = held -> List.of("b");
        assertThat(one.then(Suggester.popular(baskets, ANY)).items(Set.of())).containsExactly("b", "c", "a");
    }

    @Test
    void hitsAreCountedByHand() {
        List<HiddenItem> hidden = List.of(
                new HiddenItem(Set.of("a"), "b"),
                new HiddenItem(Set.of("a"), "c"),
                new HiddenItem(Set.of("b"), "c"),
                new HiddenItem(Set.of("c"), "a"));
        Suggester ours = held -> held.contains("a") ? List.of("b", "c") : List.of();
        Suggester base = held -> List.of("c");
        assertThat(HitRate.of(hidden, ours, base, 1)).isEqualTo(new HitRate(1, 4, 2, 0, 1, 2));
        assertThat(HitRate.of(hidden, ours, base, 2)).isEqualTo(new HitRate(2, 4, 2, 1, 1, 1));
        assertThat(HitRate.of(hidden, ours, base, 1).gain()).isEqualTo(-0.25);
    }

    /** The formula by NumPy, 12 and 4 clients of 100 hit by one only. */
    @Test
    void theIntervalOfTheGainHoldsAsOftenAsItSays() {
        RateInterval interval = new HitRate(1, 100, 100, 20, 12, 4).gainInterval(0.95);
        assertThat(interval.low()).isCloseTo(-0.001658885352535222, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.15852163045057444, within(1e-12));
        SplittableRandom random = new SplittableRandom(6);
        int held = 0;
        for (int trial = 0; trial < 2000; trial++) {
            int only = 0;
            int onlyBase = 0;
            for (int i = 0; i < 80; i++) {
                double u = random.nextDouble();
                only += u < 0.2 ? 1 : 0;
                onlyBase += u > 0.9 ? 1 : 0;
            }
            RateInterval one = new HitRate(1, 80, 80, 0, only, onlyBase).gainInterval(0.95);
            held += one.low() <= 0.1 && 0.1 <= one.high() ? 1 : 0;
        }
        assertThat(held).isBetween(1880, 1930); // 94 to 96.5 %
    }

    @Test
    void itemsAreHiddenFromClientsWithTwoOrMore() {
        Baskets baskets = Baskets.of(List.of(List.of("a", "b"), List.of("a"), List.of(), List.of("b", "c")));
        assertThat(HiddenItem.of(baskets, ANY, 1))
                .hasSize(2)
                .allMatch(h -> h.held().size() == 1);
        assertThat(HiddenItem.of(baskets, Set.of("c"), 1)).containsExactly(new HiddenItem(Set.of("b"), "c"));
        assertThat(new HiddenItem(Set.of("loan", "card"), "fund")).hasToString("HiddenItem[one beside 2 seen]");
        assertThatThrownBy(() -> new HiddenItem(Set.of("a"), "a")).hasMessageContaining("not the hidden one");
        assertThatThrownBy(() -> HitRate.of(List.of(), held -> List.of(), held -> List.of(), 1))
                .hasMessage("first and clients must be at least 1, found 1 and 0");
    }
}
