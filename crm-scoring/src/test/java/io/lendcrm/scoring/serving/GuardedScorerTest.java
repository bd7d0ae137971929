package io.lendcrm.scoring.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedScorerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ReasonCode SMALL = ReasonCode.of("application.small-card");
    private static final Scorecard CARD = Scorecard.of(
            100, List.of(Characteristic.of(Bins.numeric(Feature.numeric("age", "years"), 30), 1, 2, Double.NaN)));
    private static final FeatureRow CLIENT =
            CARD.schema().row(ClientId.of("C-1")).set("age", 40).build();

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private record Other(Function<FeatureRow, Score> how) implements Scorer {
        @Override
        public ModelInfo info() {
            return CARD.info();
        }

        @Override
        public FeatureSchema schema() {
            return CARD.schema();
        }

        @Override
        public Score score(FeatureRow client) {
            return how.apply(client);
        }
    }

    private GuardedScorer guarded(Function<FeatureRow, Score> how) {
        return GuardedScorer.of(new Other(how), executor, CLOCK);
    }

    @Test
    void answersInTimeWithTheScorersOwnAnswer() {
        GuardedScore answer =
                guarded(CARD::score).withFallback(new Fallback(CARD, SMALL)).score(CLIENT, NOW.plusSeconds(30));
        assertThat(answer).isEqualTo(new GuardedScore(CARD.score(CLIENT), GuardedScore.Outcome.IN_TIME, null));
        assertThat(answer.usedFallback()).isFalse();
        assertThat(answer.reason()).isEmpty();
    }

    @Test
    void aLateScorerIsInterruptedAndTheFallbackSaysThatItAnswered() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        GuardedScorer scorer = guarded(client -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return CARD.score(client);
        });
        Instant soon = NOW.plusMillis(30);
        GuardedScore answer = scorer.withFallback(new Fallback(CARD, SMALL)).score(CLIENT, soon);
        assertThat(answer.outcome()).isEqualTo(GuardedScore.Outcome.LATE);
        assertThat(answer.reason()).contains(SMALL);
        assertThat(answer.score()).isEqualTo(CARD.score(CLIENT));
        interrupted.await();
        assertNotScored(scorer.score(CLIENT, soon), "serving.late", "no answer by the deadline");
    }

    @Test
    void aDeadlineThatIsPastStartsNothing() {
        AtomicBoolean started = new AtomicBoolean();
        GuardedScorer scorer = guarded(client -> {
            started.set(true);
            return CARD.score(client);
        });
        assertNotScored(scorer.score(CLIENT, NOW), "serving.late", "the deadline was past before it began");
        assertThat(started).isFalse();
    }

    @Test
    void aScorerThatFailsIsToldByTheKindOfItsFailureOnly() {
        GuardedScorer scorer = guarded(client -> {
            throw new IllegalStateException("income of C-1 is 1234");
        });
        assertNotScored(scorer.score(CLIENT, NOW.plusSeconds(30)), "serving.failed", "IllegalStateException");
        GuardedScore answer = scorer.withFallback(new Fallback(CARD, SMALL)).score(CLIENT, NOW.plusSeconds(30));
        assertThat(answer.outcome()).isEqualTo(GuardedScore.Outcome.FAILED);
        assertThat(answer.usedFallback()).isTrue();
    }

    @Test
    void aClientWithoutTheFeaturesIsThrownAndNotAnsweredByTheFallback() {
        FeatureSchema income = FeatureSchema.of(Feature.numeric("income", "EUR"));
        FeatureRow other = income.row(CLIENT.client()).set("income", 1).build();
        GuardedScorer scorer = guarded(CARD::score);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(other, NOW.plusSeconds(30)))
                .withMessageContaining("client must fit the scorer")
                .withMessageContaining("age");
        Scorecard onIncome = Scorecard.of(
                0, List.of(Characteristic.of(Bins.numeric(Feature.numeric("income", "EUR"), 30), 1, 2, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> scorer.withFallback(new Fallback(onIncome, SMALL)).score(CLIENT, NOW.plusSeconds(30)))
                .withMessageContaining("income");
    }

    @Test
    void anErrorIsThrownOn() {
        GuardedScorer scorer = guarded(client -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> scorer.score(CLIENT, NOW.plusSeconds(30))).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anExecutorThatRefusesIsAFailure() {
        executor.shutdownNow();
        assertNotScored(
                guarded(CARD::score).score(CLIENT, NOW.plusSeconds(30)),
                "serving.failed",
                "the executor is full or shut down");
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        GuardedScorer scorer = guarded(client -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
            return CARD.score(client);
        });
        Thread.currentThread().interrupt();
        GuardedScore answer = scorer.score(CLIENT, NOW.plusSeconds(30));
        assertThat(Thread.interrupted()).isTrue();
        assertNotScored(answer, "serving.late", "interrupted while waiting");
    }

    @Test
    void anAnswerInTimeIsNoFallback() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GuardedScore(CARD.score(CLIENT), GuardedScore.Outcome.IN_TIME, SMALL))
                .withMessageContaining("application.small-card");
        assertThatIllegalArgumentException().isThrownBy(() -> ModelId.of("a b")).withMessageContaining("value must be");
    }

    private static void assertNotScored(GuardedScore answer, String code, String detail) {
        assertThat(answer.usedFallback()).isFalse();
        assertThat(answer.score()).isEqualTo(new Score.NotScored(CLIENT.client(), ReasonCode.of(code), detail));
    }
}
