package io.lendcrm.scoring.proof.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.validation.EmpiricalDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FairnessProperties {

    @Property(tries = 500)
    void intervalsHoldTheirValueAndStayInRange(
            @ForAll @IntRange(min = 1, max = 200) int m,
            @ForAll @IntRange(max = 200) int a,
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(max = 200) int b) {
        Share first = new Share(m, m, (double) Math.min(a, m) / m);
        Share second = new Share(n, n, (double) Math.min(b, n) / n);
        Interval difference = Comparisons.difference(first, second, 0.95);
        Interval turned = Comparisons.difference(second, first, 0.95);

        assertThat(difference.lower()).isGreaterThanOrEqualTo(-1);
        assertThat(difference.upper()).isLessThanOrEqualTo(1).isGreaterThan(difference.lower());
        assertThat(turned.lower()).isCloseTo(-difference.upper(), within(1e-12));
        if (second.value() > 0) {
            Interval ratio = Comparisons.ratio(first, second, 0.95);
            assertThat(ratio.lower()).isGreaterThanOrEqualTo(0);
            assertThat(ratio.upper()).isFinite().isGreaterThan(ratio.lower());
        }
        if (first.value() > 0 && second.value() > 0 && first.value() < 1) {
            Interval ratio = Comparisons.ratio(first, second, 0.95);
            Interval inverse = Comparisons.ratio(second, first, 0.95);
            assertThat(inverse.lower() * ratio.upper()).isCloseTo(1, within(1e-9));
        }
    }

    @Property(tries = 100)
    void equalWeightsAreNoWeights(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int weight) {
        Random random = new Random(seed);
        List<String> groups = new ArrayList<>(List.of("a", "b"));
        boolean[] favourable = new boolean[200];
        boolean[] good = new boolean[200];
        double[] weights = new double[200];
        for (int row = 0; row < 200; row++) {
            if (row > 1) {
                groups.add(List.of("a", "b", "c").get(random.nextInt(3)));
            }
            favourable[row] = random.nextInt(3) > 0;
            good[row] = random.nextInt(4) > 0;
            weights[row] = weight;
        }
        ProtectedAttribute attribute = ProtectedAttribute.of("group", groups);
        Decisions decisions = Decisions.of(favourable).withOutcomes(good);
        FairnessRule rule = FairnessRule.defaults().withMinimumCell(5);
        DecisionFairness plain = DecisionFairness.of(attribute, decisions, rule);
        DecisionFairness weighted = DecisionFairness.of(attribute, decisions.withWeights(weights), rule);

        assertThat(weighted.reference()).isEqualTo(plain.reference());
        for (int i = 0; i < plain.comparisons().size(); i++) {
            GroupComparison one = plain.comparisons().get(i);
            GroupComparison other = weighted.comparisons().get(i);
            assertThat(other.evidence()).isEqualTo(one.evidence());
            if (one.estimate().isPresent()) {
                assertThat(other.estimate().orElseThrow().lower())
                        .isCloseTo(one.estimate().orElseThrow().lower(), within(1e-9));
            }
        }
    }

    @Example
    void intervalsCoverAsOftenAsTheySay() {
        Random random = new Random(20);
        int differences = 0;
        int ratios = 0;
        for (int sample = 0; sample < 4000; sample++) {
            Share a = drawn(random, 150, 0.45);
            Share b = drawn(random, 250, 0.6);
            Interval difference = Comparisons.difference(a, b, 0.95);
            Interval ratio = Comparisons.ratio(a, b, 0.95);
            differences += difference.lower() <= -0.15 && -0.15 <= difference.upper() ? 1 : 0;
            ratios += ratio.lower() <= 0.75 && 0.75 <= ratio.upper() ? 1 : 0;
        }

        // 0.95 with four standard errors of 4000 samples
        assertThat(differences / 4000.0).isBetween(0.93, 0.97);
        assertThat(ratios / 4000.0).isBetween(0.93, 0.97);
    }

    @Property(tries = 100)
    void distancesAreOfTheDistributions(@ForAll @IntRange(max = 50) int shift, @ForAll long seed) {
        Random random = new Random(seed);
        double[] a = random.doubles(40).sorted().toArray();
        double[] b = java.util.Arrays.stream(a).map(x -> x + shift / 10.0).toArray();
        EmpiricalDistance distance = EmpiricalDistance.of(b, a);

        assertThat(distance.wasserstein()).isCloseTo(shift / 10.0, within(1e-9));
        assertThat(distance.ks()).isBetween(0.0, 1.0);
        assertThat(shift >= 10 ? distance.ks() : 1).isEqualTo(1);
    }

    private static Share drawn(Random random, int rows, double chance) {
        int hits = 0;
        for (int i = 0; i < rows; i++) {
            hits += random.nextDouble() < chance ? 1 : 0;
        }
        return new Share(rows, rows, (double) hits / rows);
    }
}
