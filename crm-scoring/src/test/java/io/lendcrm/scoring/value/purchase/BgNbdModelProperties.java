package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BgNbdModelProperties {

    @Property
    void nothingIsEverNotANumber(
            @ForAll("hostileModels") BgNbdModel model,
            @ForAll("hostileClients") PurchaseSummary client,
            @ForAll("hostileHorizons") Horizon ahead) {
        assertThat(model.probabilityAlive(client)).isBetween(0.0, 1.0);
        assertThat(model.logProbabilityAlive(client)).isFinite().isNotPositive();
        assertThat(model.logLikelihood(client)).isFinite();
        assertThat(model.expectedPurchases(client, ahead)).isFinite().isNotNegative();
    }

    @Property
    void nothingIsExpectedOfNoTime(@ForAll("models") BgNbdModel model, @ForAll("clients") PurchaseSummary client) {
        assertThat(model.expectedPurchases(client, Horizon.weeks(0))).isZero();
    }

    @Property
    void moreIsExpectedOfALongerTimeButNeverInProportion(
            @ForAll("models") BgNbdModel model,
            @ForAll("clients") PurchaseSummary client,
            @ForAll("weeks") double weeks) {
        double once = model.expectedPurchases(client, Horizon.weeks(weeks));
        double twice = model.expectedPurchases(client, Horizon.weeks(2 * weeks));

        assertThat(twice).isBetween(once * (1 - 1e-12), 2 * once * (1 + 1e-12));
    }

    /** dE/dt at 0 is the probability to be active times the mean rate of those who are. */
    @Property
    void atFirstAClientBuysAtItsRate(@ForAll("models") BgNbdModel model, @ForAll("clients") PurchaseSummary client) {
        double rate = (model.r() + client.frequency()) / (model.alpha() + client.age());
        double t = 1e-7 / (rate + 1 / (model.alpha() + client.age()));
        double expected = model.probabilityAlive(client) * rate * t;

        assertThat(model.expectedPurchases(client, Horizon.weeks(t))).isCloseTo(expected, within(1e-5 * expected));
    }

    @Property
    void daysAndWeeksAgree(@ForAll("models") BgNbdModel weeks, @ForAll("clients") PurchaseSummary client) {
        BgNbdModel days = BgNbdModel.of(CalendarUnit.DAY, weeks.r(), 7 * weeks.alpha(), weeks.a(), weeks.b());
        PurchaseSummary inDays = new PurchaseSummary(
                client.frequency(), Math.min(7 * client.recency(), 7 * client.age()), 7 * client.age());
        double expected = weeks.expectedPurchases(client, Horizon.months(9));

        assertThat(days.expectedPurchases(inDays, Horizon.months(9)))
                .isCloseTo(expected, within(1e-11 * expected + Double.MIN_NORMAL));
        assertThat(days.logLikelihood(inDays))
                .isCloseTo(
                        weeks.logLikelihood(client) - client.frequency() * Math.log(7),
                        within(1e-10 * (1 + client.frequency())));
    }

    @Property
    void theLogarithmOfTheProbabilityIsItsLogarithm(
            @ForAll("models") BgNbdModel model, @ForAll("clients") PurchaseSummary client) {
        double alive = model.probabilityAlive(client);

        if (alive > Double.MIN_NORMAL) {
            assertThat(Math.exp(model.logProbabilityAlive(client))).isCloseTo(alive, within(1e-12 * alive));
        }
    }

    @Provide
    Arbitrary<BgNbdModel> models() {
        return ClvArbitraries.models(-2, 2);
    }

    @Provide
    Arbitrary<BgNbdModel> hostileModels() {
        return ClvArbitraries.models(-8, 8);
    }

    @Provide
    Arbitrary<PurchaseSummary> clients() {
        return ClvArbitraries.clients(Arbitraries.integers().between(0, 300), 200);
    }

    @Provide
    Arbitrary<PurchaseSummary> hostileClients() {
        return ClvArbitraries.clients(Arbitraries.integers().greaterOrEqual(0), 1e9);
    }

    @Provide
    Arbitrary<Double> weeks() {
        return Arbitraries.doubles().between(0.01, 200);
    }

    @Provide
    Arbitrary<Horizon> hostileHorizons() {
        return Combinators.combine(Arbitraries.doubles().between(-300, 300), Arbitraries.of(CalendarUnit.class))
                .as((power, unit) -> new Horizon(Math.pow(10, power), unit));
    }
}
