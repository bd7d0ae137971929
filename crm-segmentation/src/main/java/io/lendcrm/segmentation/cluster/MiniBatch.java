package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.Run;
import java.util.SplittableRandom;

/**
 * Mini-batches (Sculley 2010, "Web-scale k-means clustering"): random rows, drawn with repetition, go to their nearest
 * centres, and each centre becomes the mean of all rows that it was ever given. Where it began has no weight, so that a
 * poor start is left behind.
 */
final class MiniBatch {

    private final Points points;
    private final int k;
    private final int size;

    MiniBatch(Points points, int k, int size) {
        this.points = points;
        this.k = k;
        this.size = Math.min(size, points.n);
    }

    /** As many batches as hold the rows of one pass, but not more than so many; how many there were. */
    int improve(double[] centres, int most, SplittableRandom random, Run run) {
        long[] weight = new long[k];
        int batches = Math.min(most, (points.n + size - 1) / size);
        for (int b = 0; b < batches; b++) {
            int[] rows = random.ints(size, 0, points.n).toArray();
            run.each(1, one -> step(points.select(rows), centres, weight)); // asks whether to go on
        }
        return batches;
    }

    private void step(Points batch, double[] centres, long[] weight) {
        int d = batch.d;
        DistanceKernel kernel = new DistanceKernel(batch, k);
        double[] sum = new double[k * d];
        int[] count = new int[k];
        for (int tile = 0; tile < batch.tiles(); tile++) {
            kernel.nearest(tile, centres);
            for (int i = 0; i < batch.rows(tile); i++) {
                int nearest = kernel.nearest[i];
                count[nearest]++;
                for (int j = 0; j < d; j++) {
                    sum[nearest * d + j] += batch.column(tile, j)[i];
                }
            }
        }
        for (int c = 0; c < k; c++) {
            weight[c] += count[c];
            for (int at = c * d; at < (c + 1) * d && count[c] > 0; at++) {
                centres[at] += (sum[at] - count[c] * centres[at]) / weight[c];
            }
        }
    }
}
