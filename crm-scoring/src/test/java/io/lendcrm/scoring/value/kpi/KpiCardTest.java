package io.lendcrm.scoring.value.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.scoring.Score;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiCardTest {

    private static final ClientId CLIENT = ClientId.of("C-1");
    private final KpiCard card = Cards.card();

    /** Worked by hand: points are linear between worst (0), target (50) and best (100). */
    @ParameterizedTest
    @CsvSource({
        // balance, past due, contacts: 0.5 p1 + 0.3 p2 + 0.2 p3
        "10000,  5,  4,  50.0", // every target just met
        "50000,  0, 12, 100.0", // everything at its best
        "    0, 30,  0,   0.0", // everything at its worst
        "99999, -3, 99, 100.0", // beyond the range counts as its end
        "-5000, 90, -1,   0.0",
        "30000,  5,  4,  62.5", // balance half-way to its cap: 75 points
        " 5000,  5,  4,  37.5", // balance half-way to its floor: 25 points
        "10000,  0,  4,  65.0", // never past due: 100 points
        "10000, 15,  4,  44.0", // (30-15)/(30-5) of 50 = 30 points
        "10000,  5,  8,  55.0", // contacts half-way to the cap: 75 points
        "30000, 15,  2,  51.5"
    })
    void pointsAreWeightedSums(double balance, double pastDue, double contacts, double expected) {
        assertThat(card.score(new double[] {balance, pastDue, contacts})).isCloseTo(expected, within(1e-12));
    }

    @Test
    void tellsWhichTargetsMovedTheScoreTheStrongestFirst() {
        Score.Scored score = scored(30_000, 15, 4);

        assertThat(score.base()).isEqualTo(50);
        assertThat(score.reasons())
                .extracting(reason -> reason.code().value())
                .containsExactly("kpi.above-target", "kpi.above-target", "kpi.on-target");
        assertThat(score.reasons())
                .extracting(reason -> reason.arguments().get("feature"))
                .containsExactly("mean_balance", "worst_days_past_due", "contacts_12m");
        assertThat(score.reasons().get(0).contribution()).isCloseTo(12.5, within(1e-12));
        assertThat(score.reasons().get(1).contribution()).isCloseTo(-6, within(1e-12));
        assertThat(score.reasons().get(0).arguments())
                .containsEntry("value", "30000")
                .containsEntry("target", "10000")
                .containsEntry("unit", "EUR")
                .containsEntry("points", "75.0");
    }

    @Test
    void missingValuesFollowEachIndicatorsPolicy() {
        assertThat(scored(10_000, 5, Double.NaN).value()).isEqualTo(50);
        assertThat(scored(10_000, Double.NaN, 4).value()).isCloseTo(35, within(1e-12));
        assertThat(scored(10_000, Double.NaN, 4).reasons().get(0).code().value())
                .isEqualTo("kpi.missing");

        Score none = card.score(FeatureRow.of(CLIENT, card.schema(), Double.NaN, 5, 4));
        assertThat(none.kind()).isEqualTo(Score.Kind.NOT_SCORED);
        assertThat(((Score.NotScored) none).code().value()).isEqualTo("kpi.missing");
        assertThat(((Score.NotScored) none).detail()).isEqualTo("missing: mean_balance");
        assertThat(card.score(new double[] {Double.NaN, 5, 4})).isNaN();
    }

    @Test
    void withHundredPointsAtTargetItIsTheDegreeOfAttainment() {
        KpiCard attainment = KpiCard.of(
                100, List.of(Cards.balance().range(0, 10_000).weight(1).build()));
        assertThat(attainment.score(new double[] {7_500})).isCloseTo(75, within(1e-12));
        assertThat(attainment.score(new double[] {20_000})).isEqualTo(100);
    }

    @Test
    void takesTheCardsFeaturesOutOfAWiderRow() {
        FeatureSchema wide =
                FeatureSchema.of(Cards.CONTACTS, Feature.numeric("age", "years"), Cards.PAST_DUE, Cards.BALANCE);
        Score score = card.score(FeatureRow.of(CLIENT, wide, 4, 77, 15, 30_000));
        assertThat(score).isEqualTo(card.score(FeatureRow.of(CLIENT, card.schema(), 30_000, 15, 4)));
    }

    @Test
    void refusesARowThatMeansSomethingElse() {
        FeatureSchema dollars =
                FeatureSchema.of(Feature.numeric("mean_balance", "USD"), Cards.PAST_DUE, Cards.CONTACTS);
        assertThatThrownBy(() -> card.score(FeatureRow.of(CLIENT, dollars, 1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean_balance")
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
        FeatureSchema lacking = FeatureSchema.of(Cards.BALANCE, Cards.PAST_DUE);
        assertThatThrownBy(() -> card.score(FeatureRow.of(CLIENT, lacking, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contacts_12m");
        assertThatThrownBy(() -> card.score(new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row must have the card's 3 values, found 2");
    }

    @Test
    void sensitiveValuesStayOutOfReasons() {
        Feature income = new Feature(
                "income",
                Cards.BALANCE.type(),
                "EUR",
                List.of(),
                Cards.BALANCE.dimension(),
                io.lendcrm.core.privacy.DataClass.SENSITIVE,
                Cards.BALANCE.reads(),
                "income");
        KpiCard secret = KpiCard.of(
                50,
                List.of(KpiIndicator.builder(income)
                        .higherIsBetter()
                        .target(2)
                        .range(1, 3)
                        .weight(1)
                        .build()));
        Score score = secret.score(FeatureRow.of(CLIENT, secret.schema(), 2.7182));
        assertThat(((Score.Scored) score).reasons())
                .extracting(reason -> reason.arguments().get("value"))
                .containsExactly("***");
    }

    @Test
    void refusesCardsThatMakeNoSense() {
        KpiIndicator half = Cards.balance().build();
        assertThatThrownBy(() -> KpiCard.of(50, List.of(half)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights must add up to 1, found 0.5");
        assertThatThrownBy(() -> KpiCard.of(50, List.of())).hasMessage("weights must add up to 1, found 0.0");
        assertThatThrownBy(() -> KpiCard.of(50, List.of(half, half))).hasMessageContaining("distinct names");
        assertThatThrownBy(() -> KpiCard.of(Double.NaN, List.of(half))).hasMessageContaining("pointsAtTarget");
        assertThatThrownBy(
                        () -> KpiCard.of(100, List.of(Cards.balance().weight(1).build())))
                .hasMessageContaining("must be the best value");
        assertThatThrownBy(() -> Cards.balance().target(-1).build())
                .hasMessage("target of mean_balance must be above floor=0.0 and at most cap=50000.0, found -1.0");
        assertThatThrownBy(
                        () -> Cards.balance().range(0, Double.POSITIVE_INFINITY).build())
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> Cards.balance().weight(Double.NaN).build()).hasMessageContaining("weight");
        assertThatThrownBy(() -> KpiIndicator.builder(Cards.BALANCE).weight(1).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("indicator mean_balance lacks direction, target, range");
        assertThatThrownBy(() -> KpiIndicator.builder(Feature.nominal("colour", List.of("red", "green")))
                        .higherIsBetter()
                        .target(1)
                        .range(0, 2)
                        .weight(1)
                        .build())
                .hasMessageContaining("nominal feature colour");
    }

    private Score.Scored scored(double... values) {
        return (Score.Scored) card.score(FeatureRow.of(CLIENT, card.schema(), values));
    }
}
