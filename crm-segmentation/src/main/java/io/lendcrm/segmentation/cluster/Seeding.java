package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.model.FitException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Greedy k-means++: each next centre is the best of 2 + ⌊ln k⌋ rows drawn with chances proportional to the squared
 * distance to the nearest centre so far (Arthur and Vassilvitskii 2007; Grunau et al. 2023 on the greedy form).
 */
final class Seeding {

    private final Points points;
    private final int k;
    private final SplittableRandom random;
    private final DistanceKernel kernel;
    private final double[] squared;

    Seeding(Points points, int k, SplittableRandom random) {
        this.points = points;
        this.k = k;
        this.random = random;
        this.kernel = new DistanceKernel(points, 1);
        this.squared = new double[Math.min(points.n, Points.TILE)];
    }

    /** {@return k distinct rows as centres} */
    double[] centres() {
        int n = points.n;
        int d = points.d;
        double[] centres = new double[k * d];
        double[] nearest = new double[n];
        double[] best = new double[n];
        double[] tried = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double total = take(random.nextInt(n), nearest, nearest, centres, 0);
        int trials = 2 + (int) Math.log(k);
        for (int c = 1; c < k; c++) {
            if (!(total > 0)) {
                throw new FitException(
                        KMeansModel.TYPE,
                        "the rows have " + c + " distinct values for " + k + " clusters",
                        "at most " + c + " clusters");
            }
            double least = Double.POSITIVE_INFINITY;
            double[] centre = new double[d];
            for (int t = 0; t < trials; t++) {
                double[] candidate = new double[d];
                double left = take(draw(nearest, total), nearest, tried, candidate, 0);
                if (left < least) {
                    least = left;
                    centre = candidate;
                    double[] swap = best;
                    best = tried;
                    tried = swap;
                }
            }
            System.arraycopy(centre, 0, centres, c * d, d);
            System.arraycopy(best, 0, nearest, 0, n);
            total = least;
        }
        return centres;
    }

    /** Makes a row a centre; what its coming leaves of the squared distances goes to left. */
    private double take(int row, double[] nearest, double[] left, double[] centres, int at) {
        points.copyRow(row, centres, at);
        double sum = 0;
        for (int tile = 0, i = 0; tile < points.tiles(); tile++) {
            kernel.measure(tile, centres, at, squared);
            for (int r = 0; r < points.rows(tile); r++, i++) {
                left[i] = Math.min(nearest[i], squared[r]);
                sum += left[i];
            }
        }
        return sum;
    }

    private int draw(double[] weights, double total) {
        double target = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                target -= weights[i];
                if (target < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
