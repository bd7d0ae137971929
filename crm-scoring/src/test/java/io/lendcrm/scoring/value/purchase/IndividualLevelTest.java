package io.lendcrm.scoring.value.purchase;

import static io.lendcrm.scoring.value.purchase.References.assertRelative;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The closed forms are what the models' first principles come to. */
class IndividualLevelTest {

    private static final List<PurchaseSummary> CLIENTS = List.of(
            new PurchaseSummary(0, 0, 38.86),
            new PurchaseSummary(1, 3, 20),
            new PurchaseSummary(2, 30.43, 38.86),
            new PurchaseSummary(12, 20, 39));

    @Test
    void bgNbdIsItsIndividualLevelAveraged() {
        for (double[] p : new double[][] {{0.243, 4.414, 0.793, 2.426}, {1.2, 8, 0.6, 0.9}}) {
            compare(
                    BgNbdModel.of(CalendarUnit.WEEK, p[0], p[1], p[2], p[3]),
                    new IndividualLevel(p[0], p[1], p[2], p[3], 0, 1));
        }
    }

    @Test
    void mbgNbdIsItsIndividualLevelAveraged() {
        for (double[] p : new double[][] {{0.525, 6.183, 0.891, 1.614}, {1.1129, 7.7745, 1.8922, 2.11}}) {
            compare(
                    MbgNbdModel.of(CalendarUnit.WEEK, p[0], p[1], p[2], p[3]),
                    new IndividualLevel(p[0], p[1], p[2], p[3], 1, 1));
        }
    }

    private static void compare(PurchaseModel model, IndividualLevel individual) {
        for (PurchaseSummary client : CLIENTS) {
            assertRelative(Math.exp(model.logLikelihood(client)), individual.likelihood(client), 1e-9);
            assertRelative(model.probabilityAlive(client), individual.alive(client), 1e-9);
            assertRelative(model.expectedPurchases(client, Horizon.weeks(39)), individual.expected(client, 39), 1e-9);
            assertRelative(model.probabilityAlive(client, Horizon.weeks(39)), individual.alive(client, 39), 1e-9);
        }
    }
}
