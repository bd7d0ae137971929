package io.lendcrm.scoring.likelihood;

import io.lendcrm.core.model.Run;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sums over many rows, taken block by block on as many threads as a run has. The blocks are the same for any number of
 * threads and their sums are added in order with compensation (Neumaier 1974), so that a result has the same bits on one
 * thread as on ten. Stateless and thread-safe.
 */
public final class Blocks {

    private static final int ROWS = 2048;

    private Blocks() {}

    /** Adds up a block of rows. */
    @FunctionalInterface
    public interface Kernel {
        /**
         * Adds to the sums what rows contribute.
         *
         * @param from the first row
         * @param to the row after the last
         * @param sums to add to
         */
        void add(int from, int to, double[] sums);
    }

    /**
     * The sums over all rows.
     *
     * @param rows how many rows
     * @param width how many sums
     * @param run its threads take part
     * @param kernel adds up a block of rows; called by several threads
     * @return the sums
     */
    public static double[] sum(int rows, int width, Run run, Kernel kernel) {
        double[][] sums = new double[(rows + ROWS - 1) / ROWS][width];
        finish(new Work(rows, ROWS, sums, kernel), run);
        return total(sums, width);
    }

    /**
     * Does tasks that have nothing to do with each other, each on one thread.
     *
     * @param tasks how many
     * @param run its threads take part
     * @param task does the task of a number from 0; called by several threads
     */
    public static void each(int tasks, Run run, IntConsumer task) {
        finish(new Work(tasks, 1, new double[tasks][0], (from, to, none) -> task.accept(from)), run);
    }

    private static void finish(Work work, Run run) {
        for (int task = 1; task < Math.min(run.threads(), work.sums.length); task++) {
            run.executor().execute(work);
        }
        work.run();
        work.await();
    }

    private static double[] total(double[][] sums, int width) {
        double[] total = new double[width];
        double[] lost = new double[width];
        for (double[] block : sums) {
            for (int k = 0; k < width; k++) {
                double sum = total[k] + block[k];
                lost[k] += Math.abs(total[k]) >= Math.abs(block[k])
                        ? total[k] - sum + block[k]
                        : block[k] - sum + total[k];
                total[k] = sum;
            }
        }
        for (int k = 0; k < width; k++) {
            total[k] += lost[k];
        }
        return total;
    }

    /** Takes blocks until none is left. The caller works too, so that an executor that never comes to it can't block it. */
    private static final class Work implements Runnable {

        private final int rows;
        private final int size;
        private final double[][] sums;
        private final Kernel kernel;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch undone;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Work(int rows, int size, double[][] sums, Kernel kernel) {
            this.rows = rows;
            this.size = size;
            this.sums = sums;
            this.kernel = kernel;
            this.undone = new CountDownLatch(sums.length);
        }

        @Override
        public void run() {
            for (int block = next.getAndIncrement(); block < sums.length; block = next.getAndIncrement()) {
                try {
                    kernel.add(block * size, Math.min(rows, (block + 1) * size), sums[block]);
                } catch (RuntimeException | Error e) { // an Error too: without its block the sum would be wrong
                    failure.compareAndSet(null, e);
                } finally {
                    undone.countDown();
                }
            }
        }

        void await() {
            try {
                undone.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
            Throwable failed = failure.get();
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
