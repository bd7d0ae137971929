package io.lendcrm.segmentation.mixture;

import java.util.Arrays;

/**
 * The log densities of some rows under every component, an array a feature, so that the inner loops become vector instructions.
 * Each number is made by the same operations in the same order as {@link Components#logDensity}, hence with the same bits. Not
 * thread-safe; confine to one thread.
 */
final class DensityTile {

    /** Enough for long loops, few enough that all arrays stay in the nearest cache. */
    static final int ROWS = 128;

    private final Components components;
    private final int k;
    private final int d;
    private final double[][] column;
    private final double[][] difference;
    private final double[][] log;
    private final double[] z = new double[ROWS];

    DensityTile(Components components) {
        this.components = components;
        this.k = components.k;
        this.d = components.d;
        this.column = new double[d][ROWS];
        this.difference = new double[d][ROWS];
        this.log = new double[k][ROWS];
    }

    /** Takes rows that stand one after the other, the first of them {@code first}. */
    void take(double[] x, int first, int rows) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < d; j++) {
                column[j][r] = x[(first + r) * d + j];
            }
        }
        for (int c = 0; c < k; c++) {
            fill(c, log[c], rows);
        }
    }

    /** Copies the log densities of a row and gives their maximum. */
    double logDensities(int row, double[] into) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < k; c++) {
            into[c] = log[c][row];
            most = Math.max(most, into[c]);
        }
        return most;
    }

    private void fill(int c, double[] squared, int rows) {
        for (int j = 0; j < d; j++) {
            subtract(column[j], components.mean[c * d + j], difference[j], rows);
        }
        double[] whitening = components.whitening();
        int at = c * Components.triangle(d);
        Arrays.fill(squared, 0, rows, 0);
        for (int i = 0; i < d; i++) {
            multiply(difference[i], whitening[at + i], z, rows);
            for (int j = 0; j < i && !components.alongAxes(); j++) {
                addMultiple(difference[j], whitening[at + j], z, rows);
            }
            addSquares(z, squared, rows);
            at += i + 1;
        }
        double constant = components.constant(c);
        for (int r = 0; r < rows; r++) {
            squared[r] = constant - 0.5 * squared[r];
        }
    }

    private static void subtract(double[] a, double b, double[] into, int rows) {
        for (int r = 0; r < rows; r++) {
            into[r] = a[r] - b;
        }
    }

    private static void multiply(double[] a, double b, double[] into, int rows) {
        for (int r = 0; r < rows; r++) {
            into[r] = a[r] * b;
        }
    }

    private static void addMultiple(double[] a, double b, double[] to, int rows) {
        for (int r = 0; r < rows; r++) {
            to[r] += a[r] * b;
        }
    }

    private static void addSquares(double[] a, double[] to, int rows) {
        for (int r = 0; r < rows; r++) {
            to[r] += a[r] * a[r];
        }
    }
}
