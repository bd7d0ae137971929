package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BgBbTest {

    /** Fader, Hardie and Shang (2010). */
    private static final BgBbModel PUBLISHED = BgBbModel.of(CalendarUnit.YEAR, 1.204, 0.750, 0.657, 2.783);

    private static final DiscountRate TEN = DiscountRate.perYear(0.1);

    @Test
    void agreesWithSixtyDigits() {
        assertThat(Oracle.rows("bg-bb.tsv")).hasSize(7).allSatisfy(row -> {
            PurchaseSummary client = new PurchaseSummary(row.whole("x"), row.number("tx"), row.number("n"));
            assertClose(PUBLISHED.logLikelihood(client), row.number("logL"));
            assertClose(PUBLISHED.probabilityAlive(client), row.number("alive"));
            assertClose(PUBLISHED.expectedPurchases(client, Horizon.years(5)), row.number("cet5"));
            assertClose(PUBLISHED.discountedPurchases(client, TEN), row.number("dert10"));
        });
        assertThat(Oracle.rows("bg-bb-new-client.tsv"))
                .hasSize(3)
                .allSatisfy(row -> assertClose(
                        PUBLISHED.expectedPurchases(Horizon.years(row.whole("n"))), row.number("purchases")));
    }

    @Test
    void findsTheOptimumOfTheDonations() {
        Oracle oracle = Oracle.row("optima.tsv", "BG/BB donations");
        BgBbModel model = BgBbFitter.defaults().fit(Books.donations());

        double[] expected = oracle.numbers("p1", "p2", "p3", "p4");
        double[] errors = oracle.numbers("se1", "se2", "se3", "se4");
        for (int i = 0; i < 4; i++) {
            String name = BgBbModel.PARAMETERS.get(i);
            assertThat(model.parameters().get(name)).isCloseTo(expected[i], withinPercentage(1e-4));
            assertThat(model.standardErrors().get(name)).isCloseTo(errors[i], withinPercentage(1e-3));
        }
        assertThat(model.info().diagnostics().get("logLikelihood"))
                .isCloseTo(oracle.number("logL"), within(1e-6))
                .isGreaterThan(oracle.number("tools") - 1e-5);
        assertThat(model.info().diagnostics().get("clients")).isEqualTo(11104);
        assertThat(model.info().warnings()).isEmpty();
        assertThat(model.logLikelihood(Books.donations(), Run.sequential()))
                .isCloseTo(oracle.number("logL"), within(1e-6));
    }

    @Test
    void expectsTheDonationsOfTheNextFiveYears() {
        PurchaseSummaries book = Books.donations();
        BgBbModel model = BgBbFitter.defaults().fit(book);
        double sum = 0;
        for (int row = 0; row < book.size(); row++) {
            sum += book.weight(row) * model.expectedPurchases(book.summary(row), Horizon.years(5));
        }
        // Hardie's workbook, as the tests of lifetimes assert
        assertThat(sum).isCloseTo(12884.2, within(0.1));
    }

    @Test
    void aHorizonHoldsWholeOpportunities() {
        PurchaseSummary client = new PurchaseSummary(2, 4, 6);

        assertThat(PUBLISHED.expectedPurchases(client, Horizon.years(1.9)))
                .isEqualTo(PUBLISHED.expectedPurchases(client, Horizon.months(12)));
        assertThat(PUBLISHED.expectedPurchases(client, Horizon.days(364))).isZero();
        // the first opportunity: there, and buying
        assertThat(PUBLISHED.expectedPurchases(client, Horizon.years(1)))
                .isCloseTo(PUBLISHED.probabilityAlive(client) * 3.204 / 7.954, within(1e-14));
        assertThat(PUBLISHED.probabilityAlive(client, Horizon.years(0))).isEqualTo(PUBLISHED.probabilityAlive(client));
    }

    @Test
    void aLongSilenceAfterManyPurchasesDoesNotOverflow() {
        PurchaseSummary gone = new PurchaseSummary(5000, 5000, 10_000);

        assertThat(PUBLISHED.logLikelihood(gone)).isFinite();
        assertThat(PUBLISHED.logProbabilityAlive(gone)).isFinite().isLessThan(-1000);
        assertThat(PUBLISHED.probabilityAlive(gone)).isZero();
        assertThat(PUBLISHED.expectedPurchases(gone, Horizon.years(10))).isZero();
    }

    @Test
    void refusesWhatIsNotCountedInOpportunities() {
        assertRefused(book(new int[] {1, 1}, new double[] {1, 1.5}, 6), "row 2: recency must be a whole number");
        assertRefused(book(new int[] {0, 3}, new double[] {0, 2}, 6), "row 2: recency must be at least frequency=3");
        assertRefused(book(new int[] {0, 0}, new double[] {0, 0}, 6), "none came back");
        assertRefused(book(new int[] {0, 0}, new double[] {0, 0}, 0), "none had an opportunity");
        assertRefused(book(new int[] {2, 2}, new double[] {3, 3}, 6), "share the one row x=2, t_x=3.0, n=6.0");
        assertRefused(book(new int[0], new double[0], 6), "no clients");
        assertThatThrownBy(() -> PUBLISHED.probabilityAlive(new PurchaseSummary(1, 0.5, 6)))
                .hasMessage("recency must be a whole number of opportunities, found 0.5");
        assertThatThrownBy(() -> PUBLISHED.discountedPurchases(DiscountRate.perYear(0)))
                .hasMessageContaining("must be above 0");
    }

    @Test
    void namesTheLimitWhereClientsDoNotDiffer() {
        // nobody leaves, and everybody buys at every second opportunity by chance
        int[] x = {0, 1, 1, 2};
        double[] last = {0, 1, 2, 2};
        BgBbModel model = BgBbFitter.defaults().fit(book(x, last, 2));

        assertThat(model.info().warnings())
                .anyMatch(text -> text.contains("clients don't differ in their probability to buy"));
        assertThat(model.expectedPurchases(new PurchaseSummary(0, 0, 2), Horizon.years(2)))
                .isCloseTo(1, within(0.01));
    }

    private static PurchaseSummaries book(int[] x, double[] last, double n) {
        double[] age = new double[x.length];
        Arrays.fill(age, n);
        return PurchaseSummaries.of(CalendarUnit.YEAR, x, last, age);
    }

    private static void assertRefused(PurchaseSummaries book, String seen) {
        assertThatThrownBy(() -> BgBbFitter.defaults().fit(book))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(seen);
    }

    private static void assertClose(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-13 * Math.abs(expected)));
    }
}
