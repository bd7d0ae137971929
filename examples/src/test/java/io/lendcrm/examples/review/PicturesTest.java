package io.lendcrm.examples.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummarizer;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.examples.report.Distribution;
import io.lendcrm.examples.report.Language;
import io.lendcrm.examples.report.Lending;
import io.lendcrm.examples.report.Purchases;
import io.lendcrm.examples.report.ReviewFiles;
import io.lendcrm.examples.report.ReviewReport;
import io.lendcrm.examples.report.Text;
import io.lendcrm.examples.simulation.SimulationOptions;
import io.lendcrm.scoring.value.purchase.BgNbdModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the review's pictures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesTest {

    private static final SimulationOptions SMALL =
            SimulationOptions.defaults().withClients(400).withSeed(11);

    private Path folder;
    private ReviewReport simulated;

    @BeforeAll
    void reviewTheSimulatedBook(@TempDir Path reports) throws IOException {
        folder = reports;
        simulated = review(SimulatedBook.of(SMALL, Optional.empty(), new Words()));
    }

    @Test
    void weeksAddUpToTheTotals() {
        Purchases.Tracking tracking = tracking(simulated);
        long actual = 0;
        double expected = 0;
        for (Purchases.Week week : tracking.weeks()) {
            actual += week.actual();
            expected += week.expected();
            assertThat(week.totalActual()).isEqualTo(actual);
            assertThat(week.totalExpected()).isCloseTo(expected, within(1e-6));
        }
        assertThat(tracking.calibrationWeeks())
                .isEqualTo(Math.round(tracking.weeks().size() * 2 / 3f));
        assertThat(tracking.weeks().get(tracking.calibrationWeeks() - 1).until())
                .isEqualTo(tracking.cut());
    }

    /** Two thirds of 58 weeks are the 39 weeks of Fader, Hardie and Lee (2005); parameters to four digits as in BTYD. */
    @Test
    void cdnowIsTrackedByThePublishedModelAndNotOnePurchaseIsLost() throws IOException {
        Path clv = RealData.file("clv/CDNOW_sample.txt").getParent();
        Book book = CdnowBook.read(clv, Optional.of(LocalDate.of(1998, 2, 10)), new Words());
        ReviewReport report = review(book);
        Purchases.Tracking tracking = tracking(report);
        LocalDate cut = LocalDate.of(1997, 9, 30);
        assertThat(tracking.cut()).isEqualTo(cut);
        assertThat(tracking.clients()).isEqualTo(2_357);

        PurchaseSummaries calibration = summaries(book, cut);
        Purchases.Week atCut = tracking.weeks().get(38);
        Purchases.Week last = tracking.weeks().get(57);
        assertThat(atCut.totalActual()).isEqualTo(repeats(calibration));
        assertThat(last.totalActual()).isEqualTo(repeats(summaries(book, LocalDate.of(1998, 2, 10))));
        BgNbdModel published = BgNbdModel.of(CalendarUnit.WEEK, 0.2426, 4.4136, 0.7929, 2.4259);
        double atTheCut = 0;
        double atTheEnd = 0;
        for (int row = 0; row < calibration.size(); row++) {
            atTheCut += published.expectedPurchases(Horizon.weeks(calibration.age(row)));
            atTheEnd += published.expectedPurchases(Horizon.weeks(calibration.age(row) + 19));
        }
        assertThat(atCut.totalExpected()).isCloseTo(atTheCut, within(3e-4 * atTheCut));
        assertThat(last.totalExpected()).isCloseTo(atTheEnd, within(3e-4 * atTheEnd));
        assertThat(report.lending()).as("a shop has no contracts").isNull();
    }

    @Test
    void aPurchaseLiftsTheCurveAndSilenceLowersIt() {
        Purchases.AliveCurve alive = Objects.requireNonNull(purchases(simulated).alive());
        List<Purchases.Alive> curve = alive.curve();
        assertThat(alive.purchases()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(curve.get(0).probability()).isEqualTo(1);
        for (int i = 1; i < curve.size(); i++) {
            double change = curve.get(i).probability() - curve.get(i - 1).probability();
            boolean repeat = alive.purchases().contains(curve.get(i).on());
            boolean first = alive.purchases().indexOf(curve.get(i).on()) == 0;
            assertThat(change)
                    .satisfies(c -> assertThat(repeat && !first ? c > 0 : first || c <= 0)
                            .isTrue());
        }
    }

    @Test
    void mapsRiseWithRecencyAndLeaveOutWhatCannotBe() {
        for (Purchases.RecencyMap map : purchases(simulated).maps()) {
            assertThat(map.frequencies()).startsWith(0, 1, 2).isSorted();
            assertThat(map.recencies()).isSorted().endsWith(map.weeks());
            for (int row = 0; row < map.recencies().size(); row++) {
                for (int column = 0; column < map.frequencies().size(); column++) {
                    Double alive = map.alive().get(row).get(column);
                    boolean possible = row == 0 == (column == 0);
                    assertThat(alive != null).isEqualTo(possible);
                    if (row > 1 && column > 0) {
                        assertThat(alive)
                                .isGreaterThanOrEqualTo(map.alive().get(row - 1).get(column));
                        assertThat(map.expected().get(row).get(column))
                                .isGreaterThanOrEqualTo(
                                        map.expected().get(row - 1).get(column));
                    }
                }
            }
        }
    }

    @Test
    void theSpendModelPutsEveryClientIntoABin() {
        List<Purchases.SpendFit> fits = purchases(simulated).spend();
        assertThat(fits).hasSize(2);
        for (Purchases.SpendFit fit : fits) {
            double expected = fit.expected().stream().mapToDouble(n -> n).sum();
            long observed = fit.observed().bins().stream()
                    .mapToLong(Distribution.Bin::count)
                    .sum();
            assertThat(expected).isCloseTo(observed, within(1e-6));
            assertThat(fit.expected()).allMatch(n -> n >= 0);
        }
    }

    @Test
    void theWaterfallLeadsFromInterestToTheValue() {
        Lending.Waterfall waterfall = Objects.requireNonNull(lending(simulated).waterfall());
        assertThat(waterfall.steps())
                .extracting(Lending.Step::code)
                .containsExactly("interest-income", "funding-cost", "expected-loss", "capital-charge");
        double sum =
                waterfall.steps().stream().mapToDouble(Lending.Step::amount).sum();
        assertThat(waterfall.total()).isCloseTo(sum, within(1e-9 * Math.abs(sum)));
        assertThat(waterfall.steps().get(0).amount()).isPositive();
        assertThat(waterfall.steps().subList(1, 4)).allMatch(step -> step.amount() < 0);
        assertThat(waterfall.inDefault()).isLessThan(waterfall.contracts());
        assertThatThrownBy(() -> new Lending.Waterfall(Text.same(""), 1, 0, 1, waterfall.steps(), sum + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("steps must add up");
    }

    @Test
    void retentionFallsFromAllAndTheModelsGoWithIt() {
        List<Lending.Retention> curves = lending(simulated).retention();
        assertThat(curves).isNotEmpty();
        for (Lending.Retention curve : curves) {
            assertThat(curve.points().get(0).observed()).isEqualTo(1);
            for (int i = 1; i < curve.points().size(); i++) {
                Lending.RetentionPoint point = curve.points().get(i);
                assertThat(point.observed())
                        .isLessThanOrEqualTo(curve.points().get(i - 1).observed())
                        .isBetween(point.lower(), point.upper());
                if (point.weibullGamma() != null) {
                    assertThat(point.weibullGamma()).isCloseTo(point.observed(), within(0.3));
                }
            }
        }
    }

    @Test
    void berkaTellsHowLongItsLoansLastButNotWhatTheyBring() throws IOException {
        Path berka = RealData.file("berka/account.asc").getParent();
        LocalDate end = LocalDate.of(1998, 12, 31);
        Book book = BerkaBook.read(berka, Optional.of(end), new Words());
        int ended = 0;
        int begun = 0;
        for (int i = 0; i < book.clients(); i++) {
            for (Facility loan : book.dossiers().apply(i).facilities()) {
                begun += loan.signedOn().isBefore(end.minusDays(90)) ? 1 : 0;
                ended += loan.maturity().isAfter(end.minusDays(90)) ? 0 : 1;
            }
        }
        ReviewReport report = review(book);
        assertThat(lending(report).waterfall()).as("interest isn't told").isNull();
        assertThat(lending(report).retention()).hasSize(1);
        assertThat(lending(report).retention().get(0).spells()).isEqualTo(begun);
        assertThat(lending(report).retention().get(0).ended()).isEqualTo(ended);
        assertThat(report.notes()).extracting(n -> n.meaning().en()).anyMatch(n -> n.contains("no interest"));
    }

    private static PurchaseSummaries summaries(Book book, LocalDate until) {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(until, CalendarUnit.WEEK);
        for (int i = 0; i < book.clients(); i++) {
            book.dossiers().apply(i).interactions().stream()
                    .map(Transaction.class::cast)
                    .forEach(t -> summarizer.add(t.client(), t.occurredOn(), t.amount()));
        }
        return summarizer.summaries();
    }

    private static long repeats(PurchaseSummaries summaries) {
        long sum = 0;
        for (int row = 0; row < summaries.size(); row++) {
            sum += summaries.frequency(row);
        }
        return sum;
    }

    private static Purchases purchases(ReviewReport report) {
        return Objects.requireNonNull(report.purchases());
    }

    private static Purchases.Tracking tracking(ReviewReport report) {
        return Objects.requireNonNull(purchases(report).tracking());
    }

    private static Lending lending(ReviewReport report) {
        return Objects.requireNonNull(report.lending());
    }

    private ReviewReport review(Book book) throws IOException {
        return Review.of(Run.sequential(), 5, 7).review(book, ReviewFiles.in(folder, Language.EN));
    }
}
