package io.lendcrm.segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.segmentation.Assignments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Reference of the interval: SciPy 1.17.1, binomtest. */
class UnmetNeedTest {

    private static final int[] SIZES = {200, 100};

    private final Assignments assigned = Groups.ofSizes(2, SIZES);

    /** Half of segment a needs either, and 30 of 200 have insurance; of b a tenth needs it, and 40 of 100 have it. */
    private List<UnmetNeed> report() {
        double[] need = new double[300];
        for (int i = 0; i < 300; i++) {
            need[i] = i < 200 ? i % 2 : i % 10 == 0 ? 1 : 0;
        }
        return UnmetNeed.rank(
                assigned,
                List.of(
                        ProductNeed.of("loan", need, Groups.marked(SIZES, 90, 12)),
                        ProductNeed.of("insurance", need, Groups.marked(SIZES, 30, 40))));
    }

    @Test
    void theGreatestUnmetNeedComesFirstWithItsReasons() {
        UnmetNeed first = report().get(0);
        assertThat(first.segment().value()).isEqualTo("a");
        assertThat(first.product()).isEqualTo("insurance");
        assertThat(first.isUnmet()).isTrue();
        assertThat(first.need()).isEqualTo(0.5);
        assertThat(first.needOfAll()).isCloseTo(110 / 300.0, within(1e-12));
        assertThat(first.takeUp()).isEqualTo(0.15);
        assertThat(first.shortfall().low()).isCloseTo(0.5 - 0.2235860026642552, within(1e-12));
        assertThat(first.shortfall().high()).isCloseTo(0.5 - 0.09758837629394314, within(1e-12));
        assertThat(first.lacking()).isEqualTo(85); // the first 30 have it, of whom 15 need it
        assertThat(first.leastLacking()).isCloseTo(200 * (0.5 - 0.2235860026642552), within(1e-9));
        assertThat(first.reasons().stream().map(r -> ReasonCatalogue.standard().text(r, Locale.ENGLISH)))
                .containsExactly(
                        "50.0 % need insurance, at least the 36.7 % of all clients",
                        "15.0 % have insurance (at most 22.4 %), fewer than the 50.0 % in need");
        assertThat(ReasonCatalogue.standard().text(first.reasons().get(0), Locale.CHINESE))
                .startsWith("50.0 % 的客户需要 insurance");
    }

    @Test
    void aNeedIsNotUnmetIfItIsLowOrMayBeMet() {
        List<UnmetNeed> all = report();
        assertThat(all).hasSize(4);
        assertThat(all.stream().filter(UnmetNeed::isUnmet)).hasSize(1);
        assertThat(all.stream()
                        .map(u -> u.segment().value() + " " + u.product() + " "
                                + u.reasons().get(0).code().value() + " "
                                + u.reasons().get(1).code().value()))
                .contains(
                        "a loan need.high need.met",
                        "b loan need.low need.met",
                        "b insurance need.low need.take-up-beyond");
    }

    @Test
    void peersShowWhatASegmentLacks() {
        // two peer groups; in each the clients of segment a have a product half as often as those of b
        boolean[] holds = new boolean[800];
        int[] peers = new int[800];
        int[] segment = new int[800];
        for (int i = 0; i < 800; i++) {
            segment[i] = i % 2;
            peers[i] = i < 400 ? 7 : 3;
            holds[i] = i / 2 % 10 < (segment[i] == 0 ? 3 : 6) - (peers[i] == 7 ? 1 : 0);
        }
        List<UnmetNeed> report =
                UnmetNeed.rank(Groups.of(2, segment), List.of(ProductNeed.byPeers("card", holds, peers)));
        assertThat(report.get(0).segment().value()).isEqualTo("a");
        assertThat(report.get(0).isUnmet()).isTrue();
        assertThat(report.get(0).takeUp()).isEqualTo(0.25);
        assertThat(report.get(1).isUnmet()).isFalse();
    }

    @Test
    void needsByPeersAddUpToHoldings() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 50; trial++) {
            int n = 2 + random.nextInt(60);
            boolean[] holds = new boolean[n];
            int[] peers = new int[n];
            for (int i = 0; i < n; i++) {
                holds[i] = random.nextBoolean();
                peers[i] = random.nextInt(5) - 1;
            }
            ProductNeed product = ProductNeed.byPeers("card", holds, peers);
            double need = 0;
            int held = 0;
            for (int i = 0; i < n; i++) {
                int own = peers[i];
                boolean known =
                        own >= 0 && Arrays.stream(peers).filter(p -> p == own).count() > 1;
                assertThat(Double.isNaN(product.need(i))).isEqualTo(!known);
                need += known ? product.need(i) : 0;
                held += known && holds[i] ? 1 : 0;
            }
            assertThat(need).isCloseTo(held, within(1e-9));
        }
    }

    @Test
    void unknownNeedsAndFewClientsAreTold() {
        double[] need = new double[300];
        Arrays.fill(need, 20, 200, Double.NaN);
        UnmetNeed a = UnmetNeed.rank(assigned, List.of(ProductNeed.of("loan", need, new boolean[300]))).stream()
                .filter(u -> u.segment().value().equals("a"))
                .findFirst()
                .orElseThrow();
        assertThat(a.clients()).isEqualTo(20);
        assertThat(a.unknown()).isEqualTo(180);
        assertThat(a.isUnmet()).isFalse();
        assertThat(a.reasons())
                .singleElement()
                .satisfies(r -> assertThat(r.code().value()).isEqualTo("need.few-clients"));
    }

    @Test
    void refusesNeedsThatCannotBe() {
        assertThatThrownBy(() -> ProductNeed.of("loan", new double[] {1.5}, new boolean[1]))
                .hasMessage("need must be within [0, 1], found 1.5");
        assertThatThrownBy(() -> ProductNeed.byPeers("loan", new boolean[1], new int[] {-2}))
                .hasMessage("peers must be at least -1, found -2");
        assertThatThrownBy(
                        () -> UnmetNeed.rank(assigned, List.of(ProductNeed.of("loan", new double[1], new boolean[1]))))
                .hasMessage("loan must have a need for each of the 300 clients, found 1");
    }
}
