package io.lendcrm.segmentation.prototype;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Rows to start from, each at some distance from those chosen before. */
final class Seeding {

    private final MixedRows rows;
    private final int k;

    Seeding(MixedRows rows, int k) {
        this.rows = rows;
        this.k = k;
    }

    /**
     * Cao's start (Cao, Liang and Bai 2009): the density of a row is the mean share of its levels among all rows. The
     * densest row is the first prototype; each next one is the row with the greatest product of its density and its
     * distance to the nearest one so far. Numbers enter the distance; rows without a nominal feature are equally
     * dense.
     */
    Prototypes cao() {
        double[] density = densities();
        Prototypes start = Prototypes.empty(rows, k);
        double[] nearest = new double[rows.n];
        Arrays.fill(nearest, 1);
        for (int c = 0; c < k; c++) {
            int best = 0;
            for (int i = 1; i < rows.n; i++) {
                if (density[i] * nearest[i] > density[best] * nearest[best]) {
                    best = i;
                }
            }
            start.put(c, rows, best);
            for (int i = 0; i < rows.n; i++) {
                double distance = start.distance(rows, i, c);
                nearest[i] = c == 0 ? distance : Math.min(nearest[i], distance);
            }
        }
        return start;
    }

    private double[] densities() {
        double[] density = new double[rows.n];
        if (rows.q == 0) {
            Arrays.fill(density, 1);
            return density;
        }
        long[] count = new long[rows.codes()];
        for (int i = 0; i < rows.n; i++) {
            for (int j = i * rows.q; j < (i + 1) * rows.q; j++) {
                if (rows.code[j] >= 0) {
                    count[rows.code[j]] += rows.weight[i];
                }
            }
        }
        for (int i = 0; i < rows.n; i++) {
            for (int j = i * rows.q; j < (i + 1) * rows.q; j++) {
                density[i] += rows.code[j] >= 0 ? count[rows.code[j]] : 0;
            }
        }
        return density;
    }

    /**
     * Greedy k-means++ by the mixed distance: each next row is the best of 2 + ⌊ln k⌋, drawn by what they cost so
     * far.
     */
    Prototypes spread(SplittableRandom random) {
        Prototypes start = Prototypes.empty(rows, k);
        double[] nearest = new double[rows.n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double[] best = new double[rows.n];
        double[] tried = new double[rows.n];
        int trials = 2 + (int) Math.log(k);
        for (int c = 0; c < k; c++) {
            double least = Double.POSITIVE_INFINITY;
            int chosen = 0;
            for (int t = 0; t < (c == 0 ? 1 : trials); t++) {
                int row = draw(c == 0 ? null : nearest, random);
                start.put(c, rows, row);
                double left = 0;
                for (int i = 0; i < rows.n; i++) {
                    tried[i] = Math.min(nearest[i], start.distance(rows, i, c));
                    left += rows.weight[i] * tried[i];
                }
                if (left < least) {
                    least = left;
                    chosen = row;
                    double[] kept = best;
                    best = tried;
                    tried = kept;
                }
            }
            start.put(c, rows, chosen);
            System.arraycopy(best, 0, nearest, 0, rows.n);
        }
        return start;
    }

    /** A row drawn by weight times chance, or by weight alone. */
    private int draw(double @Nullable [] chance, SplittableRandom random) {
        double total = 0;
        for (int i = 0; i < rows.n; i++) {
            total += rows.weight[i] * (chance == null ? 1 : chance[i]);
        }
        double target = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < rows.n; i++) {
            double part = rows.weight[i] * (chance == null ? 1 : chance[i]);
            if (part > 0) {
                last = i;
                target -= part;
                if (target < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
