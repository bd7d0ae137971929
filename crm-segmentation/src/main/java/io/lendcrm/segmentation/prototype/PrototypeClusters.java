package io.lendcrm.segmentation.prototype;

import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Prototypes with the sizes of their clusters, the sums of distances to them, and how far a client may be to count as
 * inside.
 */
final class PrototypeClusters {

    static final int NO_LEVEL = -1;

    /** The coordinates of the numbers, and the levels of the others; {@link #NO_LEVEL} where no row had a known one. */
    final double[][] centres;

    final int[][] modes;
    final long[] sizes;
    final double[] sums;
    final double[] limits;

    PrototypeClusters(double[][] centres, int[][] modes, long[] sizes, double[] sums, double[] limits) {
        this.centres = centres;
        this.modes = modes;
        this.sizes = sizes;
        this.sums = sums;
        this.limits = limits;
    }

    /**
     * The largest first. Rows as near to several prototypes go to the first of them, as new clients do, so that sizes
     * depend on the order and the order on sizes: it is sorted again until it stays, at most so many times as there
     * are clusters.
     */
    static PrototypeClusters of(Partition found, double inside) {
        MixedRows rows = found.rows;
        Prototypes prototypes = ordered(found.prototypes, rows, found.weight);
        int[] label = nearest(prototypes, rows);
        for (int i = 0; i < found.k; i++) {
            Prototypes sorted = ordered(prototypes, rows, sizes(label, rows, found.k));
            if (Arrays.equals(sorted.centres, prototypes.centres) && Arrays.equals(sorted.modes, prototypes.modes)) {
                break;
            }
            prototypes = sorted;
            label = nearest(prototypes, rows);
        }
        double[] sums = new double[found.k];
        double[] limits = new double[found.k];
        for (int c = 0; c < found.k; c++) {
            takeStock(c, prototypes, rows, label, inside, sums, limits);
        }
        int[][] modes = new int[found.k][rows.q];
        double[][] centres = new double[found.k][];
        for (int c = 0; c < found.k; c++) {
            centres[c] = Arrays.copyOfRange(prototypes.centres, c * rows.p, (c + 1) * rows.p);
            for (int j = 0; j < rows.q; j++) {
                int mode = prototypes.modes[c * rows.q + j];
                modes[c][j] = mode < 0 ? NO_LEVEL : mode - rows.firstCode[j];
            }
        }
        return new PrototypeClusters(centres, modes, sizes(label, rows, found.k), sums, limits);
    }

    private static Prototypes ordered(Prototypes prototypes, MixedRows rows, long[] sizes) {
        int p = rows.p;
        int q = rows.q;
        int[] order = IntStream.range(0, prototypes.k)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> -sizes[c])
                        .thenComparing((a, b) -> Arrays.compare(
                                prototypes.centres, a * p, (a + 1) * p, prototypes.centres, b * p, (b + 1) * p))
                        .thenComparing((a, b) -> Arrays.compare(
                                prototypes.modes, a * q, (a + 1) * q, prototypes.modes, b * q, (b + 1) * q)))
                .mapToInt(c -> c)
                .toArray();
        Prototypes sorted = Prototypes.empty(rows, prototypes.k);
        for (int c = 0; c < order.length; c++) {
            System.arraycopy(prototypes.centres, order[c] * p, sorted.centres, c * p, p);
            System.arraycopy(prototypes.modes, order[c] * q, sorted.modes, c * q, q);
        }
        return sorted;
    }

    private static int[] nearest(Prototypes prototypes, MixedRows rows) {
        int[] label = new int[rows.n];
        for (int i = 0; i < rows.n; i++) {
            double least = prototypes.distance(rows, i, 0);
            for (int c = 1; c < prototypes.k; c++) {
                double other = prototypes.distance(rows, i, c);
                if (other < least) {
                    least = other;
                    label[i] = c;
                }
            }
        }
        return label;
    }

    private static long[] sizes(int[] label, MixedRows rows, int k) {
        long[] sizes = new long[k];
        for (int i = 0; i < rows.n; i++) {
            sizes[label[i]] += rows.weight[i];
        }
        return sizes;
    }

    private static void takeStock(
            int cluster,
            Prototypes prototypes,
            MixedRows rows,
            int[] label,
            double inside,
            double[] sums,
            double[] limits) {
        int[] own = IntStream.range(0, rows.n).filter(i -> label[i] == cluster).toArray();
        double[] distance = IntStream.of(own)
                .mapToDouble(i -> prototypes.distance(rows, i, cluster))
                .toArray();
        CompensatedSum sum = new CompensatedSum();
        long size = 0;
        for (int m = 0; m < own.length; m++) {
            sum.add(rows.weight[own[m]] * distance[m]);
            size += rows.weight[own[m]];
        }
        sums[cluster] = sum.value();
        int[] byDistance = IntStream.range(0, own.length)
                .boxed()
                .sorted(Comparator.comparingDouble(m -> distance[m]))
                .mapToInt(m -> m)
                .toArray();
        long wanted = (long) Math.ceil(inside * size);
        long seen = 0;
        for (int m = 0; m < own.length && seen < wanted; m++) {
            limits[cluster] = distance[byDistance[m]];
            seen += rows.weight[own[byDistance[m]]];
        }
    }

    double cost() {
        CompensatedSum sum = new CompensatedSum();
        for (double part : sums) {
            sum.add(part);
        }
        return sum.value();
    }
}
