package io.lendcrm.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveModelTest {

    private static final Feature AGE = Feature.numeric("age", "years");
    private static final ModelId ONE = ModelId.of("card:1");
    private static final ModelId TWO = ModelId.of("card:2");

    private static Scorecard card(double base) {
        return Scorecard.of(base, List.of(Characteristic.of(Bins.numeric(AGE, 30), 1, 2, Double.NaN)));
    }

    private static BoundTable table(int rows) {
        FeatureSchema schema = FeatureSchema.of(AGE);
        List<FeatureRow> list = IntStream.range(0, rows)
                .mapToObj(i -> FeatureRow.of(ClientId.of("C-" + i), schema, new double[] {20 + i % 30}))
                .toList();
        return schema.bind(FeatureTable.of(schema, list));
    }

    @Test
    void scoresAsItsModelDoesUntilItIsSwapped() {
        LiveModel live = LiveModel.of(ONE, card(100));
        assertThat(live.score(new double[] {40})).isEqualTo(102);
        assertThat(live.swap(TWO, card(500))).isEqualTo(ONE);
        assertThat(live.id()).isEqualTo(TWO);
        assertThat(live.score(new double[] {40})).isEqualTo(502);
        assertThat(live.info()).isEqualTo(card(500).info());
        FeatureRow row = live.schema().row(ClientId.of("C")).set("age", 25).build();
        assertThat(live.score(row)).isEqualTo(card(500).score(row));
        assertThat(live).hasToString("LiveModel[card:2]");
    }

    @Test
    void refusesAModelOfOtherFeaturesAndNamesThem() {
        LiveModel live = LiveModel.of(ONE, card(100));
        Scorecard months = Scorecard.of(
                0, List.of(Characteristic.of(Bins.numeric(Feature.numeric("age", "months"), 360), 1, 2, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.swap(TWO, months))
                .withMessage("model card:2 must have the features of card:1: "
                        + "place 1 must be age NUMERIC [years] ORDINARY, found age NUMERIC [months] ORDINARY");
        Scorecard more = Scorecard.of(
                0,
                List.of(
                        Characteristic.of(Bins.numeric(AGE, 30), 1, 2, 3),
                        Characteristic.of(Bins.numeric(Feature.numeric("income", ""), 1), 1, 2, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.swap(TWO, more))
                .withMessageContaining("place 2 has income too many");
        assertThat(live.id()).isEqualTo(ONE);
        LiveModel wide = LiveModel.of(ONE, more);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide.swap(TWO, card(1)))
                .withMessageContaining("place 2 lacks income");
    }

    /** Two callers score batches while a third swaps as fast as it can: each batch is of one model, and each model is met. */
    @Test
    void noBatchMixesTwoModels() throws InterruptedException, ExecutionException {
        int rows = 1000;
        BoundTable table = table(rows);
        LiveModel live = LiveModel.of(ONE, card(0));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong ofFirst = new AtomicLong();
        AtomicLong ofSecond = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < 2; caller++) {
                callers.add(pool.submit(() -> {
                    double[] scores = new double[rows];
                    while (!stop.get() || ofFirst.get() == 0 || ofSecond.get() == 0) {
                        live.score(table, 0, rows, scores);
                        boolean second = scores[0] > 500;
                        for (int i = 0; i < rows; i++) {
                            double expected = (second ? 1000 : 0) + (20 + i % 30 < 30 ? 1 : 2);
                            if (scores[i] != expected) {
                                throw new AssertionError("row " + i + " has " + scores[i]);
                            }
                        }
                        (second ? ofSecond : ofFirst).incrementAndGet();
                    }
                }));
            }
            Future<?> swapper = pool.submit(() -> {
                Scorecard[] cards = {card(0), card(1000)};
                for (int i = 0; !stop.get() || ofFirst.get() == 0 || ofSecond.get() == 0; i++) {
                    live.swap(i % 2 == 0 ? TWO : ONE, cards[(i + 1) % 2]);
                }
            });
            while ((ofFirst.get() < 200 || ofSecond.get() < 200)
                    && callers.stream().noneMatch(Future::isDone)) {
                Thread.yield();
            }
            stop.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
            swapper.get();
        } finally {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ofFirst.get()).isPositive();
        assertThat(ofSecond.get()).isPositive();
    }

    @Test
    void tellsAnObserverOfEachScore() {
        record Told(ModelId model, int status, double score, long nanos) {}
        List<Told> told = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        LiveModel live = LiveModel.of(ONE, card(100));
        LiveModel observed = live.withObserver(
                (model, status, score, nanos) -> told.add(new Told(model, status, score, nanos)),
                () -> clock.getAndAdd(50));
        observed.score(new double[] {40});
        observed.score(new double[] {Double.NaN});
        Score none = observed.score(observed.schema().row(ClientId.of("C")).build());
        assertThat(none.kind()).isEqualTo(Score.Kind.NOT_SCORED);
        live.swap(TWO, card(500));
        observed.score(table(2), 0, 2, new double[2]);
        live.score(new double[] {40});
        assertThat(told)
                .containsExactly(
                        new Told(ONE, ScoreObserver.SCORED, 102, 50),
                        new Told(ONE, ScoreObserver.NOT_SCORED, Double.NaN, 50),
                        new Told(ONE, ScoreObserver.NOT_SCORED, Double.NaN, 50),
                        new Told(TWO, ScoreObserver.SCORED, 501, 25),
                        new Told(TWO, ScoreObserver.SCORED, 501, 25));
    }

    @Test
    void batchesOfALogisticRegressionAreItsScores() {
        LogisticModel model = LogisticModel.of(FeatureSchema.of(AGE), -2, new double[] {0.1}, new double[] {40});
        BoundTable table = table(100);
        double[] scores = new double[100];
        LiveModel.of(ONE, model).score(table, 10, 100, scores);
        for (int i = 10; i < 100; i++) {
            assertThat(scores[i]).isEqualTo(model.score(new double[] {20 + i % 30}));
        }
        assertThat(scores[9]).isZero();
    }
}
