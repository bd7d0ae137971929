package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.Arrays;

/**
 * Lloyd's iteration (Lloyd 1957, 1982): every row to its nearest centre, every centre to the mean of its rows. Sums are
 * taken in fixed blocks of rows that are added up in their order, so that threads change no bit. Among equally near
 * centres the first one wins. A cluster that loses all rows takes the row that lies farthest from its own centre.
 */
final class Lloyd {

    static final int BLOCK = 8192;

    private final Points points;
    private final int k;
    private final Run run;
    private final int blocks;
    private final double[][] sums;
    private final int[][] counts;
    private final double[] within;
    private final boolean[] changed;

    Lloyd(Points points, int k, Run run) {
        this.points = points;
        this.k = k;
        this.run = run;
        this.blocks = (points.n + BLOCK - 1) / BLOCK;
        this.sums = new double[blocks][k * points.d];
        this.counts = new int[blocks][k];
        this.within = new double[blocks];
        this.changed = new boolean[blocks];
    }

    /**
     * Iterates until no row changes its cluster, or an iteration lowers the within sum of squares by less than a part of
     * it, or there were enough iterations. The centres are the means of the labelled rows afterwards.
     */
    void iterate(Partition partition, double tolerance, int most) {
        partition.converged = false;
        double before = Double.POSITIVE_INFINITY;
        Arrays.fill(partition.label, -1);
        for (int i = 0; i < most && !partition.converged; i++) {
            boolean moved = assign(partition);
            boolean filled = update(partition);
            partition.iterations++;
            double now = partition.withinSumOfSquares;
            partition.converged = !filled && (!moved || before - now <= tolerance * now);
            before = now;
            run.progress().accept(KMeansModel.TYPE + ": iteration " + partition.iterations + ", " + now);
        }
    }

    private boolean assign(Partition partition) {
        run.each(blocks, block -> assign(partition, block));
        boolean any = false;
        CompensatedSum sum = new CompensatedSum();
        for (int b = 0; b < blocks; b++) {
            any |= changed[b];
            sum.add(within[b]);
        }
        partition.withinSumOfSquares = sum.value();
        return any;
    }

    private void assign(Partition partition, int block) {
        int d = points.d;
        double[] x = points.x;
        double[] centres = partition.centres;
        int[] label = partition.label;
        double[] sum = sums[block];
        int[] count = counts[block];
        Arrays.fill(sum, 0);
        Arrays.fill(count, 0);
        double total = 0;
        boolean any = false;
        int to = Math.min(points.n, (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < to; i++) {
            int row = i * d;
            double least = Double.POSITIVE_INFINITY;
            int nearest = 0;
            for (int c = 0, at = 0; c < k; c++, at += d) {
                double distance = 0;
                for (int j = 0; j < d; j++) {
                    double difference = x[row + j] - centres[at + j];
                    distance += difference * difference;
                }
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            any |= label[i] != nearest;
            label[i] = nearest;
            total += least;
            count[nearest]++;
            int at = nearest * d;
            for (int j = 0; j < d; j++) {
                sum[at + j] += x[row + j];
            }
        }
        within[block] = total;
        changed[block] = any;
    }

    /** Moves the centres to the means; true if an empty cluster had to be filled. */
    private boolean update(Partition partition) {
        Arrays.fill(partition.size, 0);
        for (int[] count : counts) {
            for (int c = 0; c < k; c++) {
                partition.size[c] += count[c];
            }
        }
        int d = points.d;
        boolean empty = false;
        for (int c = 0; c < k; c++) {
            empty |= partition.size[c] == 0;
            for (int j = 0; j < d && partition.size[c] > 0; j++) {
                CompensatedSum sum = new CompensatedSum();
                for (double[] block : sums) {
                    sum.add(block[c * d + j]);
                }
                partition.centres[c * d + j] = sum.value() / partition.size[c];
            }
        }
        if (empty) {
            fill(partition);
        }
        return empty;
    }

    private void fill(Partition partition) {
        int d = points.d;
        for (int c = 0; c < k; c++) {
            if (partition.size[c] > 0) {
                continue;
            }
            int farthest = -1;
            double most = -1;
            for (int i = 0; i < points.n; i++) {
                int own = partition.label[i];
                double distance = points.squaredDistance(i, partition.centres, own * d);
                if (partition.size[own] > 1 && distance > most) {
                    most = distance;
                    farthest = i;
                }
            }
            if (!(most > 0)) {
                throw new FitException(
                        KMeansModel.TYPE,
                        "the rows have fewer distinct values than the " + k + " clusters",
                        "fewer clusters");
            }
            partition.size[partition.label[farthest]]--;
            partition.size[c] = 1;
            partition.label[farthest] = c;
            System.arraycopy(points.x, farthest * d, partition.centres, c * d, d);
        }
    }
}
