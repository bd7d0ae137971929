package io.lendcrm.segmentation.density;

import java.util.Arrays;

/**
 * What a model of HDBSCAN keeps of each distinct row.
 */
final class DenseRows {

    private final DistinctRows rows;
    private final double[] squaredCore;
    private final int[] segmentOf;
    private final double[] leaves;
    private final double[] least;

    /**
     * @param rows the rows
     * @param squaredCore their squared core distances
     * @param segmentOf their segments
     * @param leaves the reach at which each fell out of its last cluster
     * @param least the least reach at which that cluster or one within it still stood
     */
    DenseRows(DistinctRows rows, double[] squaredCore, int[] segmentOf, double[] leaves, double[] least) {
        this.rows = rows;
        this.squaredCore = squaredCore;
        this.segmentOf = segmentOf;
        this.leaves = leaves;
        this.least = least;
    }

    DistinctRows rows() {
        return rows;
    }

    double[] squaredCore() {
        return squaredCore;
    }

    int[] segmentOf() {
        return segmentOf;
    }

    double[] leaves() {
        return leaves;
    }

    double[] least() {
        return least;
    }

    static DenseRows of(DistinctRows rows, double[] squaredCore, int[] segmentOf, CondensedTree tree) {
        double[] ofCluster = tree.least();
        double[] least = Arrays.stream(tree.last).mapToDouble(c -> ofCluster[c]).toArray();
        return new DenseRows(rows, squaredCore, segmentOf, tree.leaves, least);
    }

    ClusteredRows clustered() {
        return new ClusteredRows(new KdTree(rows.x(), rows.d()), segmentOf, squaredCore);
    }

    /** The same rows as if they were one cluster, noise included. */
    ClusteredRows asOne(KdTree tree) {
        return new ClusteredRows(tree, new int[segmentOf.length], squaredCore);
    }
}
