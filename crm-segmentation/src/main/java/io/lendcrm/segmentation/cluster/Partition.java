package io.lendcrm.segmentation.cluster;

/** Rows in clusters: the labels, the centres (their means) and the sizes. Mutable; owned by one fit. */
final class Partition {

    final int k;
    final int[] label;
    final double[] centres;
    final int[] size;
    double withinSumOfSquares = Double.POSITIVE_INFINITY;
    int iterations;
    boolean converged;

    Partition(int rows, int k, double[] centres) {
        this.k = k;
        this.label = new int[rows];
        this.centres = centres;
        this.size = new int[k];
    }
}
