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

    /** How many tiles of rows are a task of their own. */
    static final int TILES = 32;

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
        this.blocks = (points.tiles() + TILES - 1) / TILES;
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
        DistanceKernel kernel = new DistanceKernel(points, k);
        int[] label = partition.label;
        double[] sum = sums[block];
        int[] count = counts[block];
        Arrays.fill(sum, 0);
        Arrays.fill(count, 0);
        double total = 0;
        boolean any = false;
        int to = Math.min(points.tiles(), (block + 1) * TILES);
        for (int tile = block * TILES; tile < to; tile++) {
            kernel.nearest(tile, partition.centres);
            int rows = points.rows(tile);
            for (int i = 0, row = tile * Points.TILE; i < rows; i++, row++) {
                int nearest = kernel.nearest[i];
                any |= label[row] != nearest;
                label[row] = nearest;
                total += kernel.least[i];
                count[nearest]++;
            }
            addUp(tile, kernel.nearest, sum);
        }
        within[block] = total;
        changed[block] = any;
    }

    private void addUp(int tile, int[] nearest, double[] sum) {
        int d = points.d;
        int rows = points.rows(tile);
        int j = 0;
        for (; j + 4 <= d; j += 4) { // four chains of additions at a time
            double[] x0 = points.column(tile, j);
            double[] x1 = points.column(tile, j + 1);
            double[] x2 = points.column(tile, j + 2);
            double[] x3 = points.column(tile, j + 3);
            for (int i = 0; i < rows; i++) {
                int at = nearest[i] * d + j;
                sum[at] += x0[i];
                sum[at + 1] += x1[i];
                sum[at + 2] += x2[i];
                sum[at + 3] += x3[i];
            }
        }
        for (; j < d; j++) {
            double[] x = points.column(tile, j);
            for (int i = 0; i < rows; i++) {
                sum[nearest[i] * d + j] += x[i];
            }
        }
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
        double[] row = new double[d];
        for (int c = 0; c < k; c++) {
            if (partition.size[c] > 0) {
                continue;
            }
            int farthest = -1;
            double most = -1;
            for (int i = 0; i < points.n; i++) {
                int own = partition.label[i];
                points.copyRow(i, row, 0);
                double distance = 0;
                for (int j = 0; j < d; j++) {
                    double difference = row[j] - partition.centres[own * d + j];
                    distance += difference * difference;
                }
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
            points.copyRow(farthest, partition.centres, c * d);
        }
    }
}
