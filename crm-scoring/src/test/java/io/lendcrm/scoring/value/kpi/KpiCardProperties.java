package io.lendcrm.scoring.value.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KpiCardProperties {

    private static final ClientId CLIENT = ClientId.of("C-1");

    /** A card and values to score with it. */
    record Case(KpiCard card, double[] values) {}

    @Property
    void contributionsAddUpToTheScoreLessItsBase(@ForAll("cases") Case any) {
        Score score = any.card().score(FeatureRow.of(CLIENT, any.card().schema(), any.values()));
        if (score instanceof Score.Scored scored) {
            double sum = 0;
            for (Reason reason : scored.reasons()) {
                sum += reason.contribution();
            }
            assertThat(sum).isCloseTo(scored.value() - scored.base(), within(1e-12));
            assertThat(scored.value()).isBetween(0.0, 100.0);
        } else {
            assertThat(any.values()).contains(Double.NaN);
        }
    }

    @Property
    void theBareNumberIsBitEqualToTheReasonedOne(@ForAll("cases") Case any) {
        double bare = any.card().score(any.values());
        Score score = any.card().score(FeatureRow.of(CLIENT, any.card().schema(), any.values()));
        double reasoned = score instanceof Score.Scored scored ? scored.value() : Double.NaN;
        assertThat(Double.doubleToLongBits(bare)).isEqualTo(Double.doubleToLongBits(reasoned));
    }

    @Property
    void aBetterValueNeverLowersTheScore(@ForAll("cases") Case any, @ForAll int which, @ForAll double more) {
        int i = Math.floorMod(which, any.values().length);
        double[] better = any.values().clone();
        double step = Math.abs(more % 100);
        boolean higher = any.card().indicators().get(i).direction() == KpiDirection.HIGHER_IS_BETTER;
        better[i] += higher ? step : -step;
        double before = any.card().score(any.values());
        if (!Double.isNaN(before)) {
            assertThat(any.card().score(better)).isGreaterThanOrEqualTo(before);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(n -> Combinators.combine(
                                indicators(n),
                                Arbitraries.doubles().between(1, 99),
                                Arbitraries.doubles()
                                        .between(-500, 500)
                                        .injectNull(0.1)
                                        .list()
                                        .ofSize(n))
                        .as((indicators, atTarget, values) -> new Case(
                                KpiCard.of(atTarget, indicators),
                                values.stream()
                                        .mapToDouble(v -> v == null ? Double.NaN : v)
                                        .toArray())));
    }

    private static Arbitrary<List<KpiIndicator>> indicators(int n) {
        Arbitrary<Integer> shares = Arbitraries.integers().between(1, 20);
        Arbitrary<Double> targets = Arbitraries.doubles().between(-100, 100);
        Arbitrary<Double> rooms = Arbitraries.doubles().between(0.01, 200);
        Arbitrary<KpiMissing> policies = Arbitraries.of(KpiMissing.class);
        Arbitrary<KpiDirection> directions = Arbitraries.of(KpiDirection.class);
        Arbitrary<KpiIndicator> one = Combinators.combine(shares, targets, rooms, rooms, policies, directions)
                .as((share, target, below, above, policy, direction) -> new KpiIndicator(
                        Cards.BALANCE, direction, target, target - below, target + above, share / 20.0, policy));
        return one.list().ofSize(n).map(KpiCardProperties::weightsThatAddUp);
    }

    private static List<KpiIndicator> weightsThatAddUp(List<KpiIndicator> raw) {
        double sum = raw.stream().mapToDouble(KpiIndicator::weight).sum();
        List<KpiIndicator> exact = new ArrayList<>();
        for (KpiIndicator i : raw) {
            exact.add(new KpiIndicator(
                    Feature.numeric("f" + exact.size(), "x"),
                    i.direction(),
                    i.target(),
                    i.floor(),
                    i.cap(),
                    i.weight() / sum,
                    i.missing()));
        }
        return exact;
    }
}
