package io.lendcrm.scoring.value.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.extraction.StandardFeatures;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.kpi.KpiCard;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoyaltyIndexTest {

    private static final KpiCard INDEX = LoyaltyIndex.standard();
    private static final double NONE = Double.NaN;

    @Test
    void aClientOnTargetThroughoutScoresHalf() {
        assertThat(INDEX.score(new double[] {1096, 2, 0.5, 0.5, 1, 1})).isCloseTo(50, within(1e-12));
        assertThat(INDEX.score(new double[] {9_000, 9, 1, 1, 9, 0})).isCloseTo(100, within(1e-12));
        assertThat(INDEX.score(new double[] {0, 0, 0, 0, 0, 9})).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatIsNotKnownOfWalletAndRenewalMovesNothing() {
        assertThat(INDEX.score(new double[] {1096, 2, NONE, NONE, 1, 1})).isCloseTo(50, within(1e-12));
        assertThat(INDEX.score(new double[] {NONE, 2, 0.5, 0.5, 1, 1})).isNaN();
    }

    @Test
    void everyComponentSaysWhatItMovedAndTheSharedWalletIsMasked() {
        FeatureRow row = FeatureRow.of(ClientId.of("C-1"), INDEX.schema(), 3652, 2, 0.25, 1, 0, 2);
        Score.Scored score = (Score.Scored) INDEX.score(row);
        assertThat(score.reasons()).hasSize(6);
        assertThat(score.base()
                        + score.reasons().stream()
                                .mapToDouble(Reason::contribution)
                                .sum())
                .isCloseTo(score.value(), within(1e-12));
        assertThat(score.reasons())
                .filteredOn(r -> r.arguments().get("feature").equals("share_of_wallet"))
                .singleElement()
                .satisfies(r -> assertThat(r.arguments()).containsEntry("value", "***"));
    }

    @Test
    void theStandardFeaturesFitTheIndex() {
        StandardFeatures standard =
                StandardFeatures.of(Currency.getInstance("EUR"), (from, to, asOf) -> Optional.empty());
        FeatureExtractor extractor = FeatureExtractor.all(
                List.of(standard.of(Set.of(Dimension.CREDIT_HISTORY, Dimension.BEHAVIOUR)), standard.loyalty()));
        for (LoyaltyComponent component : LoyaltyComponent.values()) {
            Feature wanted = component.feature();
            Feature given = extractor.schema().feature(extractor.schema().indexOf(wanted.name()));
            assertThat(given.unit()).isEqualTo(wanted.unit());
            assertThat(given.type()).isEqualTo(wanted.type());
            assertThat(given.dataClass()).isEqualTo(wanted.dataClass());
        }
    }

    @Test
    void weightsOfOnesOwnCountByTheirRatiosAndAreStoredWithTheCard() {
        KpiCard own = LoyaltyIndex.of(Map.of(LoyaltyComponent.TENURE, 3.0, LoyaltyComponent.COMPLAINTS, 1.0));
        assertThat(own.score(new double[] {3652, 4})).isCloseTo(75, within(1e-12));
        ModelJson json = ModelJson.standard();
        assertThat(json.read(json.write(own), KpiCard.class).indicators()).isEqualTo(own.indicators());
        for (double weight : new double[] {0, -1, NONE, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> LoyaltyIndex.of(Map.of(LoyaltyComponent.TENURE, weight)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weight of TENURE must be finite and above 0, found " + weight);
        }
        assertThatThrownBy(() -> LoyaltyIndex.of(Map.of())).hasMessage("weights must not be empty");
    }
}
