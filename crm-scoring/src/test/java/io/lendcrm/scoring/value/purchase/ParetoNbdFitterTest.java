package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ParetoNbdFitterTest {

    @Test
    void findsTheOptimumOfThePublishedSummary() {
        assertOptimum(Books.cdnowSummary(), "Pareto/NBD cdnow_summary");
    }

    @Test
    void findsTheOptimumOfTheSampleInExactWeeks() {
        assertOptimum(Books.cdnowSample(CalendarUnit.WEEK), "Pareto/NBD CDNOW_sample weeks=days/7, end 1997-09-30");
    }

    @Test
    void findsTheOptimumOfAnotherShop() {
        assertOptimum(Books.exampleTransactions(), "Pareto/NBD example_transactions weeks=days/7");
    }

    /** The best log-likelihood of another tool is of days: a purchase in weeks is ln 7 likelier. */
    @Test
    void isNoWorseThanAnotherToolOnTheWholeCohort() {
        PurchaseSummaries book = Books.cdnowMaster();
        double purchases = 0;
        for (int row = 0; row < book.size(); row++) {
            purchases += book.frequency(row);
        }
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book);

        assertThat(diagnostic(model, "logLikelihood") - purchases * Math.log(7))
                .isGreaterThan(-142772.733915029 - 1e-5); // valuation.json, tool_fits, lifetimes, cdnow_master
    }

    @Test
    void daysAndWeeksAreTheSameModel() {
        ParetoNbdModel weeks = ParetoNbdFitter.defaults().fit(Books.cdnowSample(CalendarUnit.WEEK));
        ParetoNbdModel days = ParetoNbdFitter.defaults().fit(Books.cdnowSample(CalendarUnit.DAY));

        assertThat(days.alpha()).isCloseTo(7 * weeks.alpha(), withinPercentage(1e-6));
        assertThat(days.s()).isCloseTo(weeks.s(), withinPercentage(1e-6));
        assertThat(days.expectedPurchases(new PurchaseSummary(2, 210, 273), Horizon.years(1)))
                .isCloseTo(
                        weeks.expectedPurchases(new PurchaseSummary(2, 30, 39), Horizon.years(1)),
                        withinPercentage(1e-6));
    }

    @Test
    void theLogLikelihoodIsThatOfTheBook() {
        PurchaseSummaries book = Books.cdnowSample(CalendarUnit.WEEK);
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book);

        assertThat(model.logLikelihood(book, Run.sequential()))
                .isCloseTo(diagnostic(model, "logLikelihood"), within(1e-8));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        PurchaseSummaries book = Simulated.paretoBook(20_000, 11);
        ParetoNbdModel alone = ParetoNbdFitter.defaults().fit(book);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            ParetoNbdModel together =
                    ParetoNbdFitter.defaults().fit(book, Run.sequential().on(pool, 3));
            assertThat(together.parameters()).isEqualTo(alone.parameters());
            assertThat(together.covariance()).isEqualTo(alone.covariance());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void namesTheLimitWhereNobodyLeft() {
        List<int[]> rows = List.of(
                new int[] {4, 52, 100}, new int[] {7, 52, 100}, new int[] {10, 52, 100}, new int[] {22, 52, 40});
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book(rows, 52));

        assertThat(model.info().warnings())
                .anyMatch(text -> text.contains("the data show no client that left, and the model is the NBD"));
        assertThat(model.probabilityAlive(new PurchaseSummary(7, 52, 52))).isEqualTo(1);
        assertThat(model.standardErrors()).doesNotContainKeys("s", "beta");
    }

    /** Everyone buys three times a week, for 15 to 25 weeks: lives differ by less than by chance alone. */
    @Test
    void namesTheLimitWhereClientsDoNotDifferInTheirRates() {
        List<int[]> rows = new ArrayList<>();
        for (int week = 15; week <= 25; week++) {
            rows.add(new int[] {3 * week, week, 100});
        }
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book(rows, 52));

        assertThat(model.info().warnings())
                .anyMatch(text -> text.startsWith("r is at its limit: clients don't differ in their rate"))
                .anyMatch(text -> text.startsWith("s and beta are at their limit: clients don't differ"));
        assertThat(model.s() / model.beta()).isBetween(0.045, 0.055);
        assertThat(model.standardErrors()).doesNotContainKeys("r", "s");
    }

    @Test
    void refusesBooksThatSayNothing() {
        assertRefused(book(List.of(), 52), "no clients");
        assertRefused(book(List.of(new int[] {2, 30, 1}), 39), "1 clients share the one row x=2, t_x=30.0, T=39.0");
        assertRefused(book(List.of(new int[] {0, 0, 5}, new int[] {0, 0, 3}), 39), "none of 8 clients came back");
    }

    /** Parameters to 6 digits, log-likelihood to 1e-6 and no worse than other tools' by 1e-5. */
    private static void assertOptimum(PurchaseSummaries book, String key) {
        Oracle oracle = Oracle.row("pareto-nbd-optima.tsv", key);
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book);

        assertThat(book.size()).isEqualTo(oracle.whole("clients"));
        for (String parameter : ParetoNbdModel.PARAMETERS) {
            assertThat(model.parameters().get(parameter)).isCloseTo(oracle.number(parameter), withinPercentage(1e-4));
            assertThat(model.standardErrors().get(parameter))
                    .isCloseTo(oracle.number("se_" + parameter), withinPercentage(1e-3));
        }
        assertThat(model.info().warnings()).isEmpty();
        assertThat(diagnostic(model, "logLikelihood")).isCloseTo(oracle.number("logL"), within(1e-6));
    }

    private static void assertRefused(PurchaseSummaries book, String seen) {
        assertThatThrownBy(() -> ParetoNbdFitter.defaults().fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(seen)
                .hasMessageContaining("try:");
    }

    private static double diagnostic(ParetoNbdModel model, String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }

    /** Rows of x, t_x and weight, all of one age. */
    private static PurchaseSummaries book(List<int[]> rows, double age) {
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                rows.stream().mapToInt(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(),
                rows.stream().mapToDouble(row -> age).toArray(),
                rows.stream().mapToDouble(row -> row[2]).toArray(),
                new double[0]);
    }
}
