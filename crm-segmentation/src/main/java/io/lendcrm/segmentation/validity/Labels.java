package io.lendcrm.segmentation.validity;

import java.util.Arrays;

/** Which cluster each row is in: one number from 0 a row. What the numbers are doesn't matter. Immutable and thread-safe. */
public final class Labels {

    private final int[] label;
    private final int[] size;

    private Labels(int[] label) {
        this.label = label;
        this.size = new int[Arrays.stream(label).max().orElse(-1) + 1];
        for (int cluster : label) {
            size[cluster]++;
        }
    }

    /**
     * The clusters of the rows in their order.
     *
     * @param labels the cluster of each row, from 0 and below the number of rows
     * @return the labels
     */
    public static Labels of(int... labels) {
        int[] copy = labels.clone();
        for (int label : copy) {
            if (label < 0 || label >= copy.length) {
                throw new IllegalArgumentException(
                        "labels must be within [0, rows - 1=" + (copy.length - 1) + "], found " + label);
            }
        }
        return new Labels(copy);
    }

    /** {@return the number of rows} */
    public int rows() {
        return label.length;
    }

    /**
     * The cluster of a row.
     *
     * @param row from 0
     * @return its cluster
     */
    public int cluster(int row) {
        return label[row];
    }

    /** {@return the number of clusters that have a row} */
    public int clusters() {
        return (int) Arrays.stream(size).filter(rows -> rows > 0).count();
    }

    /** One more than the greatest label. */
    int bound() {
        return size.length;
    }

    int size(int cluster) {
        return size[cluster];
    }

    /** Checks that there are labels for so many rows, and at least two clusters. */
    Labels checked(int rows) {
        if (label.length != rows) {
            throw new IllegalArgumentException(
                    "labels must be as many as the " + rows + " rows, found " + label.length);
        }
        if (clusters() < 2) {
            throw new IllegalArgumentException("labels must name at least two clusters, found " + clusters());
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Labels that && Arrays.equals(label, that.label);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(label);
    }

    /** {@return how many rows and clusters} */
    @Override
    public String toString() {
        return "Labels[" + label.length + " rows, " + clusters() + " clusters]";
    }
}
