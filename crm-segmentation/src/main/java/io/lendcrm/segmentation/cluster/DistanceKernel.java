package io.lendcrm.segmentation.cluster;

import java.util.Arrays;

/**
 * The squared distances of a tile's rows to all centres, and the nearest of them: where k-means spends its time. All
 * passes over rows go through here, so that this is the one class to give another body, of the Vector API say.
 *
 * <p>The loops are for C2, which makes vector instructions of them on JDK 17: arrays at one and the same index, no
 * branch, {@code Math.min} for a comparison. The index of the least is found by arithmetic: the excess over the least
 * distance is 0 for the nearest centre alone, and any other one becomes huge by two factors of 2⁶⁰⁰. So the result is
 * that of comparing one by one, to the last bit: the first of equally near centres. Not thread-safe; confine to one
 * thread.
 */
final class DistanceKernel {

    private static final double HUGE = 0x1p600;

    private final Points points;
    private final int k;
    private final double[][] distance;
    private final double[] which;

    /** The squared distance of each row to its nearest centre; not finite if none is. */
    final double[] least;

    /** The nearest centre of each row; 0 if there is none. */
    final int[] nearest;

    DistanceKernel(Points points, int k) {
        int rows = Math.min(points.n, Points.TILE);
        this.points = points;
        this.k = k;
        this.distance = new double[k][rows];
        this.which = new double[rows];
        this.least = new double[rows];
        this.nearest = new int[rows];
    }

    /** Finds the nearest centre of each row of a tile; centre c begins at c · d. */
    void nearest(int tile, double[] centres) {
        int rows = points.rows(tile);
        for (int c = 0; c < k; c++) {
            measure(tile, centres, c * points.d, distance[c]);
        }
        System.arraycopy(distance[0], 0, least, 0, rows);
        for (int c = 1; c < k; c++) {
            lower(least, distance[c], rows);
        }
        Arrays.fill(which, k);
        for (int c = 0; c < k; c++) {
            choose(which, c, distance[c], least, rows);
        }
        for (int i = 0; i < rows; i++) {
            nearest[i] = (int) which[i];
        }
    }

    /** The squared distances of a tile's rows to the centre that begins at a place. */
    void measure(int tile, double[] centres, int at, double[] squared) {
        int d = points.d;
        int rows = points.rows(tile);
        Arrays.fill(squared, 0, rows, 0);
        int j = 0;
        for (; j + 4 <= d; j += 4) {
            addFour(
                    squared,
                    points.column(tile, j),
                    points.column(tile, j + 1),
                    points.column(tile, j + 2),
                    points.column(tile, j + 3),
                    centres,
                    at + j,
                    rows);
        }
        for (; j < d; j++) {
            addOne(squared, points.column(tile, j), centres[at + j], rows);
        }
    }

    private static void addFour(
            double[] squared, double[] a, double[] b, double[] c, double[] d, double[] centres, int at, int rows) {
        double ca = centres[at];
        double cb = centres[at + 1];
        double cc = centres[at + 2];
        double cd = centres[at + 3];
        for (int i = 0; i < rows; i++) {
            double da = a[i] - ca;
            double db = b[i] - cb;
            double dc = c[i] - cc;
            double dd = d[i] - cd;
            squared[i] = squared[i] + da * da + db * db + dc * dc + dd * dd;
        }
    }

    private static void addOne(double[] squared, double[] a, double centre, int rows) {
        for (int i = 0; i < rows; i++) {
            double da = a[i] - centre;
            squared[i] = squared[i] + da * da;
        }
    }

    private static void lower(double[] least, double[] other, int rows) {
        for (int i = 0; i < rows; i++) {
            least[i] = Math.min(least[i], other[i]);
        }
    }

    private static void choose(double[] which, double centre, double[] distance, double[] least, int rows) {
        for (int i = 0; i < rows; i++) {
            which[i] = Math.min(which[i], centre + (distance[i] - least[i]) * HUGE * HUGE);
        }
    }
}
