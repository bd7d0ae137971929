package io.lendcrm.scoring.serving;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Answers by a deadline: by a scorer that may be slow or fail (it fetches features, say), or else by a declared
 * {@link Fallback}; without one by {@link Score.NotScored} with the code {@code serving.late} or {@code serving.failed}.
 * There is no silent default: the {@link GuardedScore} says who answered and why.
 *
 * <p>The scorer runs on the host's executor and is cancelled (interrupted) when it is late; a deadline that is past already
 * doesn't start it. An answer {@code NotScored} in time is an answer. An {@link Error} is thrown on, not answered, and so is
 * the programmer's error of a client without the features that the scorer or the fallback takes: no fallback hides it.
 * Thread-safe, as its parts are.
 */
public final class GuardedScorer {

    private static final ReasonCode LATE = ReasonCode.of("serving.late");
    private static final ReasonCode FAILED = ReasonCode.of("serving.failed");

    private final Scorer scorer;
    private final ExecutorService executor;
    private final Clock clock;
    private final @Nullable Fallback fallback;

    private GuardedScorer(Scorer scorer, ExecutorService executor, Clock clock, @Nullable Fallback fallback) {
        this.scorer = requireNonNull(scorer, "scorer");
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
        this.fallback = fallback;
    }

    /**
     * A scorer without a fallback.
     *
     * @param scorer should answer
     * @param executor runs it; the host's, which bounds its threads and its queue
     * @param clock tells how much time is left
     * @return the guarded scorer
     */
    public static GuardedScorer of(Scorer scorer, ExecutorService executor, Clock clock) {
        return new GuardedScorer(scorer, executor, clock, null);
    }

    /**
     * With a fallback.
     *
     * @param newFallback answers if the scorer is late or fails
     * @return the changed guarded scorer
     */
    public GuardedScorer withFallback(Fallback newFallback) {
        return new GuardedScorer(scorer, executor, clock, requireNonNull(newFallback, "newFallback"));
    }

    /**
     * Scores a client by a deadline. If the waiting thread is interrupted, the answer is that of a late scorer and the
     * thread stays interrupted.
     *
     * @param client the client's features
     * @param deadline when the answer is due
     * @return the answer and who gave it
     * @throws IllegalArgumentException if the client lacks features of the scorer's or the fallback's schema, or has them
     *     in other types; the message names them all
     */
    public GuardedScore score(FeatureRow client, Instant deadline) {
        requireFeatures(client, scorer);
        if (fallback != null) {
            requireFeatures(client, fallback.scorer());
        }
        Duration left = Duration.between(clock.instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            return instead(client, GuardedScore.Outcome.LATE, "the deadline was past before it began");
        }
        Future<Score> answer;
        try {
            answer = executor.submit(() -> scorer.score(client));
        } catch (RejectedExecutionException refused) {
            return instead(client, GuardedScore.Outcome.FAILED, "the executor is full or shut down");
        }
        try {
            Score score = answer.get(TimeUnit.NANOSECONDS.convert(left), TimeUnit.NANOSECONDS);
            return new GuardedScore(score, GuardedScore.Outcome.IN_TIME, null);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return instead(client, GuardedScore.Outcome.LATE, "no answer by the deadline");
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return instead(client, GuardedScore.Outcome.LATE, "interrupted while waiting");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            return instead(client, GuardedScore.Outcome.FAILED, name(failed.getCause()));
        }
    }

    private static void requireFeatures(FeatureRow client, Scorer scorer) {
        List<String> misfits = scorer.schema().misfits(client.schema());
        if (!misfits.isEmpty()) {
            throw new IllegalArgumentException("client must fit the scorer: " + String.join("; ", misfits));
        }
    }

    /** The kind of an exception; its message might tell a value of the client's. */
    private static String name(@Nullable Throwable cause) {
        return cause == null ? "no cause" : cause.getClass().getSimpleName();
    }

    private GuardedScore instead(FeatureRow client, GuardedScore.Outcome outcome, String detail) {
        if (fallback == null) {
            ReasonCode code = outcome == GuardedScore.Outcome.LATE ? LATE : FAILED;
            return new GuardedScore(new Score.NotScored(client.client(), code, detail), outcome, null);
        }
        return new GuardedScore(fallback.scorer().score(client), outcome, fallback.reason());
    }
}
