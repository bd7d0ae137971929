package io.lendcrm.scoring.value.covariate;

import static io.lendcrm.scoring.value.purchase.PurchaseFamily.BG_NBD;
import static io.lendcrm.scoring.value.purchase.PurchaseFamily.PARETO_NBD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Coefficient;
import io.lendcrm.scoring.likelihood.Derivatives;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CovariateFitterTest {

    private static final List<String> BOTH = List.of("corporate", "size");
    private static final List<String> NONE = List.of();

    @ParameterizedTest
    @EnumSource
    void withoutCovariatesItIsThePlainModel(PurchaseFamily family) {
        CovariateBook book = book(family, 3000, 1);
        PurchaseModel plain = family.fitter().fit(book.summaries(), Run.sequential());
        PurchaseModel same = CovariateFitter.of(family, NONE, NONE).fit(book).forClient(Map.of());

        plain.parameters()
                .forEach((name, value) ->
                        assertThat(same.parameters().get(name)).isCloseTo(value, withinPercentage(1e-5)));
        plain.standardErrors()
                .forEach((name, error) ->
                        assertThat(same.standardErrors().get(name)).isCloseTo(error, withinPercentage(1e-3)));
        assertThat(same.info().diagnostics().get("logLikelihood"))
                .isCloseTo(plain.info().diagnostics().get("logLikelihood"), within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatKnowsTheCovariatesIsLikelierByTheSumOfItsClients(PurchaseFamily family) {
        CovariateBook book = book(family, 2000, 2);
        CovariateModel model = CovariateFitter.of(family, BOTH, BOTH).fit(book);
        double sum = 0;
        for (int row = 0; row < book.summaries().size(); row++) {
            PurchaseModel own =
                    model.forClient(Map.of("corporate", book.value("corporate", row), "size", book.value("size", row)));
            sum += own.logLikelihood(book.summaries().summary(row));
        }

        assertThat(model.info().diagnostics().get("logLikelihood")).isCloseTo(sum, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void itsDerivativesAreThoseOfDifferences(PurchaseFamily family) {
        CovariateBook book = book(family, 200, 3);
        double[][] columns = {book.column("corporate"), book.column("size")};
        CovariateLikelihood likelihood =
                new CovariateLikelihood(family, book.summaries(), columns, columns, Run.sequential());

        Derivatives.check(likelihood, truth(family));
        Derivatives.check(likelihood, new double[] {0.3, 1, -0.2, 1.5, 0.1, -0.4, 0.8, 0.2});
    }

    /** 43 of 50 or more with probability 0.98 where the level is 0.95. */
    @ParameterizedTest
    @EnumSource
    void intervalsOfTwoThousandClientsCoverTheTruth(PurchaseFamily family) {
        double[] truth = truth(family);
        int[] covered = new int[truth.length];
        for (int i = 0; i < 50; i++) {
            CovariateModel model = CovariateFitter.of(family, BOTH, BOTH).fit(book(family, 2000, 100 + i));
            List<Coefficient> found = model.coefficients().all();
            for (int k = 0; k < truth.length; k++) {
                double error = found.get(k).standardError();
                covered[k] += Math.abs(found.get(k).estimate() - truth[k]) < 1.959964 * error ? 1 : 0;
            }
        }

        assertThat(covered).satisfies(counts -> {
            for (int count : counts) {
                assertThat(count).isGreaterThanOrEqualTo(43);
            }
        });
    }

    @Test
    void tellsWhichCovariatesMatter() {
        CovariateBook book = book(PARETO_NBD, 4000, 7);
        CovariateModel full = CovariateFitter.of(PARETO_NBD, BOTH, BOTH).fit(book);
        CovariateModel less = CovariateFitter.of(PARETO_NBD, BOTH, NONE).fit(book);
        ChiSquareTest test = ChiSquareTest.likelihoodRatio(
                less.info().diagnostics().get("logLikelihood"),
                full.info().diagnostics().get("logLikelihood"),
                2);

        assertThat(test.probability()).isLessThan(1e-3);
        assertThat(full.coefficients().of("purchase.corporate").probability()).isLessThan(1e-6);
    }

    @Test
    void theUnitOfACovariateMovesNothingButItsCoefficient() {
        CovariateBook book = book(PARETO_NBD, 1000, 8);
        double[] thousandths = book.column("size").clone();
        for (int row = 0; row < thousandths.length; row++) {
            thousandths[row] *= 1000;
        }
        CovariateModel one =
                CovariateFitter.of(PARETO_NBD, List.of("size"), NONE).fit(book);
        CovariateModel other = CovariateFitter.of(PARETO_NBD, List.of("size"), NONE)
                .fit(CovariateBook.of(book.summaries(), Map.of("size", thousandths)));

        assertThat(1000 * other.coefficients().of("purchase.size").estimate())
                .isCloseTo(one.coefficients().of("purchase.size").estimate(), withinPercentage(1e-5));
        assertThat(1000 * other.coefficients().of("purchase.size").standardError())
                .isCloseTo(one.coefficients().of("purchase.size").standardError(), withinPercentage(1e-3));
    }

    @Test
    void theUncertaintyReachesWhatIsExpectedOfAClient() {
        CovariateModel model = CovariateFitter.of(PARETO_NBD, BOTH, BOTH).fit(book(PARETO_NBD, 1000, 9));
        PurchaseModel corporate = model.forClient(Map.of("corporate", 1.0, "size", 0.5));
        double variance = corporate.contrasts().stream()
                .mapToDouble(pair ->
                        pair.variance(one -> one.expectedPurchases(new PurchaseSummary(2, 20, 30), Horizon.weeks(26))))
                .sum();

        assertThat(corporate.parameters().get("alpha"))
                .isLessThan(model.forClient(Map.of("corporate", 0.0, "size", 0.0))
                        .parameters()
                        .get("alpha"));
        assertThat(variance).isPositive().isFinite();
    }

    /** Under BG/NBD a covariate of leaving can't matter where clients don't differ in their probability to leave. */
    @Test
    void namesTheRidgeOnWhichAnotherToolDiverges() {
        double[] alike = SimulatedBook.BG.clone();
        alike[2] += 12;
        alike[3] += 12;
        alike[6] = 0;
        alike[7] = 0;
        int named = 0;
        for (int seed = 0; seed < 6; seed++) {
            CovariateModel model =
                    CovariateFitter.of(BG_NBD, BOTH, BOTH).fit(SimulatedBook.of(BG_NBD, alike, 2000, 40 + seed));
            if (model.coefficients().of("dropout.size").held()) {
                named++;
                assertThat(model.coefficients().of("dropout.size").estimate()).isZero();
                assertThat(model.info().warnings())
                        .anyMatch(text -> text.startsWith("with the covariates of leaving a and b run to their limit"));
            }
            assertThat(model.coefficients().of("purchase.corporate").held()).isFalse();
        }
        assertThat(named).isPositive();
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        CovariateBook book = book(BG_NBD, 5000, 10);
        CovariateFitter fitter = CovariateFitter.of(BG_NBD, BOTH, List.of("corporate"));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(fitter.fit(book, Run.sequential().on(pool, 3)).coefficients())
                    .isEqualTo(fitter.fit(book).coefficients());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void isStoredToTheLastBit() {
        CovariateModel model =
                CovariateFitter.of(PARETO_NBD, BOTH, List.of("corporate")).fit(book(PARETO_NBD, 1000, 11));
        ModelJson json = ModelJson.standard();

        assertThat(json.read(json.write(model), CovariateModel.class)).isEqualTo(model);
    }

    @Test
    void refusesWhatSaysNothing() {
        CovariateBook book = book(PARETO_NBD, 50, 12);
        double[] ones = new double[50];
        Arrays.fill(ones, 1);
        CovariateBook constant = CovariateBook.of(book.summaries(), Map.of("one", ones));

        assertThatThrownBy(() ->
                        CovariateFitter.of(PARETO_NBD, List.of("one"), NONE).fit(constant))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("covariate one is the same for all clients");
        assertThatThrownBy(() ->
                        CovariateFitter.of(PARETO_NBD, List.of("age"), NONE).fit(book))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found age");
        assertThatThrownBy(() -> CovariateBook.of(
                        PurchaseSummaries.of(CalendarUnit.WEEK, new int[] {0}, new double[] {0}, new double[] {3}),
                        Map.of("size", new double[] {Double.NaN})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1: size must be finite, found NaN");
    }

    private static double[] truth(PurchaseFamily family) {
        return family == PARETO_NBD ? SimulatedBook.PARETO : SimulatedBook.BG;
    }

    private static CovariateBook book(PurchaseFamily family, int clients, long seed) {
        return SimulatedBook.of(family, truth(family), clients, seed);
    }
}
