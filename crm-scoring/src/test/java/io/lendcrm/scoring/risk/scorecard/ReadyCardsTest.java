package io.lendcrm.scoring.risk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.risk.scorecard.ProjectFinanceSlotting.Category;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadyCardsTest {

    /** Source: oracle scoring.json, hand_examples.altman. */
    @Test
    void altman_gives_the_reference_numbers() {
        double[] ratios = {0.12, 0.2, 0.08, 0.9};
        assertThat(AltmanZ.standard().score(ratios)).isCloseTo(2.9218, within(1e-12));
        assertThat(AltmanZ.emergingMarket().score(ratios)).isCloseTo(6.171800000000001, within(1e-12));
    }

    @Test
    void altmanTellsZonesAndReasons() {
        AltmanZ z = AltmanZ.emergingMarket();
        assertThat(z.zone(3.25 + 2.7)).isEqualTo(AltmanZ.Zone.SAFE);
        assertThat(z.zone(3.25 + 2)).isEqualTo(AltmanZ.Zone.GREY);
        assertThat(z.zone(3.25 + 1)).isEqualTo(AltmanZ.Zone.DISTRESS);
        FeatureRow company = FeatureRow.of(ClientId.of("C-1"), z.schema(), 0.1, -0.5, 0, 0.4);
        Score.Scored scored = (Score.Scored) z.score(company);
        assertThat(scored.value()).isEqualTo(z.score(company.toArray()));
        assertThat(scored.reasons().stream().map(Reason::code).map(Object::toString))
                .containsExactly("altman.takes", "altman.adds", "altman.adds", "altman.nothing");
        FeatureRow unknown = FeatureRow.of(ClientId.of("C-1"), z.schema(), 0.1, Double.NaN, 0, 0.4);
        assertThat(z.score(unknown))
                .isInstanceOfSatisfying(
                        Score.NotScored.class,
                        none -> assertThat(none.detail()).isEqualTo("missing: retained_earnings_to_assets"));
        assertThat(z.score(unknown.toArray())).isNaN();
        assertThat(z.score(new double[] {Double.POSITIVE_INFINITY, 0, 0, 0})).isNaN();
    }

    @Test
    void slottingGivesTheWeightsOfTheRules() {
        Scorecard card = ProjectFinanceSlotting.card();
        double score = card.score(Map.of(
                "financial_strength", "strong",
                "political_and_legal_environment", "good",
                "transaction_characteristics", "good",
                "strength_of_sponsor", "satisfactory",
                "security_package", "good"));
        assertThat(score).isEqualTo(15);
        assertThat(ProjectFinanceSlotting.category(score)).isEqualTo(Category.GOOD);
        assertThat(ProjectFinanceSlotting.category(18)).isEqualTo(Category.STRONG);
        assertThat(ProjectFinanceSlotting.category(17)).isEqualTo(Category.GOOD);
        assertThat(ProjectFinanceSlotting.category(12)).isEqualTo(Category.SATISFACTORY);
        assertThat(ProjectFinanceSlotting.category(7)).isEqualTo(Category.WEAK);
        assertThat(card.score(Map.of("financial_strength", "strong"))).isNaN();
        assertThatThrownBy(() -> ProjectFinanceSlotting.category(4)).hasMessageContaining("[5, 20]");
    }

    @Test
    void slottingHasFiveCategories() {
        assertThat(Category.values()).extracting(c -> c.riskWeight(false)).containsExactly(0.7, 0.9, 1.15, 2.5, 0.0);
        assertThat(Category.values()).extracting(c -> c.riskWeight(true)).containsExactly(0.5, 0.7, 1.15, 2.5, 0.0);
        assertThat(Category.values())
                .extracting(c -> c.expectedLoss(false))
                .containsExactly(0.004, 0.008, 0.028, 0.08, 0.5);
        assertThat(Category.values())
                .extracting(c -> c.expectedLoss(true))
                .containsExactly(0.0, 0.004, 0.028, 0.08, 0.5);
    }
}
