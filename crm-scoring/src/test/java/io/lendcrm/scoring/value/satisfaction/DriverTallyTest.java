package io.lendcrm.scoring.value.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.FitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriverTallyTest {

    private static final SurveyItem OVERALL = new SurveyItem("overall", 1, 1, 5);

    @Test
    void importancesAgreeWithRegressionsInAllOrders() {
        DocumentReader reference = Reference.block("drivers");
        double[][] ratings = Reference.rows(reference.decimals("ratings"), 4);
        double[] outcome = reference.decimals("outcome");
        double[] importance = reference.decimals("importance");
        double[] correlation = reference.decimals("correlation");
        DriverTally tally = DriverTally.of(survey("a", "b", "c", "d"), OVERALL);
        for (int i = 0; i < outcome.length; i++) {
            assertThat(tally.add(outcome[i], ratings[i])).isTrue();
        }
        DriverAnalysis analysis = tally.analyse(0.95);
        assertThat(analysis.rSquared()).isCloseTo(reference.decimal("rSquared"), within(1e-12));
        for (int j = 0; j < 4; j++) {
            Driver driver = analysis.drivers().get(j);
            assertThat(driver.importance()).isCloseTo(importance[j], within(1e-12));
            assertThat(driver.correlation()).isCloseTo(correlation[j], within(1e-12));
            assertThat(driver.importance()).isBetween(driver.lower(), driver.upper());
        }
    }

    @Test
    void aPlantedDriverThatIsBadlyServedIsTheBottleneck() {
        Random random = new Random(11);
        DriverTally tally = DriverTally.of(survey("advice", "speed", "price", "branch"), OVERALL);
        for (int i = 0; i < 400; i++) {
            tally.add(overall(random, 0.9), ratings);
        }
        DriverAnalysis analysis = tally.analyse(0.95);
        assertThat(analysis.bottlenecks()).extracting(Driver::name).containsExactly("speed");
        Driver speed = analysis.drivers().get(1);
        assertThat(speed.lower()).isGreaterThan(analysis.rSquared() / 4);
        assertThat(speed.performance().value()).isLessThan(50);
        assertThat(analysis.drivers().stream().mapToDouble(Driver::importance).sum())
                .isCloseTo(analysis.rSquared(), within(1e-12));
    }

    /** The truth is that of 400,000 clients; 400 samples of 150. */
    @Test
    void intervalsOfImportanceCoverTheirTruth() {
        Random random = new Random(12);
        DriverTally all = DriverTally.of(survey("advice", "speed", "price", "branch"), OVERALL);
        for (int i = 0; i < 400_000; i++) {
            all.add(overall(random, 0.9), ratings);
        }
        double truth = all.analyse(0.95).drivers().get(1).importance();
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            DriverTally tally = DriverTally.of(survey("advice", "speed", "price", "branch"), OVERALL);
            for (int i = 0; i < 150; i++) {
                tally.add(overall(random, 0.9), ratings);
            }
            Driver speed = tally.analyse(0.95).drivers().get(1);
            covered += speed.lower() <= truth && truth <= speed.upper() ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.91, 0.98);
    }

    @Test
    void aQuestionAnsweredAlikeByAllExplainsNothingAndTwinsShareAlike() {
        DriverTally tally = DriverTally.of(survey("a", "twin", "constant"), OVERALL);
        int[] answers = {1, 2, 3, 4, 5, 2, 3, 4};
        for (int i = 0; i < answers.length; i++) {
            tally.add(answers[(i + i / 5) % 8], answers[i], answers[i], 3);
        }
        DriverAnalysis analysis = tally.analyse(0.9);
        assertThat(analysis.drivers().get(0).importance())
                .isCloseTo(analysis.drivers().get(1).importance(), within(1e-12))
                .isPositive();
        assertThat(analysis.drivers().get(2).importance()).isZero();
        assertThat(analysis.drivers().get(2).correlation()).isZero();
    }

    /** As when answers are counted client by client on many machines. */
    @Test
    void ofOneClientEachMergeToTheTallyOfAll() {
        Random random = new Random(5);
        DriverTally all = DriverTally.of(survey("a", "b"), OVERALL);
        DriverTally merged = DriverTally.of(survey("a", "b"), OVERALL);
        for (int i = 0; i < 250; i++) {
            DriverTally one = DriverTally.of(survey("a", "b"), OVERALL);
            int a = 1 + random.nextInt(5);
            int b = 1 + random.nextInt(5);
            int overall = Math.min(5, 1 + (a + random.nextInt(5)) / 2);
            all.add(overall, a, b);
            one.add(overall, a, b);
            merged.merge(one);
        }

        assertThat(merged.analyse(0.95)).isEqualTo(all.analyse(0.95));
        assertThat(merged.analyse(0.95).drivers().get(0).upper())
                .isGreaterThan(merged.analyse(0.95).drivers().get(0).importance());
    }

    @Test
    void whatCannotBeAnalysedIsSaid() {
        DriverTally tally = DriverTally.of(survey("a", "b"), OVERALL);
        assertThat(tally.add(Double.NaN, 1, 1)).isFalse();
        assertThat(tally.add(3, 1, Double.NaN)).isFalse();
        assertThat(tally.incomplete()).isEqualTo(2);
        tally.add(3, 1, 1);
        assertThatThrownBy(() -> tally.analyse(0.95))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("1 clients answered all of 3 questions (2 left one out), at least 5 are needed");
        for (int i = 1; i <= 5; i++) {
            tally.add(3, i, 6 - i);
        }
        assertThatThrownBy(() -> tally.analyse(0.95))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("all 6 clients gave the same answer to overall");
        assertThatThrownBy(() -> DriverTally.of(survey("a"), OVERALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("items of drivers must be 2 to 12, found 1");
        assertThatThrownBy(() -> DriverTally.of(survey("a", "overall"), OVERALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outcome must not be one of the drivers, found overall");
    }

    private double[] ratings = {};

    /** Speed moves satisfaction most and is served worst; advice moves it a little; answers share a client's mood. */
    private double overall(Random random, double strength) {
        double mood = 0.5 * random.nextGaussian();
        double advice = mood + random.nextGaussian();
        double speed = mood + random.nextGaussian();
        double price = mood + random.nextGaussian();
        double branch = mood + random.nextGaussian();
        ratings = new double[] {step(3.6 + advice), step(2.4 + speed), step(3.2 + price), step(3.8 + branch)};
        return step(3 + strength * speed + 0.3 * advice + 0.7 * random.nextGaussian());
    }

    private static double step(double latent) {
        return Math.max(1, Math.min(5, Math.rint(latent)));
    }

    private static Survey survey(String... names) {
        List<SurveyItem> items = new ArrayList<>();
        for (String name : names) {
            items.add(new SurveyItem(name, 1, 1, 5));
        }
        return Survey.of("drivers", items);
    }
}
