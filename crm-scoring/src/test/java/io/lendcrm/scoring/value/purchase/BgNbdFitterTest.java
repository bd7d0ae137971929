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
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BgNbdFitterTest {

    private static final String SAMPLE = "BG/NBD CDNOW_sample weeks=days/7, end 1997-09-30";

    @Test
    void findsTheOptimumOfThePublishedSummary() {
        assertOptimum(Books.cdnowSummary(), "BG/NBD cdnow_summary");
    }

    @Test
    void findsTheOptimumOfTheSampleInExactWeeks() {
        assertOptimum(Books.cdnowSample(CalendarUnit.WEEK), SAMPLE);
    }

    @Test
    void findsTheOptimumOfTheWholeCohort() {
        assertOptimum(Books.cdnowMaster(), "BG/NBD CDNOW_master weeks=days/7, end 1997-09-30");
    }

    @Test
    void findsAnOptimumBeyondTheTextbookFormsPole() {
        assertOptimum(Books.exampleTransactions(), "BG/NBD example_transactions weeks=days/7, end 2014-12-31");
    }

    @Test
    void daysAndWeeksAreTheSameModel() {
        BgNbdModel weeks = BgNbdFitter.defaults().fit(Books.cdnowSample(CalendarUnit.WEEK));
        BgNbdModel days = BgNbdFitter.defaults().fit(Books.cdnowSample(CalendarUnit.DAY));

        assertThat(days.alpha()).isCloseTo(7 * weeks.alpha(), withinPercentage(1e-7));
        assertThat(days.a()).isCloseTo(weeks.a(), withinPercentage(1e-7));
        assertThat(days.expectedPurchases(new PurchaseSummary(2, 210, 273), Horizon.years(1)))
                .isCloseTo(
                        weeks.expectedPurchases(new PurchaseSummary(2, 30, 39), Horizon.years(1)),
                        withinPercentage(1e-7));
        assertThat(diagnostic(days, "logLikelihood"))
                .isCloseTo(diagnostic(weeks, "logLikelihood") - 2457 * Math.log(7), within(1e-6));
    }

    @Test
    void reportsWhatAReaderNeedsToTrustIt() {
        BgNbdModel model = BgNbdFitter.defaults().fit(Books.cdnowSample(CalendarUnit.WEEK));
        double logLikelihood = diagnostic(model, "logLikelihood");

        assertThat(model.info().type()).isEqualTo("bg-nbd");
        assertThat(model.info().rows()).isEqualTo(2357);
        assertThat(model.info().warnings()).isEmpty();
        assertThat(diagnostic(model, "distinctRows")).isEqualTo(1016);
        assertThat(diagnostic(model, "gradientNorm")).isLessThan(1e-6);
        assertThat(diagnostic(model, "hessianCondition")).isCloseTo(164.9, within(0.1));
        assertThat(diagnostic(model, "aic")).isEqualTo(8 - 2 * logLikelihood);
        assertThat(diagnostic(model, "bic")).isEqualTo(4 * Math.log(2357) - 2 * logLikelihood);
    }

    @Test
    void allStartsLeadToTheSameTop() {
        DistinctRows rows = PurchaseRows.distinct(Books.cdnowSample(CalendarUnit.WEEK));
        double[] bound = {30, 30, 30, 30};
        NewtonAscent climb = new NewtonAscent(
                "bg-nbd", new BetaGeometricLikelihood(rows, 0, 1, 0, Run.sequential()), negative(bound), bound, 200);
        double top = Oracle.row("optima.tsv", SAMPLE).number("logL");

        for (double r : new double[] {-4, 0, 3}) {
            for (double a : new double[] {-3, 0, 2}) {
                NewtonAscent.Optimum peak = climb.from(new double[] {r, r + 3, a, 1}, Run.sequential());
                assertThat(peak.converged()).isTrue();
                assertThat(peak.value()).isCloseTo(top, within(1e-6));
            }
        }
    }

    @Test
    void namesTheLimitWhereClientsDoNotDifferInTheirReadinessToLeave() {
        // 512 + 256 + 128 clients left, after 512 + 2 256 + 3 128 purchases, all at one rate.
        List<int[]> rows = List.of(new int[] {1, 1, 512}, new int[] {2, 2, 256}, new int[] {3, 3, 128});
        BgNbdModel model = BgNbdFitter.defaults().fit(book(rows, 400));

        assertThat(model.a() / (model.a() + model.b())).isCloseTo(896.0 / 1408, within(1e-5));
        assertThat(model.info().warnings())
                .hasSize(2)
                .anyMatch(text -> text.startsWith("a and b are at their limit"))
                .anyMatch(text -> text.startsWith("r is at its limit: clients don't differ in their rate"));
        assertThat(model.standardErrors()).doesNotContainKeys("r", "a");
        assertThat(model.expectedPurchases(new PurchaseSummary(3, 3, 4), Horizon.weeks(50)))
                .isBetween(0.1, 0.6);
    }

    @Test
    void namesTheLimitWhereNobodyLeft() {
        List<int[]> rows = List.of(new int[] {4, 52, 100}, new int[] {7, 52, 100}, new int[] {10, 52, 100});
        BgNbdModel model = BgNbdFitter.defaults().fit(book(rows, 52));

        assertThat(model.info().warnings()).anyMatch(text -> text.contains("no client that left"));
        assertThat(model.probabilityAlive(new PurchaseSummary(7, 52, 52))).isGreaterThan(0.999);
    }

    @Test
    void refusesAnEmptyBook() {
        assertRefused(book(List.of(), 52), "no clients");
    }

    @Test
    void refusesOneClient() {
        assertRefused(book(List.of(new int[] {2, 30, 1}), 39), "1 clients share the one row x=2, t_x=30.0, T=39.0");
    }

    @Test
    void refusesAMillionIdenticalClients() {
        int rows = 1_000_000;
        int[] frequency = new int[rows];
        double[] recency = new double[rows];
        double[] age = new double[rows];
        Arrays.fill(frequency, 2);
        Arrays.fill(recency, 30);
        Arrays.fill(age, 39);
        double[] none = {};
        assertRefused(
                PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age, none, none),
                "1000000 clients share the one row");
    }

    @Test
    void refusesABookToWhichNobodyCameBack() {
        assertRefused(book(List.of(new int[] {0, 0, 5}, new int[] {0, 0, 3}), 39), "none of 8 clients came back");
    }

    @Test
    void endsWhenItIsCancelled() {
        Run run = Run.sequential().withCancellation(() -> true);
        PurchaseSummaries book = book(List.of(new int[] {0, 0, 5}, new int[] {2, 20, 3}), 39);

        assertThatThrownBy(() -> BgNbdFitter.defaults().fit(book, run)).isInstanceOf(CancellationException.class);
    }

    @Test
    void tellsHowItGetsOn() {
        List<String> told = new ArrayList<>();
        BgNbdFitter.defaults().fit(Simulated.book(500, 1), Run.sequential().withProgress(told::add));

        assertThat(told).isNotEmpty().allMatch(text -> text.startsWith("bg-nbd: start 1, "));
    }

    private static void assertOptimum(PurchaseSummaries book, String key) {
        References.assertOptimum(BgNbdFitter.defaults().fit(book), book, key);
    }

    private static void assertRefused(PurchaseSummaries book, String seen) {
        assertThatThrownBy(() -> BgNbdFitter.defaults().fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(seen)
                .hasMessageContaining("try:");
    }

    private static double diagnostic(BgNbdModel model, String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }

    /** Rows of x, t_x and weight, all of one age. */
    private static PurchaseSummaries book(List<int[]> rows, double age) {
        double[] ages = new double[rows.size()];
        Arrays.fill(ages, age);
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                rows.stream().mapToInt(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(),
                ages,
                rows.stream().mapToDouble(row -> row[2]).toArray(),
                new double[0]);
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }
}
