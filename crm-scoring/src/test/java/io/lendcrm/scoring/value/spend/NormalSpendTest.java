package io.lendcrm.scoring.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.value.purchase.Books;
import io.lendcrm.scoring.value.purchase.Simulated;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalSpendTest {

    private static final double[] TRUTH = {-3, 20, 50};
    private static final NormalSpendFitter FITTER = NormalSpendFitter.defaults();

    @Test
    void aClientsOwnMeanCountsTheMoreTheMorePurchasesItRestsOn() {
        NormalSpendModel model = NormalSpendModel.of(-3, 20, 50);

        assertThat(model.expectedSpend(0, 0)).isEqualTo(-3);
        // 2500 * -3 + 4 * 400 * 37 over 2500 + 4 * 400
        assertThat(model.expectedSpend(4, 37)).isCloseTo(51_700 / 4100.0, within(1e-13));
        assertThat(model.expectedSpend(1, -40)).isLessThan(-3).isGreaterThan(-40);
        assertThat(model.expectedSpend(1_000_000, 37)).isCloseTo(37, within(1e-3));
        assertThat(model.uncertainty(0)).isEqualTo(20);
        assertThat(model.uncertainty(4)).isCloseTo(Math.sqrt(1 / (1 / 400.0 + 4 / 2500.0)), within(1e-13));
        assertThat(NormalSpendModel.of(-3, 0, 50).expectedSpend(9, 37)).isEqualTo(-3);
    }

    @Test
    void withEqualNumbersItIsTheAnalysisOfVariance() {
        // clients of 3 amounts: sigma² = SSW/(n(x-1)), tau² = variance of the means - sigma²/x
        double[] spend = {10, -20, 35, 4, 60, -5};
        double[] squares = {200, 50, 700, 90, 410, 150};
        int[] frequency = {3, 3, 3, 3, 3, 3};
        NormalSpendModel model = FITTER.fit(book(frequency, spend), squares, Run.sequential());

        double mean = Arrays.stream(spend).average().orElseThrow();
        double variance =
                Arrays.stream(spend).map(z -> (z - mean) * (z - mean)).average().orElseThrow();
        double sigma2 = Arrays.stream(squares).sum() / (6 * 2);
        assertThat(model.mu()).isCloseTo(mean, withinPercentage(1e-6));
        assertThat(model.sigma()).isCloseTo(Math.sqrt(sigma2), withinPercentage(1e-6));
        assertThat(model.tau()).isCloseTo(Math.sqrt(variance - sigma2 / 3), withinPercentage(1e-6));
        // the standard error of a mean of independent means
        assertThat(model.standardErrors().get("mu")).isCloseTo(Math.sqrt(variance / 6), withinPercentage(1e-4));
        assertThat(model.standardErrors()).containsOnlyKeys("mu", "tau", "sigma");
        double within = 0;
        double between = 0;
        for (int i = 0; i < 6; i++) {
            between += model.logLikelihood(3, spend[i]);
            within += -Math.log(2 * Math.PI * sigma2) - squares[i] / sigma2 / 2 - Math.log(3) / 2;
        }
        assertThat(diagnostic(model, "logLikelihood")).isCloseTo(between + within, within(1e-9));
    }

    @Test
    void fromMeansAloneTheParametersAreRecovered() {
        int[] covered = new int[3];
        for (int seed = 0; seed < 50; seed++) {
            NormalSpendModel model = FITTER.fit(simulated(2000, 4711 + seed, true));
            double scale = Math.hypot(model.tau(), model.sigma());
            double[] errors = {
                (model.mu() - TRUTH[0]) / scale, Math.log(model.tau() / TRUTH[1]), Math.log(model.sigma() / TRUTH[2])
            };
            for (int i = 0; i < 3; i++) {
                String name = NormalSpendModel.PARAMETERS.get(i);
                double error = Math.sqrt(model.covariance().ofLogs(name, name));
                covered[i] += Math.abs(errors[i]) < 1.959964 * error ? 1 : 0;
            }
        }
        // 43 of 50 or more with probability 0.98 where the level is 0.95
        assertThat(Arrays.stream(covered).boxed()).allMatch(count -> count >= 43);
    }

    @Test
    void saysSoWhereClientsDoNotDiffer() {
        assertThat(FITTER.fit(simulated(4000, 5, false)).tau()).isLessThan(5); // of a sigma of 50
        // variances of means that fall faster than 1/x: less than no difference
        PurchaseSummaries even =
                book(new int[] {1, 1, 1, 1, 4, 4, 4, 4}, new double[] {-40, 40, -30, 30, -5, 5, -4, 4});
        NormalSpendModel none = FITTER.fit(even);
        assertThat(none.tau()).isZero();
        assertThat(none.info().warnings()).containsExactly("tau is 0: clients don't differ in their mean amount");
        assertThat(none.expectedSpend(4, 100)).isEqualTo(none.mu());
        assertThat(none.contrasts()).hasSize(2);
    }

    @Test
    void takesThePurchasesOfRealClientsToo() {
        NormalSpendModel model = FITTER.fit(Books.cdnowSummary());
        double meanSpend = diagnostic(model, "meanSpend");

        assertThat(diagnostic(model, "clients")).isEqualTo(946);
        assertThat(model.mu()).isCloseTo(meanSpend, withinPercentage(10));
        assertThat(model.expectedSpend(2, 22.35)).isBetween(22.35, model.mu());
        Interval interval = Interval.ofReal(model, model.contrasts(), m -> m.expectedSpend(0, 0), 0.95);
        assertThat((interval.upper() - interval.lower()) / 2 / 1.959964)
                .isCloseTo(model.standardErrors().get("mu"), withinPercentage(1e-3));
    }

    @Test
    void theCurrencyDoesNotMatter() {
        PurchaseSummaries book = simulated(500, 9, true);
        double[] cents = new double[book.size()];
        int[] frequency = new int[book.size()];
        for (int row = 0; row < book.size(); row++) {
            frequency[row] = book.frequency(row);
            cents[row] = 1e8 * book.spend(row);
        }
        NormalSpendModel large = FITTER.fit(book(frequency, cents));
        NormalSpendModel model = FITTER.fit(book);

        assertThat(large.mu() / 1e8).isCloseTo(model.mu(), within(1e-6));
        assertThat(large.tau() / 1e8).isCloseTo(model.tau(), withinPercentage(1e-6));
        assertThat(large.standardErrors().get("mu") / 1e8)
                .isCloseTo(model.standardErrors().get("mu"), withinPercentage(1e-6));
    }

    @Test
    void refusesWhatSaysNothing() {
        assertRefused(Simulated.book(10, 1), "no amounts");
        assertRefused(book(new int[] {0, 2}, new double[] {0, 7}), "1 rows with a repeat purchase");
        assertRefused(
                book(new int[] {2, 2, 2}, new double[] {1, 5, -7}), "as many repeat purchases", "sums of squares");
        assertRefused(book(new int[] {1, 2}, new double[] {5, 5}), "all 2 rows have one mean amount");
        PurchaseSummaries book = book(new int[] {1, 2}, new double[] {5, 6});
        assertThatThrownBy(() -> FITTER.fit(book, new double[] {1, 0}, Run.sequential()))
                .hasMessage("row 1: sumsOfSquares must be 0 where frequency is below 2, found 1.0");
        assertThatThrownBy(() -> FITTER.fit(book, new double[] {0, Double.NaN}, Run.sequential()))
                .hasMessage("row 2: sumsOfSquares must be finite and at least 0, found NaN");
        assertThatThrownBy(() -> FITTER.fit(book, new double[] {0}, Run.sequential()))
                .hasMessage("sumsOfSquares must have 2 rows, found 1");
        assertThatThrownBy(() -> NormalSpendModel.of(0, -1, 1))
                .hasMessageContaining("tau must be finite and at least 0");
        assertThatThrownBy(() -> NormalSpendModel.of(0, 1, 0)).hasMessageContaining("sigma must be finite and above 0");
        assertThatThrownBy(() -> NormalSpendModel.of(0, 1, 1).expectedSpend(1, Double.NaN))
                .hasMessage("meanSpend must be finite, found NaN");
    }

    /** Clients of 1 to 12 purchases. */
    private static PurchaseSummaries simulated(int clients, long seed, boolean differ) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] frequency = new int[clients];
        double[] spend = new double[clients];
        for (int i = 0; i < clients; i++) {
            frequency[i] = 1 + random.nextInt(12);
            double own = TRUTH[0] + (differ ? TRUTH[1] : 0) * normal(random);
            spend[i] = own + TRUTH[2] / Math.sqrt(frequency[i]) * normal(random);
        }
        return book(frequency, spend);
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static PurchaseSummaries book(int[] frequency, double[] spend) {
        double[] recency = Arrays.stream(frequency).asDoubleStream().toArray();
        double[] age = new double[recency.length];
        Arrays.fill(age, 20);
        return PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age, new double[0], spend);
    }

    private static void assertRefused(PurchaseSummaries book, String... seen) {
        assertThatThrownBy(() -> FITTER.fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContainingAll(seen);
    }

    private static double diagnostic(NormalSpendModel model, String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }
}
