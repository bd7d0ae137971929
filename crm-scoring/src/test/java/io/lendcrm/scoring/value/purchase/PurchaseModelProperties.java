package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every purchase model, whatever its parameters. */
class PurchaseModelProperties {

    @Property(tries = 200)
    void nothingIsEverNotANumber(
            @ForAll("hostileModels") PurchaseModel model,
            @ForAll("hostileClients") PurchaseSummary client,
            @ForAll("hostileHorizons") Horizon ahead,
            @ForAll("numbers") int purchases) {
        if (model instanceof CnbdModel && client.frequency() > 0 && client.recency() == 0) {
            assertThat(model.logLikelihood(client)).isEqualTo(Double.NEGATIVE_INFINITY); // as documented
        } else {
            assertThat(model.logLikelihood(client)).isFinite();
        }
        assertThat(model.probabilityAlive(client)).isBetween(0.0, 1.0);
        assertThat(model.logProbabilityAlive(client)).isFinite().isNotPositive();
        assertThat(model.probabilityAlive(client, ahead)).isBetween(0.0, 1.0);
        assertThat(model.logProbabilityAlive(client, ahead)).isFinite().isNotPositive();
        assertThat(model.expectedPurchases(client, ahead)).isFinite().isNotNegative();
        assertThat(model.purchaseProbability(client, purchases, ahead)).isBetween(0.0, 1.0);
    }

    /** Nearly nobody stays through the hundreds of purchases that are due within the week. */
    @Example
    void aClientWhoHardlyStaysHasAFiniteLogarithm() {
        CnbdModel model = CnbdModel.of(CalendarUnit.WEEK, Dropout.AFTER_EVERY_PURCHASE, 3, 1, 1, 2511.88643150958, 1);
        PurchaseSummary client = new PurchaseSummary(886, 0, 0);

        assertThat(model.logProbabilityAlive(client, Horizon.weeks(1)))
                .isFinite()
                .isLessThan(-100);
        assertThat(model.probabilityAlive(client, Horizon.weeks(1))).isBetween(0.0, 1e-40);
    }

    /** The time beside the mean time between purchases is less than a double holds. */
    @Example
    void nobodyBuysWithinNoTime() {
        ParetoNbdModel model = ParetoNbdModel.of(CalendarUnit.WEEK, 1, 1.737800828749376E7, 1, 1);

        assertThat(model.purchaseProbability(new PurchaseSummary(0, 0, 0), 1, Horizon.days(1e-300)))
                .isBetween(0.0, 1e-290);
    }

    @Property(tries = 60)
    void theNumbersOfPurchasesAddUpToOneAndToTheirExpectation(
            @ForAll("models") PurchaseModel model, @ForAll("watchedClients") PurchaseSummary client) {
        Horizon ahead = Horizon.weeks(3);
        double expected = model.expectedPurchases(client, ahead);
        double total = 0;
        double mean = 0;
        for (int n = 0; n < 2000; n++) {
            double probability = model.purchaseProbability(client, n, ahead);
            total += probability;
            mean += n * probability;
        }

        assertThat(total).isCloseTo(1, within(1e-10));
        assertThat(mean).isCloseTo(expected, within(1e-10 * expected + 1e-13));
    }

    @Property(tries = 200)
    void aClientMayLeaveAheadButNeverReturns(
            @ForAll("models") PurchaseModel model,
            @ForAll("clients") PurchaseSummary client,
            @ForAll("weeks") double weeks) {
        double now = model.probabilityAlive(client);
        double soon = model.probabilityAlive(client, Horizon.weeks(weeks));

        assertThat(model.probabilityAlive(client, Horizon.weeks(0))).isCloseTo(now, within(1e-12));
        assertThat(soon).isLessThanOrEqualTo(now * (1 + 1e-12));
        assertThat(model.probabilityAlive(client, Horizon.weeks(2 * weeks))).isLessThanOrEqualTo(soon * (1 + 1e-12));
    }

    @Property(tries = 200)
    void theAliveCurveJudgesByWhatWasSeenSoFar(@ForAll("models") PurchaseModel model) {
        double[] curve = model.aliveCurve(new double[] {2, 5.5}, new double[] {0, 1.9, 2, 4, 5.5, 30});

        assertThat(curve)
                .containsExactly(
                        model.probabilityAlive(new PurchaseSummary(0, 0, 0)),
                        model.probabilityAlive(new PurchaseSummary(0, 0, 1.9)),
                        model.probabilityAlive(new PurchaseSummary(1, 2, 2)),
                        model.probabilityAlive(new PurchaseSummary(1, 2, 4)),
                        model.probabilityAlive(new PurchaseSummary(2, 5.5, 5.5)),
                        model.probabilityAlive(new PurchaseSummary(2, 5.5, 30)));
    }

    @Property(tries = 20)
    void aValueWithoutEndIsThatOfALongHorizon(
            @ForAll("models") PurchaseModel model, @ForAll("clients") PurchaseSummary client) {
        DiscountRate rate = DiscountRate.perYear(0.2);
        double century = model.discountedPurchases(client, Horizon.years(150), rate);

        assertThat(model.discountedPurchases(client, rate)).isCloseTo(century, within(1e-9 * century));
    }

    @Property(tries = 50)
    void aBookIsPredictedAsItsClientsAreOnAnyNumberOfThreads(
            @ForAll("models") PurchaseModel model, @ForAll("books") PurchaseSummaries book) {
        Horizon ahead = Horizon.weeks(39);
        double[] expected = new double[book.size()];
        double[] alive = new double[book.size()];
        model.expectedPurchases(book, ahead, expected, Run.sequential());
        model.probabilityAlive(book, alive, Run.sequential());
        double[] again = new double[book.size()];
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            model.expectedPurchases(book, ahead, again, Run.sequential().on(two, 2));
        } finally {
            two.shutdown();
        }

        assertThat(again).isEqualTo(expected);
        for (int row = 0; row < book.size(); row++) {
            assertThat(expected[row]).isEqualTo(model.expectedPurchases(book.summary(row), ahead));
            assertThat(alive[row]).isEqualTo(model.probabilityAlive(book.summary(row)));
        }
    }

    @Provide
    Arbitrary<PurchaseModel> models() {
        return of(ClvArbitraries.models(-2, 2), ClvArbitraries.paretoModels(-2, 2));
    }

    @Provide
    Arbitrary<PurchaseModel> hostileModels() {
        return of(ClvArbitraries.models(-8, 8), ClvArbitraries.paretoModels(-8, 8));
    }

    private static Arbitrary<PurchaseModel> of(
            Arbitrary<BgNbdModel> models, Arbitrary<? extends PurchaseModel> others) {
        Arbitrary<PurchaseModel> first = Combinators.combine(
                        models, Arbitraries.integers().between(0, 2))
                .as(PurchaseModelProperties::kind);
        Arbitrary<PurchaseModel> second = others.map(model -> model);
        return Arbitraries.oneOf(List.of(first, first, second));
    }

    private static PurchaseModel kind(BgNbdModel m, int kind) {
        switch (kind) {
            case 0:
                return m;
            case 1:
                return MbgNbdModel.of(m.unit(), m.r(), m.alpha(), m.a(), m.b());
            case 2:
                return CnbdModel.of(m.unit(), Dropout.AFTER_EVERY_PURCHASE, 3, m.r(), m.alpha(), m.a(), m.b());
            default:
                return NbdModel.of(m.unit(), m.r(), m.alpha());
        }
    }

    @Provide
    Arbitrary<PurchaseSummaries> books() {
        return ClvArbitraries.books();
    }

    @Provide
    Arbitrary<PurchaseSummary> clients() {
        return ClvArbitraries.clients(Arbitraries.integers().between(0, 60), 200);
    }

    /** Watched for so long that the number of purchases in three weeks is far from a thousand. */
    @Provide
    Arbitrary<PurchaseSummary> watchedClients() {
        return ClvArbitraries.clients(Arbitraries.integers().between(0, 30), 200)
                .map(c -> new PurchaseSummary(c.frequency(), c.recency(), c.age() + 5));
    }

    @Provide
    Arbitrary<PurchaseSummary> hostileClients() {
        return ClvArbitraries.clients(Arbitraries.integers().greaterOrEqual(0), 1e9);
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.integers().greaterOrEqual(0);
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
