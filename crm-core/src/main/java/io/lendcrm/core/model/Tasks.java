package io.lendcrm.core.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbered tasks on a run's threads. Each writes to its own place, so that their order doesn't matter. */
final class Tasks {

    private Tasks() {}

    /** Does tasks 0 to count - 1; the caller takes part, so that a busy executor delays and never blocks. */
    static void run(Run run, int count, IntConsumer task) {
        if (run.cancelled().getAsBoolean()) {
            throw new CancellationException("the fit was cancelled");
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch open = new CountDownLatch(count);
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    task.accept(i);
                } catch (RuntimeException | Error e) { // an Error too: without its task the result would be wrong
                    failure.compareAndSet(null, e);
                } finally {
                    open.countDown();
                }
            }
        };
        for (int t = 1; t < Math.min(run.threads(), count); t++) {
            run.executor().execute(worker);
        }
        worker.run();
        await(open);
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void await(CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the fit was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }
}
