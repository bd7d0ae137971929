package io.lendcrm.scoring.value.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SatisfactionProperties {

    private static final Survey SURVEY = Survey.of(
            "s",
            List.of(new SurveyItem("a", 0.3, 1, 5), new SurveyItem("b", 2.7, 0, 10), new SurveyItem("c", 1.1, -2, 2)));

    @Property
    void aBetterAnswerNeverLowersTheScore(@ForAll("answers") double[] answers, @ForAll @IntRange(max = 2) int item) {
        double[] better = answers.clone();
        better[item] = Math.min(better[item] + 1, SURVEY.items().get(item).highest());
        if (SURVEY.score(answers).isPresent()) {
            assertThat(SURVEY.score(better).orElseThrow())
                    .isGreaterThanOrEqualTo(SURVEY.score(answers).orElseThrow())
                    .isBetween(0.0, 100.0);
        }
    }

    @Property(tries = 300)
    void mergedPartsEqualTheWhole(
            @ForAll @Size(max = 40) List<@net.jqwik.api.From("answers") double[]> clients, @ForAll Random random) {
        SurveyTally whole = SurveyTally.of(SURVEY);
        SurveyTally[] parts = {SurveyTally.of(SURVEY), SurveyTally.of(SURVEY), SurveyTally.of(SURVEY)};
        for (double[] answers : clients) {
            whole.add(answers);
            parts[random.nextInt(3)].add(answers);
        }
        parts[2].merge(parts[0]);
        parts[2].merge(parts[1]);
        assertThat(parts[2].answers()).isEqualTo(whole.answers());
        assertThat(parts[2].incomplete()).isEqualTo(whole.incomplete());
        for (SurveyItem item : SURVEY.items()) {
            assertThat(parts[2].item(item.name()).mean(0.9))
                    .isEqualTo(whole.item(item.name()).mean(0.9));
        }
        assertThat(parts[2].index(0.9).isPresent()).isEqualTo(whole.index(0.9).isPresent());
        whole.index(0.9).ifPresent(index -> {
            SurveyEstimate merged = parts[2].index(0.9).orElseThrow();
            assertThat(merged.value()).isCloseTo(index.value(), within(1e-10));
            if (index.upper() - index.lower() > 1e-3) {
                assertThat(merged.lower()).isCloseTo(index.lower(), within(1e-8));
            }
        });
    }

    @Property(tries = 200)
    void importancesOfMergedPartsAreTheSameToTheLastBit(@ForAll Random random) {
        Survey two = Survey.of("t", List.of(new SurveyItem("a", 1, 1, 5), new SurveyItem("b", 1, 1, 5)));
        SurveyItem overall = new SurveyItem("o", 1, 0, 10);
        DriverTally whole = DriverTally.of(two, overall);
        DriverTally left = DriverTally.of(two, overall);
        DriverTally right = DriverTally.of(two, overall);
        for (int i = 0; i < 30; i++) {
            double[] ratings = {1 + random.nextInt(5), 1 + random.nextInt(5)};
            double outcome = Math.min(10, ratings[0] + random.nextInt(5));
            whole.add(outcome, ratings);
            (random.nextBoolean() ? left : right).add(outcome, ratings);
        }
        right.merge(left);
        double[] expected = whole.analyse(0.9).drivers().stream()
                .mapToDouble(Driver::importance)
                .toArray();
        assertThat(right.analyse(0.9).drivers().stream()
                        .mapToDouble(Driver::importance)
                        .toArray())
                .containsExactly(expected);
        assertThat(Arrays.stream(expected)).allMatch(i -> i >= 0 && i <= 1);
    }

    @Property
    void intervalsLieOnTheScaleAroundTheirValueAndWidenWithTheLevel(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 10) Integer> ratings,
            @ForAll @DoubleRange(min = 0.01, max = 0.98) double level) {
        RatingTally tally = RatingTally.of(new SurveyItem("recommend", 1, 0, 10));
        ratings.forEach(tally::add);
        SurveyEstimate narrow = tally.mean(level).orElseThrow();
        SurveyEstimate wide = tally.mean(0.99).orElseThrow();
        assertThat(narrow.lower()).isBetween(0.0, narrow.value()).isGreaterThanOrEqualTo(wide.lower());
        assertThat(narrow.upper()).isBetween(narrow.value(), 10.0).isLessThanOrEqualTo(wide.upper());
        SurveyEstimate score = tally.netPromoterScore(level).orElseThrow();
        assertThat(score.lower()).isBetween(-100.0, score.value());
        assertThat(score.upper()).isBetween(score.value(), 100.0);
    }

    @Provide
    Arbitrary<double[]> answers() {
        return Arbitraries.randoms().map(random -> {
            double[] answers = new double[3];
            for (int i = 0; i < 3; i++) {
                SurveyItem item = SURVEY.items().get(i);
                answers[i] = random.nextInt(5) == 0
                        ? Double.NaN
                        : item.lowest() + random.nextInt(item.highest() - item.lowest() + 1);
            }
            return answers;
        });
    }
}
