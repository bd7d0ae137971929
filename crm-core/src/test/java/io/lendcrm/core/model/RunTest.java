package io.lendcrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final Run run = Run.sequential().on(pool, 2);

    @AfterEach
    void stop() {
        pool.shutdown();
    }

    @Test
    void everyTaskIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(50);
        run.each(50, done::incrementAndGet);
        for (int i = 0; i < 50; i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void anErrorOnAnotherThreadIsNeverAResultWithoutItsTask() {
        Thread caller = Thread.currentThread();
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> run.each(50, task -> {
                    if (Thread.currentThread() != caller) {
                        failed.countDown();
                        throw new StackOverflowError();
                    }
                    awaited(failed);
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aCancelledRunBeginsNothing() {
        assertThatThrownBy(() -> run.withCancellation(() -> true).each(5, task -> {
                    throw new AssertionError(task);
                }))
                .isInstanceOf(CancellationException.class);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
