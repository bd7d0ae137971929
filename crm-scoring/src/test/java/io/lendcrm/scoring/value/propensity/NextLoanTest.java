package io.lendcrm.scoring.value.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.extraction.Firm;
import io.lendcrm.core.extraction.Story;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class NextLoanTest {

    private static final NextLoanModel MODEL = NextLoanModel.of(CalendarUnit.MONTH, 2, 30, 1.4);
    private static final BorrowingHistory CLIENT = BorrowingHistory.of(6, 11, 14, 9.5);
    private static final NextLoanFitter FITTER = NextLoanFitter.of(CalendarUnit.MONTH);

    @Test
    void probabilityIsTheMixtureOfWeibullWaits() {
        assertThat(MODEL.probability(CLIENT, Horizon.months(12)))
                .isCloseTo(1 - mixture(CLIENT, 12) / mixture(CLIENT, 0), within(1e-9));
        assertThat(MODEL.logLikelihood(CLIENT)).isCloseTo(Math.log(mixture(CLIENT, 0)), within(1e-9));
        assertThat(MODEL.probability(CLIENT, Horizon.months(0))).isZero();
        assertThat(MODEL.probability(CLIENT, Horizon.years(1)))
                .isCloseTo(MODEL.probability(CLIENT, Horizon.months(12)), within(1e-14));
    }

    @Test
    void waitsAreThoseOfTheProbability() {
        double median = MODEL.waitUntil(CLIENT, 0.5);
        assertThat(MODEL.probability(CLIENT, Horizon.months(median))).isCloseTo(0.5, within(1e-12));
        assertThat(MODEL.waitUntil(CLIENT, 0)).isZero();
        double mean = 0;
        double step = 0.01;
        for (int i = 0; i < 10_000_000; i += 1 + i / 2_000) {
            double width = step * (1 + i / 2_000);
            mean += width * (1 - MODEL.probability(CLIENT, Horizon.months(i * step + width / 2)));
        }
        assertThat(MODEL.expectedWait(CLIENT).orElseThrow()).isCloseTo(mean, within(1e-4 * mean));
        assertThat(NextLoanModel.of(CalendarUnit.MONTH, 0.5, 30, 1.4).expectedWait(BorrowingHistory.of(3)))
                .isEmpty();
    }

    @Test
    void regularBorrowersBecomeLikelierAsTheirTimeComes() {
        BorrowingHistory early = BorrowingHistory.of(1, 12, 12, 12, 12, 12, 12);
        BorrowingHistory due = BorrowingHistory.of(11, 12, 12, 12, 12, 12, 12);
        Horizon quarter = Horizon.months(3);
        assertThat(MODEL.probability(due, quarter)).isGreaterThan(MODEL.probability(early, quarter));
        NextLoanModel bursts = NextLoanModel.of(CalendarUnit.MONTH, 2, 30, 0.7);
        assertThat(bursts.probability(due, quarter)).isLessThan(bursts.probability(early, quarter));
    }

    @Test
    void parametersAreRecoveredAndTheirIntervalsCoverThem() {
        double[] truth = {1.6, 28, 1.3};
        int[] covered = new int[3];
        for (int run = 0; run < 60; run++) {
            var drawn = Borrowers.draw(600, truth[0], truth[1], truth[2], new Random(1_000 + run));
            NextLoanModel model = FITTER.fit(Borrowers.histories(drawn));
            double[] found = {model.r(), model.scale(), model.shape()};
            for (int i = 0; i < 3; i++) {
                String name = NextLoanModel.PARAMETERS.get(i);
                double error = Math.sqrt(model.covariance().ofLogs(name, name));
                covered[i] += Math.abs(Math.log(found[i] / truth[i])) <= 1.96 * error ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(covered)).allMatch(times -> times >= 52);
    }

    @Test
    void theFitIsATopWhoseGradientAndHessianAgreeWithDifferences() {
        var book = Borrowers.histories(Borrowers.draw(300, 1.6, 28, 1.3, new Random(3)));
        NextLoanLikelihood likelihood = new NextLoanLikelihood(book, Run.sequential());
        double[] point = {Math.log(0.9), Math.log(20), Math.log(1.1)};
        double[] gradient = new double[3];
        double[][] hessian = new double[3][3];
        double value = likelihood.at(point, gradient, hessian);
        NextLoanModel at = NextLoanModel.of(CalendarUnit.MONTH, 0.9, 20, 1.1);
        assertThat(value).isCloseTo(book.stream().mapToDouble(at::logLikelihood).sum(), within(1e-9 * -value));
        for (int i = 0; i < 3; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double[] upper = new double[3];
            double[] lower = new double[3];
            double rise = likelihood.at(up, upper, new double[3][3]) - likelihood.at(down, lower, new double[3][3]);
            assertThat(rise / 2e-5).isCloseTo(gradient[i], within(1e-3));
            for (int j = 0; j < 3; j++) {
                assertThat((upper[j] - lower[j]) / 2e-5).isCloseTo(hessian[i][j], within(1e-3));
            }
        }
        NextLoanModel model = FITTER.fit(book);
        assertThat(model.info().diagnostics().get("gradientNorm")).isLessThan(1e-4);
        assertThat(model.info().warnings()).isEmpty();
    }

    /** Of 6,000 clients not seen by the fit, each tenth by probability borrows about as often as it was told. */
    @Test
    void probabilitiesAreCalibrated() {
        NextLoanModel model = FITTER.fit(Borrowers.histories(Borrowers.draw(4_000, 1.6, 28, 1.3, new Random(21))));
        Horizon year = Horizon.months(12);
        var held = Borrowers.draw(6_000, 1.6, 28, 1.3, new Random(22)).stream()
                .sorted(Comparator.comparingDouble(b -> model.probability(b.history(), year)))
                .toList();
        for (int tenth = 0; tenth < 10; tenth++) {
            var part = held.subList(tenth * 600, (tenth + 1) * 600);
            double told = part.stream()
                    .mapToDouble(b -> model.probability(b.history(), year))
                    .average()
                    .orElseThrow();
            double seen = part.stream().filter(b -> b.nextWait() <= 12).count() / 600.0;
            assertThat(seen).isCloseTo(told, within(4 * Math.sqrt(told * (1 - told) / 600)));
        }
    }

    @Test
    void theSameBitsOnAnyNumberOfThreadsAndInAnyUnit() {
        var book = Borrowers.histories(Borrowers.draw(5_000, 1.6, 28, 1.3, new Random(4)));
        NextLoanModel one = FITTER.fit(book);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(FITTER.fit(book, Run.sequential().on(pool, 3))).isEqualTo(one);
        } finally {
            pool.shutdown();
        }
        double days = CalendarUnit.MONTH.days();
        var byDay = book.stream()
                .map(c -> BorrowingHistory.of(
                        c.elapsed() * days,
                        Arrays.stream(c.gaps()).map(g -> g * days).toArray()))
                .toList();
        NextLoanModel other = NextLoanFitter.of(CalendarUnit.DAY).fit(byDay);
        assertThat(other.r()).isCloseTo(one.r(), within(1e-6));
        assertThat(other.scale()).isCloseTo(one.scale() * days, within(1e-4));
        assertThat(other.probability(byDay.get(0), Horizon.years(1)))
                .isCloseTo(one.probability(book.get(0), Horizon.years(1)), within(1e-8));
    }

    @Test
    void reasonsAddUpAndTheIntervalHoldsTheProbability() {
        var book = Borrowers.histories(Borrowers.draw(400, 1.6, 28, 1.3, new Random(5)));
        NextLoanModel model = FITTER.fit(book);
        for (BorrowingHistory client : book) {
            Estimate estimate = model.estimate(client, Horizon.months(12), 0.9);
            assertThat(estimate.base() + sum(estimate)).isCloseTo(estimate.value(), within(1e-12));
            assertThat(estimate.lower()).isLessThan(estimate.value());
            assertThat(estimate.upper()).isGreaterThan(estimate.value());
            assertThat(model.estimate(client, Horizon.months(12), 0.99).upper()).isGreaterThan(estimate.upper());
        }
    }

    @Test
    void aHistorysContractsGiveTheSpans() {
        var dossier = Firm.dossier();
        BorrowingHistory spans = BorrowingHistory.from(dossier.at(Story.AS_OF).orElseThrow(), CalendarUnit.DAY)
                .orElseThrow();
        assertThat(spans.loans()).isEqualTo(2);
        assertThat(spans.gaps()).containsExactly(366);
        assertThat(spans.elapsed()).isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(2016, 3, 1), Story.TODAY));
        var without = dossier.withFacilities(List.of()).at(Story.AS_OF).orElseThrow();
        assertThat(BorrowingHistory.from(without, CalendarUnit.DAY)).isEmpty();
    }

    @Test
    void theNextLoanHasAnAmountToo() {
        GammaGammaModel amounts = GammaGammaModel.of(6.25, 3.74, 15_440);
        NextLoan next = NextLoan.of(MODEL, CLIENT, amounts, 42_000, Horizon.months(12), 0.9);
        assertThat(next.amount()).isEqualTo(amounts.expectedSpend(4, 42_000));
        assertThat(next.expectedAmount().orElseThrow())
                .isEqualTo(next.probability().value() * next.amount());
        assertThat(next.medianWait()).isEqualTo(MODEL.waitUntil(CLIENT, 0.5));
    }

    @Test
    void clientsThatDoNotDifferEndAtALimitThatIsSaid() {
        List<BorrowingHistory> alike = List.of(
                BorrowingHistory.of(5, 6, 10, 14, 20),
                BorrowingHistory.of(5, 20, 6, 14, 10),
                BorrowingHistory.of(5, 10, 20, 6, 14));
        NextLoanModel model = FITTER.fit(alike);
        assertThat(model.info().warnings().get(0)).isEqualTo("r is at its limit: clients don't differ in their rate");
        assertThat(model.probability(alike.get(0), Horizon.months(24))).isBetween(0.9, 1.0);
    }

    @Test
    void badInputIsRefusedByName() {
        refused(() -> BorrowingHistory.of(-1), "elapsed must be finite and at least 0, found -1.0");
        refused(() -> BorrowingHistory.of(1, 3, 0), "gap must be finite and above 0, found 0.0");
        refused(() -> NextLoanModel.of(CalendarUnit.MONTH, 0, 1, 1), "r must be finite and above 0, found 0.0");
        refused(() -> MODEL.waitUntil(CLIENT, 1), "probability must be within [0, 1), found 1.0");
        refused(() -> MODEL.estimate(CLIENT, Horizon.months(1), 1), "level must be within (0, 1), found 1.0");
        assertThatThrownBy(() -> FITTER.fit(List.of(CLIENT)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("1 of 1 clients borrowed again, at least 2 are needed");
        assertThatThrownBy(() -> FITTER.fit(List.of(BorrowingHistory.of(3), BorrowingHistory.of(5))))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("0 of 2 clients borrowed again");
        assertThat(MODEL.probability(CLIENT, Horizon.years(1e300))).isEqualTo(1);
    }

    /** The probability density of the client's spans and then none for h, by Simpson's rule over its rate. */
    private static double mixture(BorrowingHistory client, double h) {
        double top = 40;
        int steps = 200_000;
        double sum = 0;
        for (int i = 1; i <= steps; i++) {
            double rate = top * i / steps;
            double density = rate * Math.exp(-rate); // Gamma(2, 1)
            for (double gap : client.gaps()) {
                double t = gap / 30;
                density *= rate * 1.4 / 30 * Math.pow(t, 0.4) * Math.exp(-rate * Math.pow(t, 1.4));
            }
            density *= Math.exp(-rate * Math.pow((client.elapsed() + h) / 30, 1.4));
            sum += density * (i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * top / steps / 3;
    }

    private static double sum(Estimate estimate) {
        return estimate.reasons().stream().mapToDouble(Reason::contribution).sum();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
