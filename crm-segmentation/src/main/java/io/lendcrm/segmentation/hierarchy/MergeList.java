package io.lendcrm.segmentation.hierarchy;

/** Merges as they are found: a row of each of the two clusters, and the height. Not thread-safe; confine to one thread. */
final class MergeList {

    final int[] one;
    final int[] other;
    final double[] height;
    private int count;

    MergeList(int rows) {
        one = new int[rows - 1];
        other = new int[rows - 1];
        height = new double[rows - 1];
    }

    void add(int a, int b, double at) {
        one[count] = a;
        other[count] = b;
        height[count++] = at;
    }

    int count() {
        return count;
    }
}
