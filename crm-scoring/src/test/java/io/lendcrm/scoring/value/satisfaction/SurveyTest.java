package io.lendcrm.scoring.value.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.model.DocumentReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final double NONE = Double.NaN;
    private static final Survey SURVEY = Survey.of(
            "yearly",
            List.of(
                    new SurveyItem("advice", 3, 1, 5),
                    new SurveyItem("speed", 2, 1, 5),
                    new SurveyItem("price", 1, 1, 5)));

    @Test
    void theIndexAndItsIntervalAgreeWithTheReference() {
        DocumentReader reference = Reference.block("index");
        SurveyTally tally = SurveyTally.of(SURVEY);
        for (double[] ratings : Reference.rows(reference.decimals("ratings"), 3)) {
            assertThat(tally.add(ratings)).isTrue();
        }
        SurveyEstimate index = tally.index(0.95).orElseThrow();
        assertThat(index.value()).isCloseTo(reference.decimal("value"), within(1e-12));
        assertThat(index.lower()).isCloseTo(reference.decimal("lower"), within(1e-9));
        assertThat(index.upper()).isCloseTo(reference.decimal("upper"), within(1e-9));
        assertThat(index.formula()).isEqualTo(IntervalFormula.STUDENT);
        assertThat(index.answers()).isEqualTo(8);
    }

    @Test
    void aClientsScoreIsTheWeightedMeanOfWhatWasAnswered() {
        assertThat(SURVEY.score(5, 3, 1).orElseThrow()).isCloseTo(100 * (3 * 1 + 2 * 0.5) / 6, within(1e-12));
        assertThat(SURVEY.score(5, NONE, 1)).hasValue(75);
        assertThat(SURVEY.score(5, NONE, NONE)).hasValue(100);
        assertThat(SURVEY.score(NONE, 5, NONE)).isEmpty();
        assertThat(SURVEY.score(NONE, NONE, NONE)).isEmpty();
        assertThat(SURVEY.withMinimumAnswered(1).score(5, 5, NONE)).isEmpty();
    }

    @Test
    void incompleteAnswersAreCountedAndStillTellOfTheirQuestions() {
        SurveyTally tally = SurveyTally.of(SURVEY);
        assertThat(tally.add(NONE, 5, NONE)).isFalse();
        assertThat(tally.answers()).isZero();
        assertThat(tally.incomplete()).isEqualTo(1);
        assertThat(tally.index(0.95)).isEmpty();
        assertThat(tally.item("speed").answers()).isEqualTo(1);
        assertThat(tally.item("advice").performance(0.95)).isEmpty();
    }

    @Test
    void oneAnswerAndEqualAnswersHaveAWideInterval() {
        double[][] reference = Reference.rows(Reference.list("bounded"), 4);
        for (double[] row : reference) {
            RatingTally tally = RatingTally.of(new SurveyItem("overall", 1, 1, 5));
            for (int i = 0; i < row[1]; i++) {
                tally.add((int) (1 + 4 * row[0]));
            }
            SurveyEstimate mean = tally.performance(0.95).orElseThrow();
            assertThat(mean.formula()).isEqualTo(IntervalFormula.BOUNDED);
            assertThat(mean.value()).isEqualTo(100 * row[0]);
            assertThat(mean.lower()).isCloseTo(row[2], within(1e-9));
            assertThat(mean.upper()).isCloseTo(row[3], within(1e-6));
        }
    }

    @Test
    void effortIsAMeanOnItsOwnScaleAndPromotersLessDetractorsHaveAScoreInterval() {
        RatingTally effort = RatingTally.of(new SurveyItem("effort", 1, 1, 7));
        for (int rating : new int[] {7, 5, 6, 4}) {
            effort.add(rating);
        }
        assertThat(effort.mean(0.9).orElseThrow().value()).isEqualTo(5.5);
        assertThatThrownBy(() -> effort.netPromoterScore(0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale of effort must be [0, 10], found [1, 7]");

        for (double[] row : Reference.rows(Reference.list("nps"), 6)) {
            RatingTally tally = RatingTally.of(new SurveyItem("recommend", 1, 0, 10));
            for (int i = 0; i < row[2]; i++) {
                tally.add(i < row[0] ? 9 + i % 2 : i < row[0] + row[1] ? i % 7 : 7 + i % 2);
            }
            SurveyEstimate score = tally.netPromoterScore(0.95).orElseThrow();
            assertThat(score.value()).isCloseTo(row[3], within(1e-12));
            assertThat(score.lower()).isCloseTo(row[4], within(1e-6));
            assertThat(score.upper()).isCloseTo(row[5], within(1e-6));
        }
    }

    @Test
    void promotersAloneStillLeaveRoomForDoubt() {
        RatingTally tally = RatingTally.of(new SurveyItem("recommend", 1, 0, 10));
        assertThat(tally.netPromoterScore(0.95)).isEmpty();
        tally.add(10);
        SurveyEstimate score = tally.netPromoterScore(0.95).orElseThrow();
        assertThat(score.value()).isEqualTo(100);
        assertThat(score.upper()).isEqualTo(100);
        assertThat(score.lower()).isBetween(-100.0, 0.0);
    }

    @Test
    void theTrendAgreesWithTheReference() {
        DocumentReader reference = Reference.block("trend");
        Survey one = Survey.of("quarterly", List.of(new SurveyItem("overall", 1, 1, 5)));
        double[] scores = reference.decimals("periods");
        double[] sizes = reference.decimals("sizes");
        List<SurveyTally> periods = new ArrayList<>();
        int at = 0;
        for (double size : sizes) {
            SurveyTally tally = SurveyTally.of(one);
            for (int i = 0; i < size; i++) {
                tally.add(1 + scores[at++] / 25);
            }
            periods.add(tally);
        }
        SatisfactionTrend trend = SatisfactionTrend.of(periods, 0.95).orElseThrow();
        assertThat(trend.slope()).isCloseTo(reference.decimal("slope"), within(1e-10));
        assertThat(trend.lower()).isCloseTo(reference.decimal("lower"), within(1e-8));
        assertThat(trend.upper()).isCloseTo(reference.decimal("upper"), within(1e-8));
        assertThat(trend.lackOfFit().orElseThrow()).isCloseTo(reference.decimal("lackOfFit"), within(1e-8));

        assertThat(SatisfactionTrend.of(periods.subList(0, 1), 0.95)).isEmpty();
        assertThat(SatisfactionTrend.of(List.of(SurveyTally.of(one), SurveyTally.of(one)), 0.95))
                .isEmpty();
        assertThatThrownBy(() -> SatisfactionTrend.of(List.of(periods.get(0), SurveyTally.of(SURVEY)), 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("periods must be of one survey");
    }

    @Test
    void aHistorysFeedbackBecomesAnswersTheLastOneCounting() {
        List<Feedback> feedback = List.of(
                answer("1", "yearly", "speed", 2, 5),
                answer("2", "yearly", "speed", 4, 5),
                answer("3", "yearly", "parking", 1, 5),
                answer("4", "other", "advice", 1, 5));
        assertThat(SURVEY.ratings(feedback)).containsExactly(NONE, 4, NONE);
        assertThatThrownBy(() -> SURVEY.ratings(List.of(answer("5", "yearly", "price", 4, 10))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale of price must be [1, 5], found [1, 10]");
    }

    @Test
    void badInputIsRefusedByName() {
        refused(() -> new SurveyItem("speed", 0, 1, 5), "weight of speed must be finite and above 0, found 0.0");
        refused(() -> new SurveyItem("speed", NONE, 1, 5), "weight of speed must be finite and above 0, found NaN");
        refused(
                () -> new SurveyItem("speed", 1, 5, 1),
                "highest of speed must be above lowest=5 by at most 100, found 1");
        refused(
                () -> new SurveyItem("speed", 1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                "highest of speed must be above");
        refused(() -> Survey.of("s", List.of()), "items of s must not be empty");
        refused(
                () -> SURVEY.withMinimumAnswered(0),
                "minimumAnswered of yearly must be above 0 and at most 1, found 0.0");
        refused(() -> SURVEY.score(6, 1, 1), "rating of advice must be a whole number within [1, 5], found 6.0");
        refused(() -> SURVEY.score(2.5, 1, 1), "rating of advice must be a whole number within [1, 5], found 2.5");
        refused(() -> SURVEY.score(1, 1), "ratings of yearly must be 3, one for each item, found 2");
        refused(() -> SURVEY.indexOf("parking"), "item must be one of [advice, speed, price], found \"parking\"");
        refused(() -> SurveyTally.of(SURVEY).index(1), "level must be within (0, 1), found 1.0");
        refused(
                () -> SurveyTally.of(SURVEY).merge(SurveyTally.of(SURVEY.withMinimumAnswered(1))),
                "tallies to merge must be of");
    }

    /** 2,000 samples each: near its level where answers spread, never below it by the bound. */
    @Test
    void intervalsCoverWhatAllClientsWouldAnswer() {
        double[] shares = {0.1, 0.15, 0.25, 0.3, 0.2};
        double truth = 0;
        for (int i = 0; i < 5; i++) {
            truth += 25 * i * shares[i];
        }
        Random random = new Random(20_240_501);
        for (int size : new int[] {8, 30}) {
            int covered = 0;
            for (int run = 0; run < 2_000; run++) {
                RatingTally tally = RatingTally.of(new SurveyItem("overall", 1, 1, 5));
                for (int i = 0; i < size; i++) {
                    tally.add(draw(shares, random));
                }
                SurveyEstimate mean = tally.performance(0.95).orElseThrow();
                covered += mean.lower() <= truth && truth <= mean.upper() ? 1 : 0;
            }
            assertThat(covered / 2_000.0).as("%d answers", size).isBetween(0.93, 0.975);
        }
    }

    @Test
    void scoreIntervalsOfPromotersCoverTheirTruth() {
        double[] shares = {0.05, 0.03, 0.03, 0.03, 0.03, 0.04, 0.04, 0.15, 0.2, 0.2, 0.2};
        Random random = new Random(77);
        int covered = 0;
        for (int run = 0; run < 2_000; run++) {
            RatingTally tally = RatingTally.of(new SurveyItem("recommend", 1, 0, 10));
            for (int i = 0; i < 25; i++) {
                tally.add(draw(shares, random) - 1);
            }
            SurveyEstimate score = tally.netPromoterScore(0.95).orElseThrow();
            covered += score.lower() <= 15 && 15 <= score.upper() ? 1 : 0;
        }
        assertThat(covered / 2_000.0).isBetween(0.93, 0.97);
    }

    @Test
    void theTrendsIntervalCoversAPlantedRise() {
        Survey one = Survey.of("quarterly", List.of(new SurveyItem("overall", 1, 0, 100)));
        Random random = new Random(5);
        int covered = 0;
        for (int run = 0; run < 1_000; run++) {
            List<SurveyTally> periods = new ArrayList<>();
            for (int k = 0; k < 5; k++) {
                SurveyTally tally = SurveyTally.of(one);
                for (int i = 0; i < 12; i++) {
                    tally.add(Math.rint(40 + 2 * k + 8 * random.nextGaussian()));
                }
                periods.add(tally);
            }
            SatisfactionTrend trend = SatisfactionTrend.of(periods, 0.95).orElseThrow();
            covered += trend.lower() <= 2 && 2 <= trend.upper() ? 1 : 0;
        }
        assertThat(covered / 1_000.0).isBetween(0.93, 0.97);
    }

    private static int draw(double[] shares, Random random) {
        double u = random.nextDouble();
        int at = 0;
        while (at < shares.length - 1 && u >= shares[at]) {
            u -= shares[at++];
        }
        return at + 1;
    }

    private static Feedback answer(String id, String instrument, String item, int rating, int highest) {
        LocalDate day = LocalDate.of(2024, 5, 1).plusDays(Integer.parseInt(id));
        Header header = new Header(
                InteractionId.of(id),
                ClientId.of("C-1"),
                day,
                null,
                day.atStartOfDay().toInstant(ZoneOffset.UTC),
                Channel.WEB,
                SourceId.of("survey"));
        return Feedback.of(header, instrument, item, rating, 1, highest);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }
}
