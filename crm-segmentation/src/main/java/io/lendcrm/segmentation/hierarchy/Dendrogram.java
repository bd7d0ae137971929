package io.lendcrm.segmentation.hierarchy;

import io.lendcrm.segmentation.distance.RowDistances;
import io.lendcrm.segmentation.validity.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What merged with what, and at which height. Rows are the nodes 0 to n − 1, the i-th merge (from 0) makes node n + i.
 * Immutable and thread-safe.
 */
public final class Dendrogram {

    /**
     * A merge. Immutable and thread-safe. Immutable and thread-safe.
     *
     * @param left a node, less than {@code right}
     * @param right a node
     * @param height the distance of the two by the linkage
     * @param rows how many rows both have together
     */
    public record Merge(int left, int right, double height, int rows) {}

    private final int n;
    private final List<Merge> merges;

    private Dendrogram(int n, List<Merge> merges) {
        this.n = n;
        this.merges = List.copyOf(merges);
    }

    static Dendrogram of(int n, MergeList found) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> found.height[i]));
        int[] above = new int[2 * n - 1];
        int[] rows = new int[2 * n - 1];
        Arrays.setAll(above, i -> i);
        Arrays.fill(rows, 0, n, 1);
        List<Merge> merges = new ArrayList<>();
        for (int i : order) {
            int one = top(above, found.one[i]);
            int other = top(above, found.other[i]);
            int node = n + merges.size();
            rows[node] = rows[one] + rows[other];
            merges.add(new Merge(Math.min(one, other), Math.max(one, other), found.height[i], rows[node]));
            above[one] = node;
            above[other] = node;
        }
        return new Dendrogram(n, merges);
    }

    private static int top(int[] above, int node) {
        int top = node;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }

    /** {@return how many rows} */
    public int rows() {
        return n;
    }

    /** {@return the merges by height, the lowest first: one less than rows} */
    public List<Merge> merges() {
        return merges;
    }

    /**
     * The clusters when so many are left.
     *
     * @param k how many, from 1 to {@link #rows()}
     * @return each row's cluster, numbered by their first rows
     */
    public Labels cut(int k) {
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k must be within [1, rows=" + n + "], found " + k);
        }
        return after(n - k);
    }

    /**
     * The clusters after all merges up to a height.
     *
     * @param height at least 0
     * @return each row's cluster, numbered by their first rows
     */
    public Labels cutAt(double height) {
        if (!(height >= 0)) {
            throw new IllegalArgumentException("height must be at least 0, found " + height);
        }
        int count = 0;
        while (count < merges.size() && merges.get(count).height() <= height) {
            count++;
        }
        return after(count);
    }

    private Labels after(int count) {
        int[] above = new int[n + count];
        Arrays.setAll(above, i -> i);
        for (int i = 0; i < count; i++) {
            above[merges.get(i).left()] = n + i;
            above[merges.get(i).right()] = n + i;
        }
        int[] number = new int[n + count];
        int[] label = new int[n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            int top = top(above, i);
            if (number[top] == 0) {
                number[top] = ++next;
            }
            label[i] = number[top] - 1;
        }
        return Labels.of(label);
    }

    /**
     * How well the tree keeps the distances: Pearson's correlation of the distances of all pairs with the heights at which
     * they merge (Sokal and Rohlf 1962).
     *
     * @param distances of the rows that were merged
     * @return from -1 to 1; {@code NaN} if all distances or all heights are equal
     * @throws IllegalArgumentException if there aren't as many rows
     */
    public double copheneticCorrelation(RowDistances distances) {
        if (distances.rows() != n) {
            throw new IllegalArgumentException("distances must be of " + n + " rows, found " + distances.rows());
        }
        return correlation(distances::between);
    }

    /** A distance of two rows. */
    interface Between {
        double of(int one, int other);
    }

    double correlation(Between between) {
        int[] start = new int[n + merges.size()];
        int[] leaves = leaves(start);
        double pairs = n * (n - 1.0) / 2;
        double meanHeight = 0;
        double meanDistance = 0;
        for (Merge merge : merges) {
            meanHeight += merge.height() * rows(merge.left()) * rows(merge.right()) / pairs;
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < i; j++) {
                sum += between.of(i, j);
            }
            meanDistance += sum / pairs;
        }
        double both = 0;
        double ofHeights = 0;
        double ofDistances = 0;
        for (Merge merge : merges) {
            double height = merge.height() - meanHeight;
            for (int a = start[merge.left()]; a < start[merge.left()] + rows(merge.left()); a++) {
                double sum = 0;
                for (int b = start[merge.right()]; b < start[merge.right()] + rows(merge.right()); b++) {
                    double distance = between.of(leaves[a], leaves[b]) - meanDistance;
                    sum += distance;
                    ofDistances += distance * distance;
                }
                both += height * sum;
                ofHeights += height * height * rows(merge.right());
            }
        }
        return both / Math.sqrt(ofHeights * ofDistances);
    }

    private int rows(int node) {
        return node < n ? 1 : merges.get(node - n).rows();
    }

    /** The rows so that those of each node are next to each other, from {@code start} of the node on. */
    private int[] leaves(int[] start) {
        int[] leaves = new int[n];
        for (int i = merges.size() - 1; i >= 0; i--) { // parents come after their children
            Merge merge = merges.get(i);
            start[merge.left()] = start[n + i];
            start[merge.right()] = start[n + i] + rows(merge.left());
        }
        for (int i = 0; i < n; i++) {
            leaves[start[i]] = i;
        }
        return leaves;
    }

    /** {@return how many rows} */
    @Override
    public String toString() {
        return "Dendrogram[" + n + " rows]";
    }
}
