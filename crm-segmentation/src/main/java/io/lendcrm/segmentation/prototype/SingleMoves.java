package io.lendcrm.segmentation.prototype;

import java.util.Arrays;

/**
 * Hartigan's exchange on the mixed cost: a row moves to another cluster if that lowers the cost with both means and
 * both modes moving at once. Of w equal rows in a cluster of W the numbers free w·W/(W − w)·|x − mean|², a nominal
 * feature w, less what its mode loses when they go; coming they cost w·W/(W + w)·|x − mean|², and w, less what the
 * mode gains. Every optimum of these moves is one of Lloyd's, but not the other way round.
 */
final class SingleMoves {

    /** What a move must gain, as a part of what it frees, so that rounding can't move a row to and fro. */
    private static final double LEAST_GAIN = 1e-12;

    private final Partition partition;
    private final MixedRows rows;
    private final Prototypes prototypes;

    /**
     * How many moves there were when each cluster changed last, and when each row was looked at: others needn't be
     * compared.
     */
    private final int[] changed;

    private final int[] seen;
    private int moves;

    SingleMoves(Partition partition) {
        this.partition = partition;
        this.rows = partition.rows;
        this.prototypes = partition.prototypes;
        this.changed = new int[partition.k];
        this.seen = new int[rows.n];
        Arrays.fill(seen, -1);
    }

    /** Goes through all rows until none moves, or so many times. */
    void improve(int passes) {
        for (int pass = 0, before = -1; pass < passes && before < moves; pass++) {
            before = moves;
            for (int i = 0; i < rows.n; i++) {
                move(i);
            }
        }
        if (moves > 0) {
            partition.update();
        }
    }

    private void move(int row) {
        int from = partition.label[row];
        int since = seen[row];
        seen[row] = moves;
        if (partition.members[from] == 1) {
            return;
        }
        boolean isNew = changed[from] > since;
        double least = Double.NaN;
        int to = from;
        for (int c = 0; c < partition.k; c++) {
            if (c != from && (isNew || changed[c] > since)) {
                if (Double.isNaN(least)) {
                    least = freed(row, from) * (1 - LEAST_GAIN);
                }
                double cost = cost(row, c, least);
                if (cost < least) {
                    least = cost;
                    to = c;
                }
            }
        }
        if (to != from) {
            leave(row, from);
            join(row, to);
            partition.label[row] = to;
            changed[from] = ++moves;
            changed[to] = moves;
        }
    }

    /** By how much the cost of its cluster falls when a row leaves. */
    private double freed(int row, int cluster) {
        int w = rows.weight[row];
        double all = partition.weight[cluster];
        long mismatches = 0;
        int at = cluster * rows.q;
        int code = row * rows.q;
        for (int j = 0; j < rows.q; j++, at++, code++) {
            mismatches += w;
            if (rows.code[code] == prototypes.modes[at]) {
                mismatches -= Math.min(w, partition.top[at] - partition.second[at]);
            }
        }
        return w * (all / (all - w)) * rows.squared(row, prototypes.centres, cluster) + rows.gamma * mismatches;
    }

    /** By how much the cost of a cluster rises when a row comes; infinite if by more than so much. */
    private double cost(int row, int cluster, double most) {
        int w = rows.weight[row];
        double all = partition.weight[cluster];
        double numbers = w * (all / (all + w)) * rows.squared(row, prototypes.centres, cluster);
        if (numbers >= most) {
            return Double.POSITIVE_INFINITY;
        }
        long mismatches = 0;
        int at = cluster * rows.q;
        int from = cluster * rows.codes();
        int code = row * rows.q;
        for (int j = 0; j < rows.q; j++, at++, code++) {
            mismatches += w;
            if (rows.code[code] >= 0) {
                int over = partition.count[from + rows.code[code]] + w - partition.top[at];
                mismatches -= over > 0 ? over : 0;
            }
        }
        return numbers + rows.gamma * mismatches;
    }

    private void leave(int row, int cluster) {
        int w = rows.weight[row];
        double left = partition.weight[cluster] - w;
        for (int j = 0; j < rows.p; j++) {
            double centre = prototypes.centres[cluster * rows.p + j];
            prototypes.centres[cluster * rows.p + j] -= (rows.x[row * rows.p + j] - centre) * (w / left);
        }
        for (int j = 0; j < rows.q; j++) {
            int code = rows.code[row * rows.q + j];
            if (code >= 0) {
                int at = cluster * rows.q + j;
                int found = partition.count[cluster * rows.codes() + code];
                partition.count[cluster * rows.codes() + code] = found - w;
                if (code == prototypes.modes[at] || found == partition.second[at]) {
                    partition.rank(cluster, j);
                }
            }
        }
        partition.weight[cluster] -= w;
        partition.members[cluster]--;
    }

    private void join(int row, int cluster) {
        int w = rows.weight[row];
        double joined = partition.weight[cluster] + w;
        for (int j = 0; j < rows.p; j++) {
            double centre = prototypes.centres[cluster * rows.p + j];
            prototypes.centres[cluster * rows.p + j] += (rows.x[row * rows.p + j] - centre) * (w / joined);
        }
        for (int j = 0; j < rows.q; j++) {
            int code = rows.code[row * rows.q + j];
            if (code >= 0) {
                int at = cluster * rows.q + j;
                int found = partition.count[cluster * rows.codes() + code] += w;
                if (code == prototypes.modes[at]) {
                    partition.top[at] = found;
                } else if (found > partition.top[at]) {
                    partition.second[at] = partition.top[at];
                    partition.top[at] = found;
                    prototypes.modes[at] = code;
                } else if (found > partition.second[at]) {
                    partition.second[at] = found;
                }
            }
        }
        partition.weight[cluster] += w;
        partition.members[cluster]++;
    }
}
