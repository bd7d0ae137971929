package io.lendcrm.segmentation.density;

import java.util.Arrays;

/**
 * Rows without repetition, one behind the other, and how many clients each stands for: a million equal clients are one row.
 */
final class DistinctRows {

    private final int d;
    private final double[] x;
    private final int[] clients;

    /**
     * @param d how many coordinates a row has
     * @param x coordinate j of row i at i · d + j
     * @param clients how many clients have each row
     */
    DistinctRows(int d, double[] x, int[] clients) {
        this.d = d;
        this.x = x;
        this.clients = clients;
    }

    int d() {
        return d;
    }

    double[] x() {
        return x;
    }

    int[] clients() {
        return clients;
    }

    int rows() {
        return clients.length;
    }

    static DistinctRows of(double[][] columns) {
        int n = columns[0].length;
        int d = columns.length;
        double[] x = new double[Math.multiplyExact(n, d)];
        int[] clients = new int[n];
        int mask = Integer.highestOneBit(Math.max(8, n)) * 4 - 1;
        int[] table = new int[mask + 1]; // row + 1; 0 is free
        int rows = 0;
        for (int i = 0; i < n; i++) {
            int at = rows * d;
            long hash = 0;
            for (int j = 0; j < d; j++) {
                double value = columns[j][i] + 0.0; // one zero
                x[at + j] = value;
                hash = (hash ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            int slot = (int) (hash ^ hash >>> 15) & mask;
            while (table[slot] != 0 && !Arrays.equals(x, (table[slot] - 1) * d, table[slot] * d, x, at, at + d)) {
                slot = slot + 1 & mask;
            }
            if (table[slot] == 0) {
                table[slot] = ++rows;
            }
            clients[table[slot] - 1]++;
        }
        return new DistinctRows(d, Arrays.copyOf(x, rows * d), Arrays.copyOf(clients, rows));
    }

    /** The rows of some places. */
    DistinctRows only(int[] places) {
        double[] kept = new double[places.length * d];
        int[] count = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(x, places[i] * d, kept, i * d, d);
            count[i] = clients[places[i]];
        }
        return new DistinctRows(d, kept, count);
    }

    /** Compares two rows coordinate by coordinate. */
    int compare(int one, int other) {
        return Arrays.compare(x, one * d, (one + 1) * d, x, other * d, (other + 1) * d);
    }
}
