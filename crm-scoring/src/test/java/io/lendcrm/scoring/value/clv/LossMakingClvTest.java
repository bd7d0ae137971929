package io.lendcrm.scoring.value.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.BgNbdFitter;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import io.lendcrm.scoring.value.purchase.Books;
import io.lendcrm.scoring.value.spend.NormalSpendFitter;
import io.lendcrm.scoring.value.spend.NormalSpendModel;
import org.junit.jupiter.api.Test;

/** Where clients bring losses, a value may be below 0. */
class LossMakingClvTest {

    private static final BgNbdModel PURCHASES = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);
    private static final DiscountRate RATE = DiscountRate.perYear(0.15);
    private static final PurchaseSummary CLIENT = new PurchaseSummary(2, 30.43, 38.86);

    @Test
    void aLossIsTheMoreTheOfterTheClientComesBack() {
        ClvModel model = ClvModel.of(PURCHASES, NormalSpendModel.of(5, 20, 30), Horizon.weeks(39), RATE);
        Estimate loss = model.value(CLIENT, -60);

        double purchases = PURCHASES.discountedPurchases(CLIENT, Horizon.weeks(39), RATE);
        double amount = (900 * 5 - 2 * 400 * 60) / (900 + 2 * 400.0);
        assertThat(loss.value())
                .isCloseTo(amount * purchases, withinPercentage(1e-10))
                .isNegative();
        assertAddsUp(loss);
        assertAddsUp(model.value(CLIENT, 200));
        assertAddsUp(model.value(CLIENT, 5));
    }

    @Test
    void reasonsAddUpWhereTheMeanOfAllIsALossOrNothing() {
        for (double mu : new double[] {-8, 0, 8}) {
            ClvModel model = ClvModel.of(PURCHASES, NormalSpendModel.of(mu, 20, 30), Horizon.weeks(39), RATE)
                    .withMargin(0.5);
            for (double spend : new double[] {-100, 0, 8, 40}) {
                Estimate estimate = model.value(CLIENT, spend);
                assertThat(estimate.base()).isEqualTo(model.valueOfNewClient());
                assertAddsUp(estimate);
            }
            Estimate gone = model.value(new PurchaseSummary(500, 1, 37), 10);
            assertThat(gone.value()).isZero();
            assertAddsUp(gone);
        }
    }

    @Test
    void theIntervalIsSymmetricAndThatOfTheDeltaMethod() {
        BgNbdModel purchases = BgNbdFitter.defaults().fit(Books.cdnowSummary());
        NormalSpendModel spend = NormalSpendFitter.defaults().fit(Books.cdnowSummary());
        Estimate estimate =
                ClvModel.of(purchases, spend, Horizon.weeks(39), RATE).value(CLIENT, 22.35);

        assertThat(estimate.upper() - estimate.value())
                .isCloseTo(estimate.value() - estimate.lower(), withinPercentage(1e-9));
        double number = purchases.discountedPurchases(CLIENT, Horizon.weeks(39), RATE);
        double amount = spend.expectedSpend(2, 22.35);
        double variance = purchases.contrasts().stream()
                        .mapToDouble(c -> c.variance(m -> m.discountedPurchases(CLIENT, Horizon.weeks(39), RATE)))
                        .sum()
                * amount
                * amount;
        variance += spend.contrasts().stream()
                        .mapToDouble(c -> c.variance(m -> m.expectedSpend(2, 22.35)))
                        .sum()
                * number
                * number;
        assertThat(estimate.upper() - estimate.value())
                .isCloseTo(1.959963984540054 * Math.sqrt(variance), withinPercentage(1e-9));
    }

    private static void assertAddsUp(Estimate estimate) {
        double sum =
                estimate.reasons().stream().mapToDouble(Reason::contribution).sum();
        assertThat(estimate.base() + sum).isCloseTo(estimate.value(), within(1e-12 * (1 + Math.abs(estimate.value()))));
        assertThat(estimate.reasons())
                .allSatisfy(reason -> assertThat(reason.contribution()).isFinite());
    }
}
