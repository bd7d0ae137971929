package io.lendcrm.scoring.value.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.purchase.Books;
import io.lendcrm.scoring.value.purchase.PurchaseBootstrap;
import io.lendcrm.scoring.value.purchase.Simulated;
import io.lendcrm.scoring.value.spend.GammaGammaFitter;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClvModelTest {

    private static final BgNbdModel PURCHASES = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);
    private static final GammaGammaModel SPEND = GammaGammaModel.of(6.25, 3.74, 15.44);
    private static final DiscountRate RATE = DiscountRate.perYear(0.15);
    private static final PurchaseSummary CLIENT = new PurchaseSummary(2, 30.43, 38.86);

    @Test
    void isMarginTimesSpendTimesDiscountedPurchases() {
        ClvModel model = ClvModel.of(PURCHASES, SPEND, Horizon.weeks(39), RATE).withMargin(0.3);
        Estimate estimate = model.value(CLIENT, 22.35);

        double purchases = PURCHASES.discountedPurchases(CLIENT, Horizon.weeks(39), RATE);
        assertThat(estimate.value()).isCloseTo(0.3 * 24.663713910761155 * purchases, withinPercentage(1e-10));
        assertThat(model.valueOfNewClient())
                .isCloseTo(0.3 * 35.218978102189781 * newClientPurchases(), withinPercentage(1e-10));
    }

    @Test
    void reasonsAddUpFromTheValueOfANewClient() {
        Estimate estimate =
                ClvModel.of(PURCHASES, SPEND, Horizon.weeks(39), RATE).value(CLIENT, 22.35);

        double sum =
                estimate.reasons().stream().mapToDouble(Reason::contribution).sum();
        assertThat(estimate.base() + sum).isCloseTo(estimate.value(), within(1e-12));
        assertThat(estimate.reasons())
                .extracting(reason -> reason.code().value())
                .containsExactlyInAnyOrder("clv.probability-alive", "clv.purchases-if-active", "clv.mean-spend");
        // It may have left, and it brings less than others do each time, but it comes back more often.
        assertThat(contribution(estimate, "clv.probability-alive")).isNegative();
        assertThat(contribution(estimate, "clv.mean-spend")).isNegative();
        assertThat(contribution(estimate, "clv.purchases-if-active")).isPositive();
    }

    @Test
    void reasonsReadInBothLanguages() {
        Estimate estimate =
                ClvModel.of(PURCHASES, SPEND, Horizon.weeks(39), RATE).value(CLIENT, 22.35);
        ReasonCatalogue texts = ReasonCatalogue.standard();

        assertThat(estimate.reasons())
                .extracting(reason -> texts.text(reason, Locale.ENGLISH))
                .contains("still active with probability 0.7266");
        assertThat(estimate.reasons())
                .allSatisfy(reason -> assertThat(texts.text(reason, Locale.CHINESE))
                        .doesNotContain("{")
                        .isNotEqualTo(texts.text(reason, Locale.ENGLISH)));
    }

    @Test
    void aClientThatHasSurelyLeftIsWorthNothingForThatReason() {
        Estimate estimate =
                ClvModel.of(PURCHASES, SPEND, Horizon.weeks(39), RATE).value(new PurchaseSummary(500, 1, 37), 22.35);

        assertThat(estimate.value()).isZero();
        assertThat(contribution(estimate, "clv.probability-alive")).isEqualTo(-estimate.base());
    }

    @Test
    void theValueOfOneWhoNeverCameBackDoesNotReadItsSpend() {
        ClvModel model = ClvModel.of(PURCHASES, SPEND, Horizon.weeks(39), RATE);

        assertThat(model.value(new PurchaseSummary(0, 0, 0), 0).value()).isEqualTo(model.valueOfNewClient());
    }

    @Test
    void parametersThatWereSetLeaveNoDoubt() {
        Estimate estimate =
                ClvModel.of(PURCHASES, SPEND, Horizon.weeks(39), RATE).value(CLIENT, 22.35);

        assertThat(estimate.lower()).isEqualTo(estimate.value());
        assertThat(estimate.upper()).isEqualTo(estimate.value());
    }

    @Test
    void theIntervalIsThatOfTheDeltaMethod() {
        BgNbdModel purchases = BgNbdFitter.defaults().fit(Books.cdnowSummary());
        GammaGammaModel spend = GammaGammaFitter.defaults().fit(Books.cdnowSummary());
        Estimate estimate =
                ClvModel.of(purchases, spend, Horizon.weeks(39), RATE).value(CLIENT, 22.35);

        double variance = variance(purchases) + variance(spend);
        double factor = Math.exp(1.959963984540054 * Math.sqrt(variance));
        assertThat(estimate.level()).isEqualTo(0.95);
        assertThat(estimate.upper() / estimate.value()).isCloseTo(factor, withinPercentage(1e-3));
        assertThat(estimate.value() / estimate.lower()).isCloseTo(factor, withinPercentage(1e-3));
    }

    /**
     * Eighty purchases in four weeks and none for a thousand: hardly 1e-164 are expected, whose square is no number.
     */
    @Test
    void theIntervalOfNextToNothingIsAsWideAsTheParametersAreUncertain() {
        ParameterCovariance covariance = ParameterCovariance.of(
                List.of("r", "alpha", "a", "b"),
                new double[][] {{0.01, 0, 0, 0}, {0, 0.01, 0, 0}, {0, 0, 0.05, 0}, {0, 0, 0, 0.05}});
        BgNbdModel purchases =
                new BgNbdModel(PURCHASES.info(), CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426, covariance);
        Estimate estimate =
                ClvModel.of(purchases, SPEND, Horizon.weeks(39), RATE).value(new PurchaseSummary(80, 4, 1000), 20);

        assertThat(estimate.value()).isBetween(1e-170, 1e-160);
        assertThat(estimate.upper() / estimate.value()).isBetween(100.0, 1e5);
        assertThat(estimate.value() / estimate.lower()).isBetween(100.0, 1e5);
    }

    @Test
    void aHigherLevelIsAWiderInterval() {
        ClvModel model =
                ClvModel.of(BgNbdFitter.defaults().fit(Simulated.book(2000, 3)), SPEND, Horizon.weeks(39), RATE);
        Estimate usual = model.value(CLIENT, 22.35);
        Estimate sure = model.withLevel(0.99).value(CLIENT, 22.35);

        assertThat(sure.lower()).isLessThan(usual.lower());
        assertThat(sure.upper()).isGreaterThan(usual.upper());
        assertThat(sure.value()).isEqualTo(usual.value());
    }

    @Test
    void aBootstrapGivesAboutTheSameIntervalWhereTheDeltaMethodHolds() {
        PurchaseSummaries book = Simulated.book(2000, 3);
        BgNbdModel purchases = BgNbdFitter.defaults().fit(book);
        ClvModel delta = ClvModel.of(purchases, SPEND, Horizon.weeks(39), RATE);
        ClvModel bootstrap = delta.withBootstrap(
                PurchaseBootstrap.of(purchases, BgNbdFitter.defaults(), book, 200, 7, Run.sequential()));
        PurchaseSummary client = new PurchaseSummary(2, 30.43, 38.86);
        Estimate byDelta = delta.value(client, 20);
        Estimate byBootstrap = bootstrap.value(client, 20);

        assertThat(byBootstrap.value()).isEqualTo(byDelta.value());
        assertThat(byBootstrap.reasons()).isEqualTo(byDelta.reasons());
        assertThat(byBootstrap.upper() - byBootstrap.lower())
                .isCloseTo(byDelta.upper() - byDelta.lower(), withinPercentage(20));
        assertThat(bootstrap.value(client, 20)).isEqualTo(byBootstrap);
        assertThat(bootstrap.withLevel(0.5).value(client, 20).upper()).isLessThan(byBootstrap.upper());
    }

    @Test
    void refusesWhatMakesNoValue() {
        assertThatThrownBy(() -> ClvModel.of(PURCHASES, SPEND, Horizon.weeks(0), RATE))
                .hasMessage("horizon must be above 0, found 0.0");
        assertThatThrownBy(() ->
                        ClvModel.of(PURCHASES, SPEND, Horizon.weeks(1), RATE).withMargin(1.2))
                .hasMessage("margin must be within (0, 1], found 1.2");
        assertThatThrownBy(() -> ClvModel.of(PURCHASES, GammaGammaModel.of(6, 1, 15), Horizon.weeks(1), RATE))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() ->
                        ClvModel.of(PURCHASES, SPEND, Horizon.weeks(1), RATE).value(CLIENT, Double.NaN))
                .hasMessage("meanSpend must be finite and above 0, found NaN");
    }

    /**
     * Of the logarithm of the discounted purchases: its gradient by differences of each logarithm, and the covariance.
     */
    private static double variance(BgNbdModel m) {
        double[] at = {m.r(), m.alpha(), m.a(), m.b()};
        double[] slope = new double[4];
        for (int i = 0; i < 4; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] *= Math.exp(1e-4);
            down[i] *= Math.exp(-1e-4);
            slope[i] = (Math.log(discounted(up)) - Math.log(discounted(down))) / 2e-4;
        }
        return quadratic(m.covariance(), slope);
    }

    private static double discounted(double[] p) {
        return BgNbdModel.of(CalendarUnit.WEEK, p[0], p[1], p[2], p[3])
                .discountedPurchases(CLIENT, Horizon.weeks(39), RATE);
    }

    private static double variance(GammaGammaModel m) {
        double[] at = {m.p(), m.q(), m.v()};
        double[] slope = new double[3];
        for (int i = 0; i < 3; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] *= Math.exp(1e-4);
            down[i] *= Math.exp(-1e-4);
            slope[i] = (Math.log(expected(up)) - Math.log(expected(down))) / 2e-4;
        }
        return quadratic(m.covariance(), slope);
    }

    private static double expected(double[] p) {
        return GammaGammaModel.of(p[0], p[1], p[2]).expectedSpend(2, 22.35);
    }

    private static double quadratic(ParameterCovariance covariance, double[] slope) {
        List<String> names = covariance.names();
        double sum = 0;
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                sum += slope[i] * covariance.ofLogs(names.get(i), names.get(j)) * slope[j];
            }
        }
        return sum;
    }

    private static double newClientPurchases() {
        return PURCHASES.discountedPurchases(new PurchaseSummary(0, 0, 0), Horizon.weeks(39), RATE);
    }

    private static double contribution(Estimate estimate, String code) {
        return estimate.reasons().stream()
                .filter(reason -> reason.code().value().equals(code))
                .mapToDouble(Reason::contribution)
                .sum();
    }
}
