package io.lendcrm.scoring.value.purchase;

import static io.lendcrm.scoring.value.purchase.References.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.List;
import org.junit.jupiter.api.Test;

class BgNbdModelTest {

    /** Fader, Hardie and Lee (2005), weeks. */
    private static final BgNbdModel PUBLISHED = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, 2.426);

    @Test
    void tellsTheFutureOfThePapersClient() {
        PurchaseSummary client = new PurchaseSummary(2, 30.43, 38.86);

        assertThat(PUBLISHED.expectedPurchases(client, Horizon.weeks(39))).isCloseTo(1.226, within(0.0005));
        assertThat(PUBLISHED.probabilityAlive(client)).isCloseTo(0.7266, within(0.00005));
    }

    @Test
    void aHorizonMayBeGivenInAnyUnit() {
        PurchaseSummary client = new PurchaseSummary(2, 30.43, 38.86);

        assertThat(PUBLISHED.expectedPurchases(client, Horizon.days(273)))
                .isEqualTo(PUBLISHED.expectedPurchases(client, Horizon.weeks(39)));
    }

    @Test
    void agreesWithSixtyDigitsOnHistoriesThatBreakOtherTools() {
        List<Oracle> rows = Oracle.rows("bg-nbd-grid.tsv");

        assertThat(rows).hasSize(80).allSatisfy(row -> {
            BgNbdModel model = model(row);
            PurchaseSummary client = client(row);
            assertRelative(model.logLikelihood(client), row.number("logL"), 1e-12);
            assertRelative(model.probabilityAlive(client), row.number("pAlive"), 1e-12);
            assertRelative(model.expectedPurchases(client, Horizon.weeks(row.number("t"))), row.number("cet"), 1e-12);
        });
    }

    /** With the last purchase at the end of observation the odds of having left at it are a to b. */
    @Test
    void keepsTheDigitsOfASmallB() {
        for (double b : new double[] {1e-3, 1e-6, 1e-20}) {
            BgNbdModel model = BgNbdModel.of(CalendarUnit.WEEK, 0.243, 4.414, 0.793, b);
            PurchaseSummary client = new PurchaseSummary(1, 30, 30);

            assertRelative(model.probabilityAlive(client), b / (0.793 + b), 1e-14);
            assertThat(model.logLikelihood(client)).isFinite();
        }
    }

    @Test
    void tellsTheLogarithmOfAProbabilityTooSmallForADouble() {
        PurchaseSummary longGone = new PurchaseSummary(500, 1, 37);

        assertThat(PUBLISHED.probabilityAlive(longGone)).isZero();
        // ln 5.9121843615099802e-440
        assertThat(PUBLISHED.logProbabilityAlive(longGone))
                .isCloseTo(Math.log(5.9121843615099802) - 440 * Math.log(10), withinPercentage(1e-12));
    }

    @Test
    void expectsOfANewClientWhatThePaperDoes() {
        assertThat(Oracle.rows("bg-nbd-new-client.tsv"))
                .hasSize(7)
                .allSatisfy(row -> assertRelative(
                        PUBLISHED.expectedPurchases(Horizon.weeks(row.number("t"))), row.number("expected"), 1e-12));
    }

    @Test
    void tellsHowManyANewClientBuysWithWhatProbability() {
        assertThat(Oracle.rows("purchase-extra.tsv").stream()
                        .filter(row -> row.text("key").equals("bg-pmf")))
                .hasSize(8)
                .allSatisfy(row -> assertRelative(
                        PUBLISHED.purchaseProbability(row.whole("at"), Horizon.weeks(39)), row.number("value"), 1e-12));
    }

    @Test
    void hasNoPoleWhereTheTextbookFormDividesByZero() {
        Oracle pole = Oracle.rows("bg-nbd-pole.tsv").get(0);

        assertRelative(
                model(pole).expectedPurchases(client(pole), Horizon.weeks(pole.number("t"))),
                pole.number("cet"),
                1e-12);
    }

    @Test
    void holdsAClientThatNeverCameBackForActiveByItsNature() {
        assertThat(PUBLISHED.probabilityAlive(new PurchaseSummary(0, 0, 500))).isEqualTo(1);
        assertThat(PUBLISHED.logProbabilityAlive(new PurchaseSummary(0, 0, 500)))
                .isZero();
    }

    @Test
    void refusesImpossibleParametersByName() {
        assertThatThrownBy(() -> BgNbdModel.of(CalendarUnit.WEEK, 0.2, 4, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a must be finite and above 0, found 0.0");
    }

    @Test
    void parametersThatWereSetHaveNoStandardErrors() {
        assertThat(PUBLISHED.standardErrors()).isEmpty();
    }

    private static BgNbdModel model(Oracle row) {
        return BgNbdModel.of(CalendarUnit.WEEK, row.number("r"), row.number("alpha"), row.number("a"), row.number("b"));
    }

    private static PurchaseSummary client(Oracle row) {
        return new PurchaseSummary(row.whole("x"), row.number("t_x"), row.number("T"));
    }
}
