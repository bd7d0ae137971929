package io.lendcrm.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The circumstances of a fit: they never change its parameters. Of these only the fit date reaches the model.
 *
 * @param executor where blocks of work run; {@code Runnable::run} keeps all on the caller's thread
 * @param threads into how many parallel tasks work may be split, at least 1
 * @param clock tells the fit date
 * @param progress is told what is going on, in words
 * @param cancelled asked between iterations; true ends the fit with a {@link java.util.concurrent.CancellationException}
 */
public record Run(Executor executor, int threads, Clock clock, Consumer<String> progress, BooleanSupplier cancelled) {

    private static final Clock EPOCH = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    public Run {
        requireNonNull(executor, "executor");
        requireNonNull(clock, "clock");
        requireNonNull(progress, "progress");
        requireNonNull(cancelled, "cancelled");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + threads);
        }
    }

    /** {@return a run on the caller's thread, dated 1970-01-01T00:00:00Z so that equal fits give equal bytes} */
    public static Run sequential() {
        return new Run(Runnable::run, 1, EPOCH, message -> {}, () -> false);
    }

    /**
     * The same run on other threads.
     *
     * @param newExecutor where blocks of work run
     * @param newThreads how many tasks at once
     * @return the run
     */
    public Run on(Executor newExecutor, int newThreads) {
        return new Run(newExecutor, newThreads, clock, progress, cancelled);
    }

    /**
     * The same run by another clock.
     *
     * @param newClock tells the fit date
     * @return the run
     */
    public Run withClock(Clock newClock) {
        return new Run(executor, threads, newClock, progress, cancelled);
    }

    /**
     * The same run with a listener.
     *
     * @param listener is told what is going on
     * @return the run
     */
    public Run withProgress(Consumer<String> listener) {
        return new Run(executor, threads, clock, listener, cancelled);
    }

    /**
     * The same run with a switch to end it.
     *
     * @param newCancelled asked between iterations
     * @return the run
     */
    public Run withCancellation(BooleanSupplier newCancelled) {
        return new Run(executor, threads, clock, progress, newCancelled);
    }

    /**
     * Does tasks that have nothing to do with each other on the run's threads. The caller takes part, so that a busy
     * executor delays and never blocks. What a task writes is seen by the caller afterwards.
     *
     * @param tasks how many, at least 0
     * @param task does the task of a number from 0; called by several threads, in no order
     * @throws java.util.concurrent.CancellationException if the run was cancelled before, or the thread interrupted
     */
    public void each(int tasks, IntConsumer task) {
        Tasks.run(this, tasks, task);
    }
}
