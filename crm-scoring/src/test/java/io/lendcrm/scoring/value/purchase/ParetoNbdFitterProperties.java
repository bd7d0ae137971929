package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Derivatives;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParetoNbdFitterProperties {

    @Property(tries = 200)
    void theLikelihoodIsTheSumOverTheClients(
            @ForAll("books") PurchaseSummaries book, @ForAll("models") ParetoNbdModel model) {
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
            @ForAll("books") PurchaseSummaries book, @ForAll("models") ParetoNbdModel model) {
        Derivatives.check(likelihood(book), logs(model));
    }

    @Property(tries = 60)
    void everyBookGivesAModelThatCanBeApplied(
            @ForAll("books") PurchaseSummaries book, @ForAll("clients") PurchaseSummary client) {
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book);

        assertThat(model.probabilityAlive(client)).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(client, Horizon.weeks(52)))
                .isFinite()
                .isNotNegative();
        assertThat(model.standardErrors().values())
                .allSatisfy(error -> assertThat(error).isFinite().isPositive());
    }

    private static ParetoNbdLikelihood likelihood(PurchaseSummaries book) {
        return new ParetoNbdLikelihood(ParetoNbdFitter.distinct(book), Run.sequential());
    }

    private static double[] logs(ParetoNbdModel model) {
        return new double[] {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.s()), Math.log(model.beta())};
    }

    @Provide
    Arbitrary<PurchaseSummaries> books() {
        return ClvArbitraries.books();
    }

    @Provide
    Arbitrary<ParetoNbdModel> models() {
        return ClvArbitraries.paretoModels(-1.5, 1.5);
    }

    @Provide
    Arbitrary<PurchaseSummary> clients() {
        return ClvArbitraries.clients(Arbitraries.integers().between(0, 300), 200);
    }
}
