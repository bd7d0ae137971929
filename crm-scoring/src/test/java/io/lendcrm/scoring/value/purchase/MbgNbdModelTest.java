package io.lendcrm.scoring.value.purchase;

import static io.lendcrm.scoring.value.purchase.References.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import org.junit.jupiter.api.Test;

class MbgNbdModelTest {

    private static final MbgNbdModel PUBLISHED = MbgNbdModel.of(CalendarUnit.WEEK, 0.525, 6.183, 0.891, 1.614);

    @Test
    void agreesWithSixtyDigitsOnHistoriesThatBreakOtherTools() {
        assertThat(Oracle.rows("mbg-nbd-grid.tsv")).hasSize(40).allSatisfy(row -> {
            double[] p = row.numbers("r", "alpha", "a", "b");
            MbgNbdModel model = MbgNbdModel.of(CalendarUnit.WEEK, p[0], p[1], p[2], p[3]);
            PurchaseSummary client = new PurchaseSummary(row.whole("x"), row.number("t_x"), row.number("T"));
            assertRelative(model.logLikelihood(client), row.number("logL"), 1e-12);
            assertRelative(model.probabilityAlive(client), row.number("pAlive"), 1e-12);
            assertRelative(model.expectedPurchases(client, Horizon.weeks(row.number("t"))), row.number("cet"), 1e-12);
        });
    }

    @Test
    void expectsOfANewClientWhatTheClosedFormDoes() {
        assertThat(Oracle.rows("purchase-extra.tsv").stream()
                        .filter(row -> row.text("key").equals("mbg-expected")))
                .hasSize(3)
                .allSatisfy(row -> assertRelative(
                        PUBLISHED.expectedPurchases(Horizon.weeks(row.number("at"))), row.number("value"), 1e-12));
    }

    @Test
    void doesNotHoldAClientThatNeverCameBackForActiveForEver() {
        assertThat(PUBLISHED.probabilityAlive(new PurchaseSummary(0, 0, 0))).isEqualTo(1.614 / (0.891 + 1.614));
        assertThat(PUBLISHED.probabilityAlive(new PurchaseSummary(0, 0, 500))).isLessThan(0.2);
    }

    @Test
    void refusesAnImpossibleNumberOfPurchases() {
        assertThatThrownBy(() -> PUBLISHED.purchaseProbability(-1, Horizon.weeks(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("purchases must be at least 0, found -1");
    }
}
