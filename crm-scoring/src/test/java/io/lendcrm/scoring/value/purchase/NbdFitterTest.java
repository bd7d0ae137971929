package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import org.junit.jupiter.api.Test;

class NbdFitterTest {

    /** valuation.json, tool_fits, CLVTools_BTYD_BTYDplus, model nbd on cdnow elog2cbs. */
    @Test
    void findsTheOptimumOfTheSample() {
        PurchaseSummaries book = Books.cdnowSample(CalendarUnit.WEEK);
        NbdModel model = NbdFitter.defaults().fit(book);

        assertThat(model.r()).isCloseTo(0.384765875268, withinPercentage(1e-3));
        assertThat(model.alpha()).isCloseTo(12.072013732024, withinPercentage(1e-3));
        assertThat(References.diagnostic(model, "logLikelihood"))
                .isCloseTo(-9763.65761467269, within(1e-5))
                .isGreaterThan(-9763.65761467269 - 1e-6);
        assertThat(model.logLikelihood(book, Run.sequential()))
                .isCloseTo(References.diagnostic(model, "logLikelihood"), within(1e-8));
        assertThat(model.standardErrors()).containsOnlyKeys("r", "alpha");
    }

    @Test
    void isTheLimitOfBgNbdWhereNobodyLeaves() {
        NbdModel nbd = NbdModel.of(CalendarUnit.WEEK, 0.4, 12);
        BgNbdModel limit = BgNbdModel.of(CalendarUnit.WEEK, 0.4, 12, 1e-13, 1);
        PurchaseSummary client = new PurchaseSummary(3, 20, 39);

        assertThat(limit.logLikelihood(client)).isCloseTo(nbd.logLikelihood(client), within(1e-9));
        assertThat(limit.expectedPurchases(client, Horizon.weeks(20)))
                .isCloseTo(nbd.expectedPurchases(client, Horizon.weeks(20)), within(1e-9));
        assertThat(nbd.expectedPurchases(client, Horizon.weeks(20))).isEqualTo(3.4 / 51 * 20);
        assertThat(nbd.probabilityAlive(client, Horizon.years(100))).isEqualTo(1);
    }

    @Test
    void hasAClosedFormForAllPurchasesEverDiscounted() {
        NbdModel nbd = NbdModel.of(CalendarUnit.YEAR, 2, 3);
        PurchaseSummary client = new PurchaseSummary(4, 1, 2);

        assertThat(nbd.discountedPurchases(client, DiscountRate.perYear(0.1)))
                .isCloseTo(
                        nbd.discountedPurchases(client, Horizon.years(600), DiscountRate.perYear(0.1)), within(1e-10));
        assertThatThrownBy(() -> nbd.discountedPurchases(client, DiscountRate.perYear(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discount rate must be above 0");
    }

    @Test
    void namesTheLimitWhereClientsDoNotDiffer() {
        PurchaseSummaries book = PurchaseSummaries.of(
                CalendarUnit.WEEK, new int[] {3, 4, 5}, new double[] {9, 9, 9}, new double[] {10, 10, 10});
        NbdModel model = NbdFitter.defaults().fit(book);

        assertThat(model.info().warnings()).anyMatch(text -> text.contains("clients don't differ in their rate"));
        assertThat(model.expectedPurchases(new PurchaseSummary(5, 9, 10), Horizon.weeks(10)))
                .isCloseTo(4, within(0.001));
    }

    @Test
    void refusesABookToWhichNobodyCameBack() {
        PurchaseSummaries book =
                PurchaseSummaries.of(CalendarUnit.WEEK, new int[] {0, 0}, new double[] {0, 0}, new double[] {5, 6});

        assertThatThrownBy(() -> NbdFitter.defaults().fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("none of 2 clients came back");
    }
}
