package io.lendcrm.scoring.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.purchase.Books;
import io.lendcrm.scoring.value.purchase.Oracle;
import io.lendcrm.scoring.value.purchase.Simulated;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    /** Fader and Hardie (2013). */
    private static final GammaGammaModel PUBLISHED = GammaGammaModel.of(6.25, 3.74, 15.44);

    @Test
    void agreesWithSixtyDigits() {
        assertThat(Oracle.rows("gamma-gamma.tsv")).hasSize(7).allSatisfy(row -> {
            int x = row.whole("x");
            double z = row.number("zbar");
            double expected = row.number("expectedSpend");
            assertThat(PUBLISHED.expectedSpend(x, z)).isCloseTo(expected, within(1e-12 * expected));
            if (x > 0) {
                double logL = row.number("logL");
                assertThat(PUBLISHED.logLikelihood(x, z)).isCloseTo(logL, within(-1e-12 * logL));
            }
        });
    }

    @Test
    void findsTheOptimumOfThePublishedSummary() {
        Oracle oracle = Oracle.row("optima.tsv", "GG cdnow_summary");
        GammaGammaModel model = GammaGammaFitter.defaults().fit(Books.cdnowSummary());

        double[] expected = oracle.numbers("p1", "p2", "p3");
        double[] found = {model.p(), model.q(), model.v()};
        double[] errors = oracle.numbers("se1", "se2", "se3");
        for (int i = 0; i < 3; i++) {
            assertThat(found[i]).isCloseTo(expected[i], withinPercentage(1e-4));
            assertThat(model.standardErrors().get(GammaGammaModel.PARAMETERS.get(i)))
                    .isCloseTo(errors[i], withinPercentage(1e-3));
        }
        assertThat(diagnostic(model, "logLikelihood"))
                .isCloseTo(oracle.number("logL"), within(1e-6))
                .isGreaterThan(oracle.number("tools") - 1e-5);
        assertThat(diagnostic(model, "clients")).isEqualTo(946);
        assertThat(diagnostic(model, "hessianCondition")).isCloseTo(890.77, within(0.1));
        assertThat(diagnostic(model, "correlation")).isBetween(0.05, 0.15);
        assertThat(model.info().warnings()).isEmpty();
    }

    @Test
    void isNoWorseThanOtherToolsOnTheSample() {
        GammaGammaModel model = GammaGammaFitter.defaults().fit(Books.cdnowSample(CalendarUnit.WEEK));

        // tool_fits, lifetimes, cdnow_sample(days,end 1997-09-30)
        assertThat(diagnostic(model, "logLikelihood")).isCloseTo(-4055.917694801871, within(1e-5));
    }

    @Test
    void refusesFreePurchasesAndNamesTheirRows() {
        assertRefused(book(new int[] {0, 1, 2, 3}, new double[] {0, 5, 0, -1}), "2 rows", "rows [3, 4]");
    }

    @Test
    void refusesABookWithoutAmounts() {
        assertRefused(Simulated.book(10, 1), "no amounts");
    }

    @Test
    void refusesABookThatSaysNothing() {
        assertRefused(book(new int[] {}, new double[] {}), "no amounts");
        assertRefused(book(new int[] {0, 0}, new double[] {0, 0}), "0 clients");
        assertRefused(book(new int[] {0, 2, 2}, new double[] {0, 7, 7}), "2 clients", "1 distinct rows");
    }

    @Test
    void warnsOfAnInfiniteMean() {
        assertThat(GammaGammaModel.of(6, 0.9, 15).expectedSpend(0, 0)).isInfinite();
        assertThat(GammaGammaModel.of(6, 0.9, 15).expectedSpend(1, 20)).isFinite();

        int[] frequency = new int[400];
        double[] spend = new double[400];
        Arrays.fill(frequency, 3);
        for (int i = 0; i < 400; i++) {
            spend[i] = Math.pow((i + 0.5) / 400, -2); // a tail as heavy as x^-1/2
        }
        assertThat(GammaGammaFitter.defaults()
                        .fit(book(frequency, spend))
                        .info()
                        .warnings())
                .anyMatch(text -> text.contains("infinite"));
    }

    @Test
    void namesTheLimitWhereClientsDoNotDiffer() {
        // The variance falls as 1/x, as that of means of the same amounts does, and not a bit more slowly.
        int[] frequency = new int[300];
        double[] spend = new double[300];
        for (int i = 0; i < 300; i++) {
            frequency[i] = 1 + i % 3;
            spend[i] = 100 + (i % 2 == 0 ? 10 : -10) / Math.sqrt(frequency[i]);
        }
        GammaGammaModel model = GammaGammaFitter.defaults().fit(book(frequency, spend));

        assertThat(model.info().warnings()).anyMatch(text -> text.contains("limit"));
        assertThat(model.expectedSpend(3, 150)).isCloseTo(100, within(1.0));
    }

    private static PurchaseSummaries book(int[] frequency, double[] spend) {
        double[] recency = Arrays.stream(frequency).asDoubleStream().toArray();
        double[] age = new double[recency.length];
        Arrays.fill(age, 20);
        return PurchaseSummaries.of(CalendarUnit.WEEK, frequency, recency, age, new double[0], spend);
    }

    private static void assertRefused(PurchaseSummaries book, String... seen) {
        assertThatThrownBy(() -> GammaGammaFitter.defaults().fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContainingAll(seen);
    }

    private static double diagnostic(GammaGammaModel model, String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }
}
