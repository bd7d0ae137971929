package io.lendcrm.scoring.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.model.Run;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static final int ROWS = 100_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final Run run = Run.sequential().on(pool, 2);

    @AfterEach
    void stop() {
        pool.shutdown();
    }

    @Test
    void addsUpWhatEveryRowContributes() {
        assertThat(Blocks.sum(ROWS, 1, run, (from, to, out) -> out[0] += to - from))
                .containsExactly(ROWS);
    }

    @Test
    void anErrorOnAnotherThreadIsNeverASumWithoutItsBlock() {
        Thread caller = Thread.currentThread();
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> Blocks.sum(ROWS, 1, run, (from, to, out) -> {
                    if (Thread.currentThread() != caller) {
                        failed.countDown();
                        throw new StackOverflowError();
                    }
                    awaited(failed);
                    out[0] += to - from;
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
