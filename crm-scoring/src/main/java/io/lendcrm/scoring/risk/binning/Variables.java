package io.lendcrm.scoring.risk.binning;

import io.lendcrm.core.model.Run;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Work on variables that don't know each other, on as many threads as a run has. The caller works too, so that an executor
 * that never comes to it can't block it.
 */
final class Variables implements Runnable {

    private final int size;
    private final Run run;
    private final IntConsumer work;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch undone;
    private final AtomicReferenceArray<@Nullable Throwable> failures;

    private Variables(int size, Run run, IntConsumer work) {
        this.size = size;
        this.run = run;
        this.work = work;
        this.undone = new CountDownLatch(size);
        this.failures = new AtomicReferenceArray<>(size);
    }

    static void each(int size, Run run, IntConsumer work) {
        Variables variables = new Variables(size, run, work);
        for (int task = 1; task < Math.min(run.threads(), size); task++) {
            run.executor().execute(variables);
        }
        variables.run();
        variables.await();
    }

    @Override
    public void run() {
        for (int variable = next.getAndIncrement(); variable < size; variable = next.getAndIncrement()) {
            try {
                if (run.cancelled().getAsBoolean()) {
                    throw new CancellationException("cancelled before variable " + variable);
                }
                work.accept(variable);
            } catch (RuntimeException | Error e) { // an Error too: without its variable the model would lack one
                failures.set(variable, e);
            } finally {
                undone.countDown();
            }
        }
    }

    /** Waits for all, then throws the failure of the first variable that has one: the same on any number of threads. */
    private void await() {
        try {
            undone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        for (int variable = 0; variable < size; variable++) {
            Throwable failed = failures.get(variable);
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
