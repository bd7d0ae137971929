package io.lendcrm.scoring.likelihood;

import io.lendcrm.core.model.Run;

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
        run.each(sums.length, block -> kernel.add(block * ROWS, Math.min(rows, (block + 1) * ROWS), sums[block]));
        return total(sums, width);
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
}
