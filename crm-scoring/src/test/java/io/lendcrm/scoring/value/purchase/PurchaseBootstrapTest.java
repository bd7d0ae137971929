package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PurchaseBootstrapTest {

    @Test
    void agreesWithTheStandardErrorsWhereTheyHold() {
        PurchaseSummaries book = Books.cdnowSample(CalendarUnit.WEEK);
        BgNbdModel model = BgNbdFitter.defaults().fit(book);
        PurchaseBootstrap bootstrap =
                PurchaseBootstrap.of(model, BgNbdFitter.defaults(), book, 400, 7, Run.sequential());
        PurchaseBootstrap.Interval r =
                bootstrap.interval(0.95, m -> m.parameters().getOrDefault("r", 0.0));

        assertThat(bootstrap.refused()).isZero();
        assertThat(r.upper() - r.lower())
                .isCloseTo(2 * 1.96 * model.standardErrors().getOrDefault("r", 0.0), within(0.01));
        assertThat(bootstrap.interval(
                        0.9, m -> m.expectedPurchases(new PurchaseSummary(2, 30.43, 38.86), Horizon.weeks(39))))
                .satisfies(i -> assertThat(i.lower()).isBetween(1.1, 1.226))
                .satisfies(i -> assertThat(i.upper()).isBetween(1.226, 1.4));
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        PurchaseSummaries book = Simulated.book(300, 5);
        MbgNbdModel model = MbgNbdModel.of(CalendarUnit.WEEK, 0.525, 6.183, 0.891, 1.614);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(PurchaseBootstrap.of(
                                    model,
                                    MbgNbdFitter.defaults(),
                                    book,
                                    20,
                                    1,
                                    Run.sequential().on(pool, 3))
                            .models())
                    .isEqualTo(PurchaseBootstrap.of(model, MbgNbdFitter.defaults(), book, 20, 1, Run.sequential())
                            .models());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aWeightIsSoManyClients() {
        PurchaseSummaries book = PurchaseSummaries.of(
                CalendarUnit.WEEK,
                new int[] {0},
                new double[] {0},
                new double[] {30},
                new double[] {500.5},
                new double[0]);
        NbdModel model = NbdModel.of(CalendarUnit.WEEK, 0.8, 9);
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(model, NbdFitter.defaults(), book, 40, 3, Run.sequential());

        assertThat(bootstrap.models())
                .allSatisfy(m -> assertThat(m.info().diagnostics()).containsEntry("clients", 500.5));
        PurchaseBootstrap.Interval rate = bootstrap.interval(
                0.99,
                m -> m.parameters().getOrDefault("r", 0.0) / m.parameters().getOrDefault("alpha", 1.0));
        assertThat(0.8 / 9).isBetween(rate.lower(), rate.upper());
    }

    @Test
    void countsTheBooksThatCouldNotBeFitted() {
        PurchaseSummaries book = PurchaseSummaries.of(
                CalendarUnit.WEEK, new int[] {0, 0, 1}, new double[] {0, 0, 2}, new double[] {30, 20, 9});
        PurchaseBootstrap bootstrap = PurchaseBootstrap.of(
                NbdModel.of(CalendarUnit.WEEK, 0.5, 20), NbdFitter.defaults(), book, 60, 3, Run.sequential());

        assertThat(bootstrap.refused()).isBetween(1, 58);
        assertThat(bootstrap.models()).hasSize(60 - bootstrap.refused());
    }

    @Test
    void percentilesLieBetweenNeighbours() {
        assertThat(PurchaseBootstrap.percentiles(DoubleStream.of(4, 1, 3, 2, 5), 0.75))
                .isEqualTo(new PurchaseBootstrap.Interval(1.5, 4.5, 0.75));
    }

    @Test
    void refusesAnotherUnit() {
        assertThatThrownBy(() -> PurchaseBootstrap.of(
                        NbdModel.of(CalendarUnit.DAY, 0.5, 20),
                        NbdFitter.defaults(),
                        Simulated.book(10, 1),
                        10,
                        1,
                        Run.sequential()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the book's times must be in the model's unit DAY, found WEEK");
    }
}
