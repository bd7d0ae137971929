package io.lendcrm.segmentation.migration;

import java.util.Arrays;

/**
 * The one-to-one matching of rows with columns of the greatest total, by shortest augmenting paths with potentials in time
 * cubic in the longer side (Kuhn, Naval Research Logistics Quarterly 2, 1955; Munkres, J. SIAM 5, 1957). A table that isn't
 * square is filled up with zeros.
 */
final class MaximumMatching {

    private static final int FREE = -1;

    private final long[][] cost;
    private final int n;
    private final long[] rowPotential;
    private final long[] columnPotential;
    private final int[] rowOf;

    private MaximumMatching(long[][] gain, int n) {
        this.n = n;
        cost = new long[n][n];
        for (int i = 0; i < gain.length; i++) {
            for (int j = 0; j < gain[i].length; j++) {
                cost[i][j] = -gain[i][j];
            }
        }
        rowPotential = new long[n];
        columnPotential = new long[n + 1];
        rowOf = new int[n + 1];
        Arrays.fill(rowOf, FREE);
    }

    /** The column of each row; -1 for a row that has none but one of the filling, or gains nothing. */
    static int[] of(long[][] gain, int columns) {
        MaximumMatching matching = new MaximumMatching(gain, Math.max(gain.length, columns));
        for (int row = 0; row < matching.n; row++) {
            matching.add(row);
        }
        int[] columnOf = new int[gain.length];
        Arrays.fill(columnOf, FREE);
        for (int j = 0; j < columns; j++) {
            int row = matching.rowOf[j];
            if (row < gain.length && gain[row][j] > 0) {
                columnOf[row] = j;
            }
        }
        return columnOf;
    }

    /** Brings in one more row by the cheapest chain of exchanges, which begins at the column n that isn't one. */
    private void add(int row) {
        long[] slack = new long[n];
        Arrays.fill(slack, Long.MAX_VALUE);
        int[] before = new int[n];
        boolean[] done = new boolean[n + 1];
        rowOf[n] = row;
        int at = n;
        while (rowOf[at] != FREE) {
            done[at] = true;
            int next = relax(at, slack, before, done);
            long step = slack[next];
            for (int j = 0; j <= n; j++) {
                if (done[j]) {
                    rowPotential[rowOf[j]] += step;
                    columnPotential[j] -= step;
                } else {
                    slack[j] -= step;
                }
            }
            at = next;
        }
        while (at != n) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }

    private int relax(int at, long[] slack, int[] before, boolean[] done) {
        int own = rowOf[at];
        int nearest = FREE;
        for (int j = 0; j < n; j++) {
            if (!done[j]) {
                long reduced = cost[own][j] - rowPotential[own] - columnPotential[j];
                if (reduced < slack[j]) {
                    slack[j] = reduced;
                    before[j] = at;
                }
                if (nearest == FREE || slack[j] < slack[nearest]) {
                    nearest = j;
                }
            }
        }
        return nearest;
    }
}
