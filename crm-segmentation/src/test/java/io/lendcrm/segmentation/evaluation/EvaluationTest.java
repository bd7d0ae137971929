package io.lendcrm.segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.profile.StrategyKey;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reference: decisions.json, statistics, uplift_deciles and uplift_small. */
class EvaluationTest {

    private static UpliftCurve curve(long[]... groups) {
        return UpliftCurve.of(Arrays.stream(groups)
                .map(g -> new TrialGroup("g", g[0], g[1], g[2], g[3]))
                .toList());
    }

    @Test
    void theCurveOfTenGroupsEqualsTheReference() {
        UpliftCurve curve = curve(
                new long[] {100, 30, 98, 10},
                new long[] {102, 26, 101, 12},
                new long[] {99, 22, 100, 13},
                new long[] {100, 18, 103, 14},
                new long[] {101, 15, 97, 13},
                new long[] {98, 12, 101, 12},
                new long[] {100, 10, 99, 11},
                new long[] {100, 9, 100, 11},
                new long[] {101, 8, 102, 12},
                new long[] {99, 6, 99, 11});
        assertThat(curve.qini().get(1)).isCloseTo(19.79591836734694, within(1e-12));
        assertThat(curve.uplift().get(2)).isCloseTo(66.83665854022588, within(1e-9));
        assertThat(curve.areaQini()).isCloseTo(39.53217030758421, within(1e-9));
        assertThat(curve.areaRandom()).isCloseTo(18.5, within(1e-12));
        assertThat(curve.qiniCoefficient()).isCloseTo(21.03217030758421, within(1e-9));
        assertThat(curve.qiniPerTreated()).isCloseTo(0.02103217030758421, within(1e-12));
        assertThat(curve.auuc()).isCloseTo(0.03945808849701819, within(1e-12));
    }

    @Test
    void theCurveOfFourSmallGroupsEqualsTheReference() {
        UpliftCurve curve = curve(
                new long[] {4, 3, 3, 1}, new long[] {3, 2, 4, 1}, new long[] {5, 2, 4, 2}, new long[] {4, 1, 5, 2});
        assertThat(curve.share()).containsExactly(0.0, 0.21875, 0.4375, 0.71875, 1.0);
        assertThat(curve.qiniCoefficient()).isCloseTo(1.1373106060606064, within(1e-12));
        assertThat(curve.auuc()).isCloseTo(0.12880267518939398, within(1e-12));
    }

    /** Newcombe 1998, table II, method 10: 56/70 − 48/80 has the interval 0.0524 to 0.3339, 9/10 − 3/10 0.1705 to 0.8090. */
    @Test
    void theIntervalEqualsThePublishedOne() {
        RateInterval interval = new TrialGroup("a", 70, 56, 80, 48).interval(0.95);
        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
        assertThat(interval.above(0)).isTrue();
        RateInterval small = new TrialGroup("b", 10, 9, 10, 3).interval(0.95);
        assertThat(small.low()).isCloseTo(0.1705, within(5e-5));
        assertThat(small.high()).isCloseTo(0.8090, within(5e-5));
    }

    @Test
    void theIntervalHoldsAKnownUpliftAsOftenAsItSays() {
        Random random = new Random(9);
        int held = 0;
        for (int trial = 0; trial < 1000; trial++) {
            long treated = random.doubles(200).filter(u -> u < 0.30).count();
            long control = random.doubles(200).filter(u -> u < 0.22).count();
            RateInterval interval = new TrialGroup("a", 200, treated, 200, control).interval(0.95);
            held += interval.low() <= 0.08 && 0.08 <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(930, 970);
    }

    @Test
    void theGateSaysWhatSpeaksAgainstASegment() {
        List<ActionabilityGate.Actionability> verdicts = ActionabilityGate.defaults()
                .judge(List.of(
                        candidate("a", 500, 0.9, 0.8, "grow"),
                        candidate("b", 20, 0.5, 0.1, "keep"),
                        candidate("c", 500, 0.9, 0.8, "keep")));
        assertThat(verdicts.get(0).actionable()).isTrue();
        assertThat(verdicts.get(1).reasons().stream()
                        .map(reason -> reason.code().value()))
                .containsExactly(
                        "actionable.small",
                        "actionable.unstable",
                        "actionable.unreachable",
                        "actionable.same-strategy");
        assertThat(verdicts.get(2).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.arguments()).containsEntry("other", "b"));
    }

    private static ActionabilityGate.Candidate candidate(
            String segment, long clients, double stability, double reachable, String strategy) {
        return new ActionabilityGate.Candidate(
                SegmentId.of(segment), clients, stability, reachable, StrategyKey.of(strategy));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatThrownBy(() -> new TrialGroup("a", 5, 6, 1, 0))
                .hasMessage("treatedResponses must be within [0, treated=5], found 6");
        assertThatThrownBy(() -> UpliftCurve.of(List.of())).hasMessage("groups must be at least one, found none");
    }
}
