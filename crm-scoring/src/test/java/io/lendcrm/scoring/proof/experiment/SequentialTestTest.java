package io.lendcrm.scoring.proof.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.proof.experiment.Comparison.Verdict;
import io.lendcrm.scoring.proof.validation.AucDifference;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SequentialTestTest {

    private static final int RUNS = 1500;

    @Test
    void lookingAfterEveryClientRaisesNoMoreFalseAlarmsThanAllowed() {
        SequentialTest test = SequentialTest.ofScale(0.04).withLeast(400);
        int alarms = 0;
        int naive = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(run);
            boolean stopped = false;
            boolean naivelyStopped = false;
            int[] events = new int[2];
            for (int n = 1; n <= 3000; n++) {
                events[0] += random.nextDouble() < 0.05 ? 1 : 0;
                events[1] += random.nextDouble() < 0.05 ? 1 : 0;
                if (n >= 400) {
                    ArmOutcomes a = ArmOutcomes.ofRate(events[0], n);
                    ArmOutcomes b = ArmOutcomes.ofRate(events[1], n);
                    stopped |= test.look(a, b).verdict() != Verdict.GO_ON;
                    double z = (b.mean() - a.mean()) / Math.sqrt((a.variance() + b.variance()) / n);
                    naivelyStopped |= Math.abs(z) > 1.96;
                }
            }
            alarms += stopped ? 1 : 0;
            naive += naivelyStopped ? 1 : 0;
        }

        assertThat(alarms).isBetween(1, (int) (0.05 * RUNS));
        assertThat(naive).isGreaterThan((int) (0.15 * RUNS)); // what an ordinary test does if looked at so often
    }

    @Test
    void profitsOfFatTailsKeepTheRateToo() {
        SequentialTest test = SequentialTest.ofScale(20);
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            SplittableRandom random = new SplittableRandom(70_000 + run);
            boolean stopped = false;
            ArmOutcomes a = ArmOutcomes.NONE;
            ArmOutcomes b = ArmOutcomes.NONE;
            for (int n = 1; n <= 2000 && !stopped; n++) {
                a = a.plus(profit(random, 0.05));
                b = b.plus(profit(random, 0.05));
                stopped = test.look(a, b).verdict() != Verdict.GO_ON;
            }
            alarms += stopped ? 1 : 0;
        }

        assertThat(alarms).isLessThanOrEqualTo((int) (0.05 * RUNS));
    }

    /** Interest earned, or most of the loan lost. */
    private static double profit(RandomGenerator random, double badRate) {
        return random.nextDouble() < badRate ? -600 * random.nextDouble() : 50 + 20 * random.nextDouble();
    }

    @Test
    void aChallengerThatEarnsMoreIsFoundAndTheTruthStaysInTheInterval() {
        SequentialTest test = SequentialTest.ofScale(10);
        double truth = 0.04 * (60 + 300); // four points of bad rate less
        int found = 0;
        int covered = 0;
        for (int run = 0; run < 100; run++) {
            SplittableRandom random = new SplittableRandom(run);
            ArmOutcomes champion = ArmOutcomes.NONE;
            ArmOutcomes challenger = ArmOutcomes.NONE;
            Comparison last = test.look(champion, challenger);
            boolean holds = true;
            for (int n = 0; n < 6000 && last.verdict() == Verdict.GO_ON; n++) {
                champion = champion.plus(profit(random, 0.08));
                challenger = challenger.plus(profit(random, 0.04));
                last = test.look(champion, challenger);
                holds &= last.difference().lower() <= truth
                        && truth <= last.difference().upper();
            }
            found += last.verdict() == Verdict.CHALLENGER_HIGHER ? 1 : 0;
            covered += holds ? 1 : 0;
        }

        assertThat(found).isGreaterThan(90);
        assertThat(covered).isGreaterThanOrEqualTo(95);
    }

    @Test
    void armsThatAreAlikeEndTheExperimentToo() {
        SequentialTest test = SequentialTest.ofScale(0.01).withMargin(0.01).withLeast(1000);
        Comparison early = test.look(ArmOutcomes.ofRate(50, 1000), ArmOutcomes.ofRate(52, 1000));
        Comparison late = test.look(ArmOutcomes.ofRate(5000, 100_000), ArmOutcomes.ofRate(5020, 100_000));

        assertThat(early.verdict()).isEqualTo(Verdict.GO_ON);
        assertThat(late.verdict()).isEqualTo(Verdict.ALIKE);
        assertThat(test.look(ArmOutcomes.ofRate(5, 999), ArmOutcomes.ofRate(500, 999))
                        .verdict())
                .isEqualTo(Verdict.GO_ON); // too early to say
    }

    @Test
    void intervalAndProbabilityAgree() {
        SequentialTest test = SequentialTest.ofScale(0.5).withAlpha(0.1);
        // at the difference where the interval touches 0 the probability is alpha
        double variance = 0.04;
        double ratio = 0.25 / variance;
        double edge = Math.sqrt((1 + ratio) / ratio * variance * Math.log((1 + ratio) / 0.01));

        assertThat(test.look(edge, variance).pValue()).isCloseTo(0.1, within(1e-12));
        assertThat(test.look(edge, variance).difference().lower()).isCloseTo(0, within(1e-12));
        assertThat(test.look(-edge * 1.01, variance).verdict()).isEqualTo(Verdict.CHAMPION_HIGHER);
        assertThat(test.look(edge * 0.99, variance).verdict()).isEqualTo(Verdict.GO_ON);
        assertThat(test.look(1, 0).verdict()).isEqualTo(Verdict.GO_ON);
        assertThatThrownBy(() -> test.look(Double.NaN, 1)).hasMessageContaining("difference must be finite");
    }

    @Test
    void theNumberOfClientsIsThatWhoseIntervalIsAsWideAsTheDifference() {
        SequentialTest test = SequentialTest.ofScale(0.01);
        long clients = test.clientsFor(0.01, 0.0475, 0.0475, 0.5);
        double variance = 0.0475 * 4 / clients;

        assertThat(test.look(0, variance).difference().upper()).isCloseTo(0.01, within(1e-6));
        assertThat(clients).isBetween(10_000L, 40_000L);
        assertThat(test.clientsFor(0.01, 0.0475, 0.0475, 0.1)).isGreaterThan(2 * clients);
    }

    @Test
    void areasAreComparedAsAnyOtherDifference() {
        SplittableRandom random = new SplittableRandom(9);
        int n = 6000;
        double[] good = new double[n];
        double[] poor = new double[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            bad[i] = random.nextDouble() < 0.2;
            good[i] = (bad[i] ? 1.5 : 0) + random.nextGaussian();
            poor[i] = good[i] + 2 * random.nextGaussian();
        }
        AucDifference areas = AucDifference.of(ScoredOutcomes.ofRisk(poor, bad), ScoredOutcomes.ofRisk(good, bad));

        assertThat(SequentialTest.ofScale(0.02).look(areas).verdict()).isEqualTo(Verdict.CHALLENGER_HIGHER);
        assertThat(SequentialTest.ofScale(0.02).withLeast(6000).look(areas).verdict())
                .isEqualTo(Verdict.CHALLENGER_HIGHER);
        assertThat(SequentialTest.ofScale(0.02).withLeast(6001).look(areas).verdict())
                .isEqualTo(Verdict.GO_ON);
    }

    @Test
    void outcomesAddUp() {
        ArmOutcomes all = ArmOutcomes.of(3, -1, 4, 1, -5);
        ArmOutcomes parts = ArmOutcomes.of(3, -1).merge(ArmOutcomes.of(4, 1, -5));

        assertThat(parts.count()).isEqualTo(5);
        assertThat(parts.mean()).isCloseTo(all.mean(), within(1e-15));
        assertThat(parts.variance()).isCloseTo(all.variance(), within(1e-13)).isCloseTo(12.8, within(1e-13));
        assertThat(ArmOutcomes.of(1, 0, 0, 1).squares())
                .isCloseTo(ArmOutcomes.ofRate(2, 4).squares(), within(1e-15));
        assertThat(ArmOutcomes.NONE.merge(all)).isEqualTo(all);
        assertThatThrownBy(() -> ArmOutcomes.ofRate(3, 2)).hasMessage("events must be within [0, 2], found 3");
    }
}
