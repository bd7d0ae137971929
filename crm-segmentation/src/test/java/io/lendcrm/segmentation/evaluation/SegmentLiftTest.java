package io.lendcrm.segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.segmentation.evaluation.SegmentLift.SegmentRate;
import io.lendcrm.segmentation.evaluation.SegmentLift.Standing;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference: SciPy 1.17.1 (binomtest, chi2_contingency, somersd, hypergeom), and sums over all tables. */
class SegmentLiftTest {

    private static final int[] SIZES = {120, 80, 200, 40};

    private final SegmentLift lift = SegmentLift.of(Groups.ofSizes(4, SIZES), Groups.marked(SIZES, 30, 8, 20, 14));

    @Test
    void ratesAndTheirIntervalsAreThoseOfTheReference() {
        assertThat(lift.all()).isEqualTo(new EventRate(440, 72));
        assertThat(lift.segments().get(0).lift()).hasValue(0.25 / (72 / 440.0));
        interval(lift.segments().get(0), 0.16530504347032499, 0.3594042608387364);
        interval(lift.segments().get(1), 0.043216041322023196, 0.21465630363705132);
        interval(lift.segments().get(2), 0.05853826384688802, 0.16566102639105293);
        interval(lift.segments().get(3), 0.1938747579937367, 0.5466014354393331);
        assertThat(lift.segments())
                .extracting(SegmentRate::standing)
                .containsExactly(Standing.ABOVE, Standing.ALIKE, Standing.ALIKE, Standing.ABOVE);
        RateInterval none = new EventRate(20, 0).interval(0.95);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.16112515805281935, within(1e-12));
        assertThat(new EventRate(20, 20).interval(0.95).low()).isCloseTo(0.8388748419471808, within(1e-12));
        assertThat(new EventRate(0, 0).interval(0.95)).isEqualTo(new RateInterval(0, 1));
    }

    private static void interval(SegmentRate segment, double low, double high) {
        assertThat(segment.interval().low()).isCloseTo(low, within(1e-12));
        assertThat(segment.interval().high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void informationValueGiniAndTestAreThoseOfTheReference() {
        assertThat(lift.informationValue()).isCloseTo(0.3844399172107854, within(1e-12));
        assertThat(lift.gini()).isCloseTo(0.3140096618357488, within(1e-12));
        PartitionTest test = lift.test();
        assertThat(test.chiSquared()).isCloseTo(24.975845410628015, within(1e-10));
        assertThat(test.degrees()).isEqualTo(3);
        assertThat(test.p()).isCloseTo(1.562109870987954e-05, within(1e-12));
        assertThat(test.simulated()).isFalse();
    }

    @Test
    void aRankingByOtherClientsMayBeWrong() {
        int[] sizes = {100, 100, 100, 0};
        SegmentLift earlier = SegmentLift.of(Groups.ofSizes(4, sizes), Groups.marked(sizes, 10, 40, 10, 0));
        assertThat(earlier.segments().get(3).lift()).isEmpty();
        assertThat(earlier.segments().get(3).standing()).isEqualTo(Standing.TOO_FEW);
        // segments a and c share a rank, d ranks between them and b
        assertThat(lift.gini(earlier)).isCloseTo(0.009057971014492754, within(1e-12));
        SegmentLift known = SegmentLift.of(
                Groups.ofSizes(4, 100, 100, 100, 100), Groups.marked(new int[] {100, 100, 100, 100}, 10, 40, 20, 20));
        assertThat(lift.gini(known)).isCloseTo(-0.20229468599033817, within(1e-12));
    }

    @Test
    void aSegmentWithoutEventsHasAFiniteInformationValue() {
        int[] sizes = {20, 30};
        SegmentLift none = SegmentLift.of(Groups.ofSizes(2, sizes), Groups.marked(sizes, 0, 8));
        assertThat(none.informationValue()).isCloseTo(1.1541086204687423, within(1e-12));
    }

    /** The 45 tables of these totals summed give p = 0.031862745098039214. */
    @Test
    void smallSegmentsAreTestedBySimulatedTables() {
        List<EventRate> small = List.of(new EventRate(6, 4), new EventRate(5, 0), new EventRate(7, 1));
        PartitionTest test = PartitionTest.of(small, 5);
        assertThat(test.simulated()).isTrue();
        assertThat(test.chiSquared()).isCloseTo(7.08131868131868, within(1e-12));
        assertThat(test.p()).isCloseTo(0.031862745098039214, within(0.006));
        assertThat(PartitionTest.of(small, 5)).isEqualTo(test);
        // a tiny segment among many clients is no matter of time
        PartitionTest large = PartitionTest.of(List.of(new EventRate(3, 3), new EventRate(1_000_000, 220_000)), 1);
        assertThat(large.p()).isCloseTo(0.22 * 0.22 * 0.22, within(0.005));
    }

    @Test
    void drawsAreHypergeometric() {
        SplittableRandom random = new SplittableRandom(3);
        int[] drawn = new int[13];
        for (int i = 0; i < 100_000; i++) {
            drawn[(int) Hypergeometric.draw(40, 15, 12, random)]++;
        }
        double[] known = {0.16638232, 0.26425427, 0.25838195, 0.15865558};
        for (int x = 3; x < 7; x++) {
            assertThat(drawn[x] / 100_000.0).isCloseTo(known[x - 3], within(0.006));
        }
        assertThat(Hypergeometric.draw(9, 9, 4, random)).isEqualTo(4);
    }

    @Test
    void segmentsThatAreAllAlikeAreRarelyNamed() {
        SplittableRandom random = new SplittableRandom(8);
        int[] sizes = {100, 150, 200, 250, 300};
        int named = 0;
        int rejected = 0;
        for (int trial = 0; trial < 400; trial++) {
            int[] events = IntStream.of(sizes)
                    .map(n -> (int) IntStream.range(0, n)
                            .filter(i -> random.nextDouble() < 0.2)
                            .count())
                    .toArray();
            SegmentLift found = SegmentLift.of(Groups.ofSizes(5, sizes), Groups.marked(sizes, events));
            named += found.segments().stream().anyMatch(s -> s.standing() != Standing.ALIKE) ? 1 : 0;
            rejected += found.test().p() <= 0.05 ? 1 : 0;
        }
        assertThat(named).isLessThanOrEqualTo(29); // 5 % of 400, and two standard deviations
        assertThat(rejected).isBetween(8, 33);
    }

    @Test
    void clientsWithoutASegmentAreToldApart() {
        SegmentLift found = SegmentLift.of(Groups.ofSizes(1, 50, 10), Groups.marked(new int[] {50, 10}, 5, 9), 0.9, 60);
        assertThat(found.unassigned()).isEqualTo(new EventRate(10, 9));
        assertThat(found.all()).isEqualTo(new EventRate(50, 5));
        assertThat(found.segments().get(0).standing()).isEqualTo(Standing.TOO_FEW);
        assertThat(found.gini()).isZero();
        assertThat(found.informationValue()).isZero();
        assertThat(found.test()).isEqualTo(new PartitionTest(0, 0, 1, false));
    }

    @Test
    void refusesWhatHasNoLift() {
        assertThatThrownBy(() -> SegmentLift.of(Groups.ofSizes(2, 3, 3), new boolean[6]))
                .hasMessage("the event must have come to some clients and not to others, found it with 0 of 6 clients"
                        + " that have a segment");
        assertThatThrownBy(() -> SegmentLift.of(Groups.ofSizes(2, 3, 3), new boolean[5]))
                .hasMessage("event must have a value for each of the 6 clients, found 5");
        assertThatThrownBy(() -> SegmentLift.of(Groups.ofSizes(1, 2), new boolean[] {true, false}, 1, 1))
                .hasMessage("level must be above 0 and below 1, found 1.0");
    }
}
