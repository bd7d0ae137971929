package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ParetoNbdModelTest {

    /** Fader, Hardie and Lee (2005), weeks. */
    private static final ParetoNbdModel PUBLISHED = ParetoNbdModel.of(CalendarUnit.WEEK, 0.553, 10.578, 0.606, 11.669);

    private static final PurchaseSummary CLIENT = new PurchaseSummary(2, 30.43, 38.86);

    /** 15 % a year of 52 weeks. */
    private static final DiscountRate RATE =
            DiscountRate.perYear(Math.expm1(Math.log(1.15) / 52 / 7 * CalendarUnit.YEAR.days()));

    @Test
    void tellsTheFutureOfThePapersClient() {
        PurchaseSummary best = new PurchaseSummary(26, 30.86, 31);

        assertThat(PUBLISHED.probabilityAlive(best)).isCloseTo(0.9979, within(0.00005));
        assertThat(PUBLISHED.expectedPurchases(best, Horizon.weeks(52))).isCloseTo(25.46, within(0.005));
    }

    @Test
    void aClientThatNeverCameBackMayHaveLeft() {
        assertThat(PUBLISHED.probabilityAlive(new PurchaseSummary(0, 0, 38.86))).isBetween(0.2, 0.4);
        assertThat(PUBLISHED.probabilityAlive(new PurchaseSummary(0, 0, 0))).isEqualTo(1);
    }

    @Test
    void agreesWithSixtyDigitsOnHistoriesThatBreakOtherTools() {
        List<Oracle> rows = Oracle.rows("pareto-nbd-grid.tsv");

        assertThat(rows).hasSize(120).allSatisfy(row -> {
            ParetoNbdModel model = model(row);
            PurchaseSummary client = client(row);
            assertRelative(model.logLikelihood(client), row.number("logL"), 1e-12);
            assertRelative(model.probabilityAlive(client), row.number("pAlive"), 1e-12);
            assertRelative(model.expectedPurchases(client, Horizon.weeks(row.number("t"))), row.number("cet"), 1e-12);
            assertRelative(model.discountedPurchases(client, RATE), row.number("dert"), 1e-12);
        });
    }

    @Test
    void expectsOfANewClientWhatThePaperDoes() {
        assertThat(Oracle.rows("pareto-nbd-new-client.tsv"))
                .hasSize(11)
                .allSatisfy(row -> assertRelative(
                        PUBLISHED.expectedPurchases(Horizon.weeks(row.number("t"))), row.number("expected"), 1e-12));
    }

    @Test
    void hasNoPoleWhereTheTextbookFormDividesByZero() {
        Oracle pole = Oracle.rows("pareto-nbd-pole.tsv").get(0);

        assertRelative(
                model(pole).expectedPurchases(client(pole), Horizon.weeks(pole.number("t"))),
                pole.number("cet"),
                1e-12);
    }

    /** The individual client's density, averaged over the moment of leaving and both rates by numerical integration. */
    @Test
    void theLikelihoodIsTheAverageOverAllRatesAndMomentsOfLeaving() {
        for (PurchaseSummary client : List.of(CLIENT, new PurchaseSummary(0, 0, 20), new PurchaseSummary(7, 3, 30))) {
            int x = client.frequency();
            // ∫ over the moment y of leaving of E[λ^x e^(-λy)] E[μ e^(-μy)], both by integration over the rates
            double left = integral(
                    y -> mean(0.553, 10.578, rate -> Math.pow(rate, x) * Math.exp(-rate * y))
                            * mean(0.606, 11.669, rate -> rate * Math.exp(-rate * y)),
                    client.recency(),
                    client.age(),
                    300);
            double active = mean(0.553, 10.578, rate -> Math.pow(rate, x) * Math.exp(-rate * client.age()))
                    * mean(0.606, 11.669, rate -> Math.exp(-rate * client.age()));

            assertThat(PUBLISHED.logLikelihood(client)).isCloseTo(Math.log(left + active), within(1e-7));
            assertThat(PUBLISHED.probabilityAlive(client)).isCloseTo(active / (left + active), withinPercentage(1e-5));
        }
    }

    @Test
    void discountedPurchasesAreTheIntegralOfWhatIsExpected() {
        for (double s : new double[] {0.05, 0.606, 1, 2, 7.3, 55}) {
            ParetoNbdModel model = ParetoNbdModel.of(CalendarUnit.WEEK, 0.553, 10.578, s, 11.669);
            double force = Math.log(1.15) / 52;
            double sum = integral(
                    v -> Math.exp(v) * Math.exp(-force * Math.exp(v)) * model.expectedPurchases(CLIENT, weeks(v)),
                    -25,
                    Math.log(60 / force),
                    400);

            assertThat(model.discountedPurchases(CLIENT, RATE)).isCloseTo(force * sum, withinPercentage(1e-8));
        }
    }

    @Test
    void theNumberOfPurchasesIsThatOfARandomLife() {
        // by integration over both rates and the moment of leaving, for a new client within 39 weeks
        for (int n = 0; n < 4; n++) {
            int count = n;
            double ways = n == 3 ? 6 : Math.max(1, n);
            DoubleUnaryOperator chance =
                    y -> mean(0.553, 10.578, rate -> Math.pow(rate * y, count) * Math.exp(-rate * y)) / ways;
            double expected = chance.applyAsDouble(39) * mean(0.606, 11.669, rate -> Math.exp(-39 * rate))
                    + integral(
                            y -> chance.applyAsDouble(y) * mean(0.606, 11.669, rate -> rate * Math.exp(-rate * y)),
                            0,
                            39,
                            300);

            assertThat(PUBLISHED.purchaseProbability(n, Horizon.weeks(39))).isCloseTo(expected, withinPercentage(1e-7));
        }
    }

    /** CLVTools stops short of the optimum; its own parameters give its own predictions. */
    @Test
    void predictsWhatAnotherToolDoesAtItsParameters() {
        assertThat(Oracle.rows("pareto-nbd-clvtools.tsv")).hasSize(24).allSatisfy(row -> {
            ParetoNbdModel model = model(row);
            PurchaseSummary client = client(row);
            assertRelative(model.probabilityAlive(client), row.number("pAlive"), 1e-9);
            assertRelative(model.expectedPurchases(client, Horizon.weeks(39)), row.number("cet"), 1e-9);
            assertRelative(model.discountedPurchases(client, RATE), row.number("dert"), 1e-9);
        });
    }

    @Test
    void tellsTheLogarithmOfAProbabilityTooSmallForADouble() {
        ParetoNbdModel bank = ParetoNbdModel.of(CalendarUnit.WEEK, 1.5, 0.2, 0.7, 60);
        PurchaseSummary longGone = new PurchaseSummary(3000, 120, 156);

        assertThat(bank.probabilityAlive(longGone)).isZero();
        assertThat(bank.logProbabilityAlive(longGone)).isFinite().isLessThan(-745);
    }

    @Test
    void refusesImpossibleParametersByName() {
        assertThatThrownBy(() -> ParetoNbdModel.of(CalendarUnit.WEEK, 0.5, 4, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("s must be finite and above 0, found 0.0");
    }

    @Test
    void refusesAValueWithoutEndWithoutInterest() {
        assertThatThrownBy(() -> PUBLISHED.discountedPurchases(CLIENT, DiscountRate.perYear(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("discount rate must be above 0");
    }

    private static Horizon weeks(double log) {
        return Horizon.weeks(Math.exp(log));
    }

    /** The mean over a gamma variable, by Simpson's rule in its logarithm. */
    private static double mean(double shape, double rate, DoubleUnaryOperator of) {
        DoubleUnaryOperator weight = v -> Math.exp(shape * v - rate * Math.exp(v));
        double total = integral(weight, -60, Math.log(60 / rate), 500);
        return integral(v -> weight.applyAsDouble(v) * of.applyAsDouble(Math.exp(v)), -60, Math.log(60 / rate), 500)
                / total;
    }

    private static double integral(DoubleUnaryOperator f, double from, double to, int pairs) {
        double step = (to - from) / (2 * pairs);
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < 2 * pairs; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(from + i * step);
        }
        return sum * step / 3;
    }

    private static ParetoNbdModel model(Oracle row) {
        return ParetoNbdModel.of(
                CalendarUnit.WEEK, row.number("r"), row.number("alpha"), row.number("s"), row.number("beta"));
    }

    private static PurchaseSummary client(Oracle row) {
        return new PurchaseSummary(row.whole("x"), row.number("t_x"), row.number("T"));
    }

    /** Numbers below the least normal double need only be finite, not negative, and as small. */
    private static void assertRelative(double found, double expected, double tolerance) {
        if (Math.abs(expected) < Double.MIN_NORMAL) {
            assertThat(found).isBetween(0.0, 2.3e-308);
        } else {
            assertThat(found).isCloseTo(expected, within(tolerance * Math.abs(expected)));
        }
    }
}
