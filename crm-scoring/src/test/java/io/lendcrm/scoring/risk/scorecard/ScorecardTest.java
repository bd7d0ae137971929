package io.lendcrm.scoring.risk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.binning.CreditData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Feature AGE = Feature.numeric("age", "years");
    private static final Feature HOUSING = Feature.nominal("housing", List.of("own", "rent", "free"));
    private static final Scorecard CARD = Scorecard.of(
            500,
            List.of(
                    Characteristic.of(Bins.numeric(AGE, 25, 40), -30, 5, 20, -10),
                    Characteristic.ofAnswers(HOUSING, Map.of("own", 15.0, "rent", -10.0, "free", 0.0))
                            .withUnseen(-10)));

    @Test
    void addsUpThePointsOfTheBins() {
        assertThat(CARD.score(new double[] {30, 0})).isEqualTo(520);
        assertThat(CARD.score(new double[] {25, 1})).isEqualTo(495);
        assertThat(CARD.score(new double[] {Double.NaN, 2})).isEqualTo(490);
        assertThat(CARD.score(Map.of("age", 50, "housing", "houseboat"))).isEqualTo(510);
        assertThat(CARD.lowest()).isEqualTo(460);
        assertThat(CARD.highest()).isEqualTo(535);
    }

    @Test
    void aValueThatIsNoneGivesNoScore() {
        assertThat(CARD.score(new double[] {Double.POSITIVE_INFINITY, 0})).isNaN();
        assertThat(CARD.score(new double[] {Double.NEGATIVE_INFINITY, 0})).isNaN();
        for (double code :
                new double[] {3, -1, -3, -4, 0.5, 1e10, -1e10, Double.POSITIVE_INFINITY, Integer.MAX_VALUE}) {
            assertThat(CARD.score(new double[] {30, code})).as("code %s", code).isNaN();
        }
        double[] scores = new double[2];
        CARD.score(new double[][] {{30, Double.NEGATIVE_INFINITY}, {7, 0}}, 0, 2, scores);
        assertThat(scores).containsOnly(Double.NaN);
        CARD.scoreBins(new byte[][] {{9, 0}, {0, -1}}, 0, 2, scores);
        assertThat(scores).containsOnly(Double.NaN);
        assertThatThrownBy(() -> CARD.score(new double[3])).hasMessageContaining("row must have the card's 2 values");
        assertThatThrownBy(() -> CARD.score(Map.of("age", "thirty")))
                .hasMessage("age must be a number, found a String");
    }

    @Test
    void tellsWhoHasNoScoreAndWhy() {
        FeatureRow client = CARD.schema().row(ClientId.of("C-1")).set("age", 30).build();
        Score score = CARD.score(client);
        assertThat(score).isInstanceOfSatisfying(Score.NotScored.class, none -> {
            assertThat(none.code()).isEqualTo(ReasonCode.of("scorecard.missing"));
            assertThat(none.detail()).isEqualTo("missing: housing");
        });
    }

    @Test
    void tellsReasonsInTwoLanguages() {
        FeatureRow client = CARD.schema()
                .row(ClientId.of("C-1"))
                .set("age", 30)
                .set("housing", "rent")
                .build();
        Score.Scored scored = (Score.Scored) CARD.score(client);
        assertThat(scored.base()).isEqualTo(535);
        assertThat(scored.value()).isEqualTo(495);
        ReasonCatalogue texts = ReasonCatalogue.standard();
        assertThat(scored.reasons().stream().map(reason -> texts.text(reason, Locale.ENGLISH)))
                .containsExactly(
                        "housing in rent: 25 points short of the comparison",
                        "age in [25, 40): 15 points short of the comparison");
        assertThat(texts.text(scored.reasons().get(0), Locale.CHINESE)).isEqualTo("housing 处于 rent:比对照值差 25 分");
        assertThat(CARD.adverseReasons(client, 1))
                .containsExactly(scored.reasons().get(0));
    }

    @Test
    void linesThatShareAReasonMakeOne() {
        ReasonCode profile = ReasonCode.of("profile");
        Scorecard grouped = CARD.withReason("age", profile).withReason("housing", profile);
        assertThat(grouped.reasonNames()).containsExactly("profile");
        FeatureRow client = CARD.schema()
                .row(ClientId.of("C-1"))
                .set("age", 30)
                .set("housing", "rent")
                .build();
        List<Reason> reasons = grouped.adverseReasons(client, 4);
        assertThat(reasons).hasSize(1);
        assertThat(reasons.get(0).code()).isEqualTo(profile);
        assertThat(reasons.get(0).contribution()).isEqualTo(-40);
    }

    @Test
    void baselinesAreOfEachLineOrOfAll() {
        List<Characteristic> lines = CARD.characteristics();
        assertThat(ReasonRule.of(ReasonRule.Baseline.MAX).baselines(lines)).containsExactly(20, 15);
        assertThat(ReasonRule.of(ReasonRule.Baseline.MIN).baselines(lines)).containsExactly(-30, -10);
        assertThat(ReasonRule.of(ReasonRule.Baseline.MEAN).baselines(lines)).containsExactly(-3.75, -1.25);
        assertThat(ReasonRule.of(ReasonRule.Baseline.NEUTRAL).baselines(lines)).containsExactly(0, 0);
        assertThat(ReasonRule.defaults().globally().baselines(lines)).containsExactly(20, 20);
    }

    /** 510 of the applicants by two engines of the PMML standard; where they differ, on ties, JPMML keeps the rule. */
    @Test
    void gives_the_reasons_of_the_pmml_standard_on_the_german_data() throws IOException {
        Scorecard card = GermanCard.fitted();
        FeatureTable table = GermanCard.data().features();
        List<String> expected =
                new ArrayList<>(Files.readAllLines(RealData.file("credit/models/german-scorecard-expected.tsv")));
        expected.remove(0);
        assertThat(expected).hasSize(510);
        ReasonBuffer buffer = ReasonBuffer.of(4);
        for (String line : expected) {
            String[] cells = line.split("\t");
            int number = Integer.parseInt(cells[0]);
            double[] row = card.schema().bind(table.row(number - 1)).toArray();
            assertThat(card.score(row, buffer)).isEqualTo(Double.parseDouble(cells[1]));
            List<String> names = new ArrayList<>();
            for (int rank = 0; rank < buffer.size(); rank++) {
                names.add(card.reasonNames().get(buffer.reason(rank)));
            }
            List<String> theirs = new ArrayList<>();
            for (String code : cells[3].split(",")) {
                theirs.add(CreditData.name(code.substring("RC_".length())));
            }
            assertThat(names).as("row %d", number).isEqualTo(theirs);
        }
    }

    @Test
    void anExpertMovesAScoreWithinACapAndForAReason() {
        ReasonCode guarantee = ReasonCode.of("override.guarantee");
        OverrideCap cap = new OverrideCap(20, 40, Set.of(guarantee));
        Score.Scored scored = (Score.Scored) CARD.score(CARD.schema()
                .row(ClientId.of("C-1"))
                .set("age", 30)
                .set("housing", "rent")
                .build());

        Score.Scored moved = cap.apply(scored, 15, guarantee);
        assertThat(moved.value()).isEqualTo(510);
        assertThat(moved.reasons()).endsWith(Reason.of("override.guarantee", 15));
        assertThatThrownBy(() -> cap.apply(scored, 21, guarantee))
                .hasMessage("points must be within [-40.0, 20.0], found 21.0");
        assertThatThrownBy(() -> cap.apply(scored, 1, ReasonCode.of("override.mood")))
                .hasMessageContaining("mood");
        assertThatThrownBy(() -> cap.apply(moved, 1, guarantee)).hasMessageContaining("twice");
    }

    @Test
    void findsTheSmallestChangeThatReachesATarget() {
        FeatureRow client = CARD.schema()
                .row(ClientId.of("C-1"))
                .set("age", 20)
                .set("housing", "rent")
                .build();
        SmallestChange search = SmallestChange.of(CARD)
                .with("age", SmallestChange.Mutability.MAY_RISE, 3)
                .with("housing", SmallestChange.Mutability.FREE, 2);
        assertThat(search.reach(client, 460))
                .hasValueSatisfying(plan -> assertThat(plan.changes()).isEmpty());
        assertThat(search.reach(client, 485)).hasValueSatisfying(plan -> {
            assertThat(plan.changes()).containsExactly(new SmallestChange.Change("housing", "rent", "own", 25));
            assertThat(plan.effort()).isEqualTo(2);
            assertThat(plan.score()).isEqualTo(485);
        });
        assertThat(search.reach(client, 536)).isEmpty();
        assertThatThrownBy(() -> search.with("housing", SmallestChange.Mutability.MAY_RISE))
                .hasMessageContaining("without order");
    }

    @Test
    void whereABinHasNoScoreNobodyIsSentThere() {
        Scorecard card = Scorecard.of(
                0,
                List.of(Characteristic.of(Bins.numeric(AGE, 25, 40), 10, 20, 30, 0)
                        .withoutScore(2)));
        assertThat(card.score(new double[] {50})).isNaN();
        assertThat(card.highest()).isEqualTo(20);
        FeatureRow young = card.schema().row(ClientId.of("C-1")).set("age", 20).build();
        SmallestChange change = SmallestChange.of(card).with("age", SmallestChange.Mutability.FREE);
        assertThat(change.reach(young, 15))
                .get()
                .extracting(plan -> plan.score())
                .isEqualTo(20.0);
        assertThat(change.reach(young, 25)).isEmpty();
        assertThatThrownBy(() -> card.characteristic("age").withoutScore(4)).hasMessageContaining("within [0, 3]");
    }

    @Test
    void refusesACardThatMakesNoSense() {
        assertThatThrownBy(() -> Scorecard.of(0, List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Characteristic.of(Bins.numeric(AGE, 25), 1, 2))
                .hasMessageContaining("points of age must be as many as its 3 bins");
        assertThatThrownBy(() -> Characteristic.of(Bins.numeric(AGE, 25), 1, Double.NaN, 3))
                .hasMessageContaining("found NaN in [25, inf)");
        assertThatThrownBy(() -> Characteristic.ofAnswers(HOUSING, Map.of("own", 1.0)))
                .hasMessageContaining("must be given for \"rent\"");
        assertThatThrownBy(() -> CARD.probability(500)).isInstanceOf(IllegalStateException.class);
    }
}
