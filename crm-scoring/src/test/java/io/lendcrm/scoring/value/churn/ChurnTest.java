package io.lendcrm.scoring.value.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.value.contract.BdwModel;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.survival.CoxFitter;
import io.lendcrm.scoring.value.survival.CoxModel;
import io.lendcrm.scoring.value.survival.SurvivalData;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChurnTest {

    private static final ClientId CLIENT = ClientId.of("C-1");

    @Test
    void aSilentClientHasLeftByNowOrLeavesAhead() {
        BgNbdModel model = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);
        PurchaseSummary quiet = new PurchaseSummary(4, 10, 39);
        Score.Scored score = (Score.Scored) new SilentAttrition(model).churn(CLIENT, quiet, Horizon.weeks(26));

        assertThat(score.base()).isZero();
        assertThat(score.value()).isCloseTo(1 - model.probabilityAlive(quiet, Horizon.weeks(26)), within(1e-15));
        assertThat(score.reasons())
                .extracting(r -> r.code().value())
                .containsExactly("churn.left-already", "churn.leaves-ahead");
        assertThat(score.reasons().get(0).contribution()).isCloseTo(1 - model.probabilityAlive(quiet), within(1e-15));
        Score now = new SilentAttrition(model).churn(CLIENT, quiet, Horizon.weeks(0));
        assertThat(((Score.Scored) now).value()).isCloseTo(1 - model.probabilityAlive(quiet), within(1e-12));
        assertTexts(score);
    }

    @Test
    void aClientWhoRenewedOftenIsComparedWithANewOne() {
        BdwModel model = BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 0.668, 3.806);
        ContractualChurn churn = new ContractualChurn(model);
        Score.Scored score = (Score.Scored) churn.churn(CLIENT, new Tenure(5, CalendarUnit.YEAR), Horizon.years(1));

        assertThat(score.base()).isCloseTo(0.668 / (0.668 + 3.806), within(1e-12));
        assertThat(score.value()).isCloseTo(0.668 / (0.668 + 3.806 + 5), within(1e-12));
        assertThat(score.reasons())
                .singleElement()
                .satisfies(r -> assertThat(r.contribution()).isNegative());
        assertTexts(score);
    }

    @Test
    void featuresShareTheWayFromAClientLikeTheMean() {
        CoxModel model = cox();
        SurvivalChurn churn = new SurvivalChurn(model);
        double[] values = {0.09, 3};
        Score.Scored score = (Score.Scored) churn.churn(CLIENT, known(values, 4), Horizon.months(5));

        assertThat(score.value()).isCloseTo(1 - model.survival(values, 9) / model.survival(values, 4), within(1e-12));
        assertThat(score.base()).isCloseTo(model.probabilityToEnd(model.baseline(), 4, 5), within(1e-15));
        assertThat(score.reasons()).hasSize(2);
        double[] shares = model.riskContributions(values);
        double first = contribution(score, "spread") / contribution(score, "tickets");
        assertThat(first).isCloseTo(shares[0] / shares[1], within(1e-9));
        assertTexts(score);
    }

    @Test
    void aClientLikeTheMeanHasNothingToTell() {
        CoxModel model = cox();
        Score.Scored score =
                (Score.Scored) new SurvivalChurn(model).churn(CLIENT, known(model.baseline(), 0), Horizon.months(5));
        assertThat(score.value()).isEqualTo(score.base());
        assertThat(score.reasons()).allSatisfy(r -> assertThat(r.contribution()).isZero());
    }

    @Test
    void whatCannotBeScoredSaysWhy() {
        SurvivalChurn churn = new SurvivalChurn(cox());
        Score missing = churn.churn(CLIENT, known(new double[] {Double.NaN, 1}, 2), Horizon.months(3));
        assertThat(missing).isInstanceOfSatisfying(Score.NotScored.class, not -> {
            assertThat(not.code().value()).isEqualTo("churn.missing");
            assertThat(not.detail()).isEqualTo("missing: spread");
        });
        Score beyond = churn.churn(CLIENT, known(new double[] {0.05, 1}, 11), Horizon.months(3));
        assertThat(beyond).isInstanceOfSatisfying(Score.NotScored.class, not -> {
            assertThat(not.code().value()).isEqualTo("churn.beyond");
            assertThat(not.detail()).contains("12.0");
        });
        assertThatThrownBy(() -> churn.churn(ClientId.of("C-2"), known(new double[] {0.05, 1}, 1), Horizon.months(3)))
                .hasMessageContaining("features must be those of the client asked for");
        assertThatThrownBy(() -> new Tenure(-1, CalendarUnit.DAY)).hasMessageContaining("at least 0, found -1.0");
    }

    @Test
    void signsOfDeclineAddUpToPoints() {
        DeclineCard card = DeclineCard.standard();
        FeatureRow client = FeatureRow.of(CLIENT, card.schema(), -0.05, 180, Double.NaN, 0);
        Score.Scored score = (Score.Scored) card.score(client);

        assertThat(score.value()).isCloseTo(100 * (0.4 * 0.5 + 0.3), within(1e-12));
        assertThat(score.value()).isEqualTo(card.score(client.toArray()));
        assertThat(score.reasons())
                .extracting(r -> r.code().value())
                .containsExactly("decline.signal", "decline.signal", "decline.missing", "decline.calm");
        assertThat(card.score(new double[] {-5, 1000, 0, 9})).isEqualTo(100);
        assertThat(card.score(new double[] {0.1, 3, 0.9, 0})).isZero();
        double nan = Double.NaN;
        assertThat(card.score(FeatureRow.of(CLIENT, card.schema(), nan, nan, nan, nan)))
                .isInstanceOf(Score.NotScored.class);
        assertThat(card.score(new double[] {nan, nan, nan, nan})).isNaN();
        assertTexts(score);
    }

    static CoxModel cox() {
        double[] time = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        int[] event = {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0};
        FeatureSchema schema =
                FeatureSchema.of(Feature.numeric("spread", "ratio"), Feature.numeric("tickets", "tickets"));
        return CoxFitter.defaults()
                .fit(SurvivalData.of(CalendarUnit.MONTH, time, event)
                        .withColumns(
                                schema,
                                new double[] {.09, .02, .05, .08, .03, .06, .04, .07, .01, .05, .03, .02},
                                new double[] {3, 2, 0, 1, 4, 0, 2, 0, 1, 0, 1, 0}));
    }

    private static TenuredClient known(double[] values, double months) {
        return new TenuredClient(FeatureRow.of(CLIENT, cox().schema(), values), new Tenure(months, CalendarUnit.MONTH));
    }

    private static double contribution(Score.Scored score, String feature) {
        return score.reasons().stream()
                .filter(r -> feature.equals(r.arguments().get("feature")))
                .mapToDouble(Reason::contribution)
                .sum();
    }

    private static void assertTexts(Score.Scored score) {
        ReasonCatalogue texts = ReasonCatalogue.standard();
        for (Reason reason : score.reasons()) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                assertThat(texts.text(reason, language))
                        .doesNotContain("{")
                        .isNotEqualTo(reason.code().value());
            }
        }
    }
}
