package io.lendcrm.scoring.risk.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.scorecard.ScorecardFitter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the samples hold, and that no applicant is lost or counted twice. */
class RejectInferenceTest {

    private static final BadRateFitter LOGISTIC = BadRateFitter.logistic(LogisticFitter.defaults());
    private final Applicants applicants = Applicants.simulate(3000, 0, 0, 0, 7);
    private final int all = applicants.acceptedBad().length + applicants.rejectedBad().length;

    private RejectSample infer(RejectInference inference) {
        return inference.infer(applicants.labelled(), applicants.rejected(), Run.sequential());
    }

    private static double total(LabelledTable sample) {
        double sum = 0;
        for (int row = 0; row < sample.rows(); row++) {
            sum += sample.weight(row);
        }
        return sum;
    }

    @Test
    void weightsAddUpToAllApplicants() {
        for (RejectMethod method : List.of(RejectMethod.AUGMENTATION, RejectMethod.PARCELLING, RejectMethod.FUZZY)) {
            assertThat(total(infer(RejectInference.of(method, LOGISTIC)).sample()))
                    .as(method.name())
                    .isEqualTo(all, within(1e-9 * all));
        }
        RejectSample honest = infer(RejectInference.of(RejectMethod.EXTRAPOLATION, LOGISTIC));
        assertThat(honest.sample().rows()).isEqualTo(applicants.acceptedBad().length);
        assertThat(honest.rejectBadRate()).isBetween(0.3, 0.6);
    }

    @Test
    void aFuzzyRejectIsBadWithItsRateAndGoodWithTheRest() {
        RejectSample fuzzy =
                infer(RejectInference.of(RejectMethod.FUZZY, LOGISTIC).withFactor(1.2));
        int first = applicants.acceptedBad().length;
        int rejects = applicants.rejectedBad().length;
        double rate = LOGISTIC.fit(applicants.labelled(), Run.sequential()).of(applicants.rejected())[0];
        assertThat(fuzzy.sample().isBad(first)).isTrue();
        assertThat(fuzzy.sample().weight(first)).isEqualTo(Math.min(1, 1.2 * rate), within(1e-15));
        assertThat(fuzzy.sample().isBad(first + rejects)).isFalse();
        assertThat(fuzzy.sample().weight(first) + fuzzy.sample().weight(first + rejects))
                .isEqualTo(1, within(1e-15));
        assertThat(fuzzy.sample().features().row(first).value(0))
                .isEqualTo(applicants.rejected().value(0, 0));
    }

    @Test
    void parcellingDrawsTheSameForTheSameSeed() {
        RejectInference parcelling = RejectInference.of(RejectMethod.PARCELLING, LOGISTIC);
        assertThat(infer(parcelling).sample().bad())
                .isEqualTo(infer(parcelling).sample().bad())
                .isNotEqualTo(infer(parcelling.withSeed(43)).sample().bad());
        RejectSample sample = infer(parcelling);
        double bad = 0;
        for (int row = applicants.acceptedBad().length; row < all; row++) {
            bad += sample.sample().isBad(row) ? 1 : 0;
        }
        assertThat(bad / applicants.rejectedBad().length).isEqualTo(sample.rejectBadRate(), within(0.04));
    }

    @Test
    void aBandOfRejectsOnlyIsToldOf() {
        // the accepted and the rejected don't overlap: every income of the rejected is above all of the accepted
        FeatureTable rejected = shifted(applicants.rejected(), 100);
        LogisticFitter ridge = LogisticFitter.defaults().withPenalty(1);
        RejectSample sample = RejectInference.of(RejectMethod.AUGMENTATION, BadRateFitter.logistic(ridge))
                .infer(applicants.labelled(), rejected, Run.sequential());
        assertThat(sample.warnings()).isNotEmpty().allMatch(w -> w.contains("nobody accepted"));
        assertThat(total(sample.sample())).isEqualTo(all, within(1e-9 * all));
    }

    @Test
    void rejectsBelowAllAcceptedAreDrawnByTheirPredictionsAndToldOf() {
        BadRateFitter apart = (sample, run) -> rows -> {
            double[] rates = new double[rows.rows()];
            Arrays.fill(rates, rows.rows() == sample.rows() ? 0.3 : 0.1);
            return rates;
        };
        RejectSample sample = infer(RejectInference.of(RejectMethod.PARCELLING, apart));
        assertThat(sample.rejectBadRate()).isEqualTo(0.1, within(1e-12));
        assertThat(sample.warnings())
                .containsExactly("band 1 of 2 by predicted bad rate has nobody accepted: its rejects, "
                        + applicants.rejected().rows() + ", are drawn by their predictions");
    }

    @Test
    void scorecardsInferToo() {
        Applicants many = Applicants.simulate(8000, 0, 0, 0, 3);
        BadRates card = many.fit(RejectMethod.FUZZY, 1, BadRateFitter.scorecard(ScorecardFitter.defaults()));
        assertThat(Arrays.stream(card.of(many.rejected()))).allMatch(rate -> rate > 0 && rate < 1);
        assertThat(many.bias(card)).isBetween(-0.2, 0.1);
    }

    @Test
    void bandsKeepTiesTogether() {
        Bands bands = Bands.of(new double[] {1, 1, 1, 1, 1, 1, 2, 3}, 4);
        assertThat(bands.size()).isEqualTo(3);
        assertThat(bands.of(0.5)).isZero();
        assertThat(bands.of(1)).isEqualTo(1);
        assertThat(bands.of(2)).isEqualTo(2);
        assertThat(bands.of(9)).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        FeatureTable other = applicants.rejected().select(List.of("debt"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RejectInference.of(RejectMethod.FUZZY, LOGISTIC)
                        .infer(applicants.labelled(), other, Run.sequential()))
                .withMessageContaining("rejected must have");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RejectInference.of(RejectMethod.FUZZY, LOGISTIC).withFactor(0));
    }

    private static FeatureTable shifted(FeatureTable table, double by) {
        double[] income = table.column(0);
        for (int i = 0; i < income.length; i++) {
            income[i] += by;
        }
        return FeatureTable.of(table.schema(), table.clients(), income, table.column(1));
    }
}
