package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Derivatives;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BgNbdFitterProperties {

    @Property(tries = 200)
    void theLikelihoodIsTheSumOverTheClients(
            @ForAll("books") PurchaseSummaries book, @ForAll("models") BgNbdModel model) {
        double sum = 0;
        double size = 0;
        for (int row = 0; row < book.size(); row++) {
            sum += model.logLikelihood(book.summary(row));
            size += Math.abs(model.logLikelihood(book.summary(row)));
        }
        assertThat(likelihood(book).at(logs(model), new double[4], new double[4][4]))
                .isCloseTo(sum, within(1e-11 * (size + book.size())));
    }

    @Property(tries = 200)
    void itsDerivativesAreThoseOfDifferences(
            @ForAll("books") PurchaseSummaries book, @ForAll("models") BgNbdModel model) {
        NewtonAscent.LogLikelihood slope = likelihood(book);
        Derivatives.check(slope, logs(model));
    }

    @Property(tries = 200)
    void itsDerivativesAreThoseOfDifferencesWhoeverMayLeaveAndHoweverRegular(
            @ForAll("books") PurchaseSummaries book, @ForAll("models") BgNbdModel model) {
        for (int first = 0; first <= 1; first++) {
            for (int regularity = 1; regularity <= 4; regularity++) {
                Derivatives.check(
                        new BetaGeometricLikelihood(
                                PurchaseRows.distinct(book), first, regularity, 0, Run.sequential()),
                        logs(model));
            }
        }
    }

    @Property(tries = 50)
    void aWeightIsSoManyClients(@ForAll("books") PurchaseSummaries book) {
        double[] none = {};
        int[] frequency = new int[3 * book.size()];
        double[] recency = new double[3 * book.size()];
        double[] age = new double[3 * book.size()];
        for (int i = 0; i < frequency.length; i++) {
            frequency[i] = book.frequency(i / 3);
            recency[i] = book.recency(i / 3);
            age[i] = book.age(i / 3);
        }
        double[] threes = new double[book.size()];
        Arrays.fill(threes, 3);
        PurchaseSummaries repeated = PurchaseSummaries.of(book.unit(), frequency, recency, age, none, none);
        PurchaseSummaries weighted =
                columns(book, IntStream.range(0, book.size()).boxed().toList(), threes);

        assertSameBits(
                BgNbdFitter.defaults().fit(weighted), BgNbdFitter.defaults().fit(repeated));
    }

    @Property(tries = 50)
    void theOrderOfTheClientsDoesNotMatter(@ForAll("books") PurchaseSummaries book, @ForAll Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, book.size()).boxed().toList());
        Collections.shuffle(order, random);

        assertSameBits(
                BgNbdFitter.defaults().fit(columns(book, order, new double[0])),
                BgNbdFitter.defaults().fit(book));
    }

    @Property(tries = 200)
    void everyBookGivesAModelThatCanBeApplied(
            @ForAll("books") PurchaseSummaries book, @ForAll("clients") PurchaseSummary client) {
        BgNbdModel model = BgNbdFitter.defaults().fit(book);

        assertThat(model.probabilityAlive(client)).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(client, Horizon.weeks(52)))
                .isFinite()
                .isNotNegative();
        assertThat(model.standardErrors().values())
                .allSatisfy(error -> assertThat(error).isFinite().isPositive());
    }

    @Example
    void theNumberOfThreadsDoesNotChangeABit() {
        PurchaseSummaries book = Simulated.book(30_000, 11);
        BgNbdModel alone = BgNbdFitter.defaults().fit(book);

        for (int threads : new int[] {2, 4}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                assertSameBits(BgNbdFitter.defaults().fit(book, Run.sequential().on(pool, threads)), alone);
            } finally {
                pool.shutdown();
            }
        }
    }

    @Example
    void aFitInsideItsOwnCrowdedPoolComesToAnEnd() throws Exception {
        PurchaseSummaries book = Simulated.book(5_000, 12);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            BgNbdModel inside = pool.submit(() ->
                            BgNbdFitter.defaults().fit(book, Run.sequential().on(pool, 4)))
                    .get();
            assertSameBits(inside, BgNbdFitter.defaults().fit(book));
        } finally {
            pool.shutdown();
        }
    }

    private static void assertSameBits(BgNbdModel left, BgNbdModel right) {
        assertThat(new double[] {left.r(), left.alpha(), left.a(), left.b()})
                .containsExactly(right.r(), right.alpha(), right.a(), right.b());
        assertThat(left.covariance()).isEqualTo(right.covariance());
        assertThat(left.info().diagnostics()).isEqualTo(right.info().diagnostics());
        assertThat(left.info().fingerprint()).isEqualTo(right.info().fingerprint());
    }

    private static BetaGeometricLikelihood likelihood(PurchaseSummaries book) {
        return new BetaGeometricLikelihood(PurchaseRows.distinct(book), 0, 1, 0, Run.sequential());
    }

    private static double[] logs(BgNbdModel model) {
        return new double[] {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())};
    }

    private static PurchaseSummaries columns(PurchaseSummaries book, List<Integer> order, double[] weight) {
        return PurchaseSummaries.of(
                book.unit(),
                order.stream().mapToInt(book::frequency).toArray(),
                order.stream().mapToDouble(book::recency).toArray(),
                order.stream().mapToDouble(book::age).toArray(),
                weight,
                new double[0]);
    }

    @Provide
    Arbitrary<PurchaseSummaries> books() {
        return ClvArbitraries.books();
    }

    @Provide
    Arbitrary<BgNbdModel> models() {
        return ClvArbitraries.models(-1.5, 1.5);
    }

    @Provide
    Arbitrary<PurchaseSummary> clients() {
        return ClvArbitraries.clients(Arbitraries.integers().between(0, 300), 200);
    }
}
