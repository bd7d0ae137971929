package io.lendcrm.segmentation.validity;

import static java.util.Objects.requireNonNull;

import io.lendcrm.segmentation.distance.RowDistances;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How much nearer rows are to their own cluster than to the next one: s = (b − a) / max(a, b), with a the mean distance
 * to the others of the own cluster and b the least mean distance to another cluster. Near 1: well apart; near 0: between
 * two; below 0: rather elsewhere. A row alone in its cluster has 0, as has one with a = b = 0. Means below 0.25 say that
 * there is hardly any structure.
 *
 * <p>Immutable and thread-safe. Source: Rousseeuw, "Silhouettes", J. Comput. Appl. Math. 20 (1987).
 */
public final class Silhouette {

    private final int[] row;
    private final double[] width;
    private final double mean;
    private final double standardError;

    private Silhouette(int of, int[] row, double[] width) {
        this.row = row;
        this.width = width;
        this.mean = Arrays.stream(width).sum() / width.length;
        double squares = Arrays.stream(width).map(w -> (w - mean) * (w - mean)).sum();
        double left = 1 - (double) width.length / of;
        this.standardError = left == 0 ? 0 : Math.sqrt(left * squares / (width.length - 1) / width.length);
    }

    /**
     * The widths of all rows; n² distances, one row's at a time in memory.
     *
     * @param rows the rows and their distance
     * @param labels the cluster of each row
     * @return the silhouette
     * @throws IllegalArgumentException if there aren't as many labels as rows, fewer than two clusters, or two rows have
     *     no distance (NaN)
     */
    public static Silhouette of(RowDistances rows, Labels labels) {
        requireNonNull(labels, "labels").checked(rows.rows());
        int[] all = new int[rows.rows()];
        Arrays.setAll(all, i -> i);
        return of(rows, labels, all);
    }

    /**
     * The exact widths of some rows at random, none twice; so many times n distances. The mean estimates that of all
     * rows without bias, and {@link #standardError} says how well.
     *
     * @param rows the rows and their distance
     * @param labels the cluster of each row
     * @param size how many rows, at least 2; with all or more the silhouette is exact
     * @param seed of the choice
     * @return the silhouette of the rows chosen
     * @throws IllegalArgumentException as {@link #of(RowDistances, Labels)} does, and if size is below 2
     */
    public static Silhouette sampled(RowDistances rows, Labels labels, int size, long seed) {
        if (size < 2) {
            throw new IllegalArgumentException("size must be 2 or more, found " + size);
        }
        int n = rows.rows();
        if (size >= n) {
            return of(rows, labels);
        }
        requireNonNull(labels, "labels").checked(n);
        SplittableRandom random = new SplittableRandom(seed);
        int[] chosen = new int[size];
        int taken = 0;
        for (int i = 0; taken < size; i++) { // selection sampling, Knuth, TAOCP 3.4.2 S
            if (random.nextDouble() * (n - i) < size - taken) {
                chosen[taken++] = i;
            }
        }
        return of(rows, labels, chosen);
    }

    private static Silhouette of(RowDistances rows, Labels labels, int[] chosen) {
        double[] width = new double[chosen.length];
        double[] sum = new double[labels.bound()];
        for (int c = 0; c < chosen.length; c++) {
            int i = chosen[c];
            Arrays.fill(sum, 0);
            for (int j = 0; j < rows.rows(); j++) {
                double distance = j == i ? 0 : rows.between(i, j);
                if (Double.isNaN(distance)) {
                    throw new IllegalArgumentException(
                            "rows must all have a distance, found none between rows " + (i + 1) + " and " + (j + 1));
                }
                sum[labels.cluster(j)] += distance;
            }
            width[c] = width(sum, labels, labels.cluster(i));
        }
        return new Silhouette(rows.rows(), chosen, width);
    }

    private static double width(double[] sum, Labels labels, int own) {
        if (labels.size(own) == 1) {
            return 0;
        }
        double a = sum[own] / (labels.size(own) - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sum.length; c++) {
            if (c != own && labels.size(c) > 0) {
                b = Math.min(b, sum[c] / labels.size(c));
            }
        }
        double most = Math.max(a, b);
        return most == 0 ? 0 : (b - a) / most;
    }

    /** {@return the mean width, in [-1, 1]} */
    public double mean() {
        return mean;
    }

    /** {@return the standard error of the mean for all rows; 0 if all were taken} */
    public double standardError() {
        return standardError;
    }

    /** {@return the rows taken, from 0, in their order} */
    public int[] rows() {
        return row.clone();
    }

    /** {@return the width of each row taken, in [-1, 1]} */
    public double[] widths() {
        return width.clone();
    }

    /** {@return the mean and how many rows it is of} */
    @Override
    public String toString() {
        return "Silhouette[" + mean + " of " + width.length + " rows]";
    }
}
