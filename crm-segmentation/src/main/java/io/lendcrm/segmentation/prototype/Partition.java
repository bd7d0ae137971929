package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.Arrays;

/** Rows in clusters with their prototypes, and what single moves need to know of them. Mutable; owned by one fit. */
final class Partition {

    private static final int BLOCK = 4_096;

    final MixedRows rows;
    final int k;
    final int[] label;
    final Prototypes prototypes;

    /** How many rows of the table, and how many distinct ones, each cluster has. */
    final long[] weight;

    final int[] members;

    /** How often each code, and the most and second most frequent of each feature, stand in each cluster. */
    final int[] count;

    final int[] top;
    final int[] second;
    double cost = Double.POSITIVE_INFINITY;

    Partition(MixedRows rows, Prototypes prototypes) {
        this.rows = rows;
        this.k = prototypes.k;
        this.prototypes = prototypes;
        this.label = new int[rows.n];
        this.weight = new long[k];
        this.members = new int[k];
        this.count = new int[Math.multiplyExact(k, rows.codes())];
        this.top = new int[k * rows.q];
        this.second = new int[k * rows.q];
        Arrays.fill(label, -1);
    }

    /**
     * Puts each row to its nearest prototype, where several are equally near to the one it has or the first; true if
     * any moved.
     */
    boolean assign(Run run) {
        int blocks = (rows.n + BLOCK - 1) / BLOCK;
        boolean[] moved = new boolean[blocks];
        double[] distance = new double[rows.n];
        run.each(blocks, block -> {
            int to = Math.min(rows.n, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < to; i++) {
                int own = Math.max(0, label[i]);
                double least = prototypes.distance(rows, i, own);
                int nearest = own;
                for (int c = 0; c < k; c++) {
                    double other = prototypes.distance(rows, i, c);
                    if (other < least) {
                        least = other;
                        nearest = c;
                    }
                }
                moved[block] |= nearest != label[i];
                label[i] = nearest;
                distance[i] = least;
            }
        });
        boolean any = fillEmpty(distance);
        for (boolean block : moved) {
            any |= block;
        }
        return any;
    }

    /**
     * An empty cluster takes the row that costs most where it is; the cost falls, as there are as many distinct rows
     * as clusters.
     */
    private boolean fillEmpty(double[] distance) {
        Arrays.fill(members, 0);
        for (int own : label) {
            members[own]++;
        }
        boolean any = false;
        for (int c = 0; c < k; c++) {
            if (members[c] == 0) {
                int farthest = -1;
                for (int i = 0; i < rows.n; i++) {
                    if (members[label[i]] > 1
                            && (farthest < 0
                                    || rows.weight[i] * distance[i] > rows.weight[farthest] * distance[farthest])) {
                        farthest = i;
                    }
                }
                members[label[farthest]]--;
                members[c] = 1;
                label[farthest] = c;
                distance[farthest] = 0;
                any = true;
            }
        }
        return any;
    }

    /** Takes means, counts and modes from the labels, and the cost from them. */
    void update() {
        int p = rows.p;
        int q = rows.q;
        Arrays.fill(weight, 0);
        Arrays.fill(members, 0);
        Arrays.fill(count, 0);
        Arrays.fill(prototypes.centres, 0);
        for (int i = 0; i < rows.n; i++) {
            int own = label[i];
            weight[own] += rows.weight[i];
            members[own]++;
            for (int j = 0; j < p; j++) {
                prototypes.centres[own * p + j] += rows.weight[i] * rows.x[i * p + j];
            }
            for (int j = i * q; j < (i + 1) * q; j++) {
                if (rows.code[j] >= 0) {
                    count[own * rows.codes() + rows.code[j]] += rows.weight[i];
                }
            }
        }
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < p; j++) {
                prototypes.centres[c * p + j] /= weight[c];
            }
            for (int j = 0; j < q; j++) {
                rank(c, j);
            }
        }
        cost = cost();
    }

    /** Finds the most and the second most frequent level of a feature in a cluster. */
    void rank(int cluster, int feature) {
        int at = cluster * rows.q + feature;
        int from = cluster * rows.codes();
        int mode = Prototypes.NO_MODE;
        int most = 0;
        int next = 0;
        for (int code = rows.firstCode[feature]; code < rows.firstCode[feature + 1]; code++) {
            int found = count[from + code];
            if (found > most) {
                next = most;
                most = found;
                mode = code;
            } else if (found > next) {
                next = found;
            }
        }
        prototypes.modes[at] = mode;
        top[at] = most;
        second[at] = next;
    }

    private double cost() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < rows.n; i++) {
            sum.add(rows.weight[i] * prototypes.distance(rows, i, label[i]));
        }
        return sum.value();
    }
}
