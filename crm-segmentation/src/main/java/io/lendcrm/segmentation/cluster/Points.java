package io.lendcrm.segmentation.cluster;

import java.util.SplittableRandom;

/**
 * Scaled rows in tiles of {@value #TILE}, each column of a tile an array of its own: what C2 of JDK 17 and later turns
 * into vector instructions is a loop over arrays at one and the same index.
 */
final class Points {

    static final int TILE = 256;

    final int n;
    final int d;
    private final double[][] columns;

    private Points(int n, int d) {
        this.n = n;
        this.d = d;
        this.columns = new double[(n + TILE - 1) / TILE * d][];
        for (int at = 0; at < columns.length; at++) {
            columns[at] = new double[rows(at / d)];
        }
    }

    static Points ofColumns(int rows, double[][] columns) {
        Points points = new Points(rows, columns.length);
        for (int tile = 0; tile < points.tiles(); tile++) {
            for (int j = 0; j < points.d; j++) {
                System.arraycopy(columns[j], tile * TILE, points.column(tile, j), 0, points.rows(tile));
            }
        }
        return points;
    }

    int tiles() {
        return (n + TILE - 1) / TILE;
    }

    /** How many rows a tile has: all but the last are full. */
    int rows(int tile) {
        return Math.min(TILE, n - tile * TILE);
    }

    /** The values of a tile's rows; not to be changed. */
    double[] column(int tile, int j) {
        return columns[tile * d + j];
    }

    /** So many rows at random, none twice, in their order (selection sampling, Knuth, TAOCP 3.4.2 S). */
    Points sample(int size, SplittableRandom random) {
        int[] chosen = new int[size];
        int taken = 0;
        for (int i = 0; taken < size; i++) {
            if (random.nextDouble() * (n - i) < size - taken) {
                chosen[taken++] = i;
            }
        }
        return select(chosen);
    }

    /** These rows. */
    Points select(int[] rows) {
        Points selected = new Points(rows.length, d);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                selected.column(i / TILE, j)[i % TILE] = column(rows[i] / TILE, j)[rows[i] % TILE];
            }
        }
        return selected;
    }

    /** Copies a row behind a place. */
    void copyRow(int row, double[] target, int at) {
        for (int j = 0; j < d; j++) {
            target[at + j] = column(row / TILE, j)[row % TILE];
        }
    }

    /** Coordinate j of row i at i * d + j: for those who go row by row. */
    double[] toRows() {
        double[] rows = new double[Math.multiplyExact(n, d)];
        for (int i = 0; i < n; i++) {
            copyRow(i, rows, i * d);
        }
        return rows;
    }
}
