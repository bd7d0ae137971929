package io.lendcrm.scoring.risk.trees;

import java.util.List;

/**
 * Trees of any shape: the nodes of all behind one another, each with three ways on; a way below 0 ends at a leaf. Comparisons
 * are {@code x < threshold} where possible, {@code <=} by the next number; the others, and nodes that take 0 for missing, ask
 * the tree itself.
 */
final class WalkedForest implements Forest {

    private static final int BLOCK = 64;

    private final TreeSum sum;
    private final Tree[] trees;
    private final int features;
    private final int[] used;
    private final int[] root;
    private final int[] feature;
    private final double[] threshold;
    private final int[] ways;
    private final int[] owner;
    private final int[] origin;
    private final double[] leaf;
    private final Pool<double[]> rows;
    private final Pool<double[]> blocks;

    WalkedForest(List<Tree> trees, TreeSum sum, int features) {
        this.sum = sum;
        this.trees = trees.toArray(Tree[]::new);
        this.features = features;
        this.used = Forest.used(trees);
        this.rows = new Pool<>(() -> new double[features]);
        this.blocks = new Pool<>(() -> new double[features * BLOCK]);
        int inner = 0;
        int leaves = 0;
        for (Tree tree : trees) {
            inner += tree.order().length - tree.leaves();
            leaves += tree.leaves();
        }
        this.root = new int[trees.size()];
        this.feature = new int[inner];
        this.threshold = new double[inner];
        this.ways = new int[3 * inner];
        this.owner = new int[inner];
        this.origin = new int[inner];
        this.leaf = new double[leaves];
        int node = 0;
        int end = 0;
        for (int t = 0; t < root.length; t++) {
            Tree tree = this.trees[t];
            int[] place = new int[tree.size()];
            for (int n : tree.order()) {
                if (tree.isLeaf(n)) {
                    leaf[end] = tree.value(n);
                    place[n] = ~end++;
                } else {
                    place[n] = node++;
                }
            }
            root[t] = place[0];
            for (int n : tree.order()) {
                if (!tree.isLeaf(n)) {
                    compile(t, n, place);
                }
            }
        }
    }

    private void compile(int t, int n, int[] place) {
        Tree tree = trees[t];
        int at = place[n];
        NodeTest test = tree.test(n);
        owner[at] = t;
        origin[at] = n;
        ways[3 * at] = place[test.passesAbove() ? tree.no(n) : tree.yes(n)];
        ways[3 * at + 1] = place[test.passesAbove() ? tree.yes(n) : tree.no(n)];
        ways[3 * at + 2] = place[tree.missing(n)];
        if (!test.compares() || tree.zeroIsMissing(n)) {
            ways[3 * at] = place[tree.yes(n)];
            ways[3 * at + 1] = place[tree.no(n)];
            feature[at] = ~tree.feature(n);
        } else {
            feature[at] = tree.feature(n);
            threshold[at] = test.edgeIsBelow() ? Math.nextUp(tree.threshold(n)) : tree.threshold(n);
        }
    }

    @Override
    public double margin(double[] row) {
        if (sum.arithmetic() == Arithmetic.FLOAT64) {
            return margin(row, 0);
        }
        double[] rounded = rows.take();
        for (int f : used) {
            rounded[f] = (float) row[f];
        }
        double margin = margin(rounded, 0);
        rows.give(rounded);
        return margin;
    }

    @Override
    public void margins(Columns columns, int from, int to, double[] margins) {
        double[] block = blocks.take();
        double[] column = new double[BLOCK];
        for (int start = from; start < to; start += BLOCK) {
            int size = Math.min(BLOCK, to - start);
            for (int f : used) {
                columns.copy(f, start, start + size, column);
                for (int i = 0; i < size; i++) {
                    block[i * features + f] = sum.arithmetic().round(column[i]);
                }
            }
            for (int i = 0; i < size; i++) {
                margins[start + i] = margin(block, i * features);
            }
        }
        blocks.give(block);
    }

    private double margin(double[] row, int offset) {
        for (int f : used) {
            if (Math.abs(row[offset + f]) == Double.POSITIVE_INFINITY) {
                return Double.NaN;
            }
        }
        if (sum.arithmetic() == Arithmetic.FLOAT32) {
            float total = sum.mean() ? 0 : (float) sum.base();
            for (int way : root) {
                total += (float) leaf[end(way, row, offset)];
            }
            return sum.mean() ? (float) sum.base() + total / root.length : total;
        }
        double total = sum.mean() ? 0 : sum.base();
        for (int way : root) {
            total += leaf[end(way, row, offset)];
        }
        return sum.mean() ? sum.base() + total / root.length : total;
    }

    /** The leaf that a way ends at. */
    private int end(int from, double[] row, int offset) {
        int at = from;
        while (at >= 0) {
            int f = feature[at];
            if (f >= 0) {
                double x = row[offset + f];
                double t = threshold[at];
                at = ways[3 * at + (x < t ? 0 : x >= t ? 1 : 2)];
            } else {
                at = special(at, row[offset + ~f]);
            }
        }
        return ~at;
    }

    private int special(int at, double x) {
        Tree tree = trees[owner[at]];
        int node = origin[at];
        int next = tree.next(node, x);
        return ways[3 * at + (next == tree.yes(node) ? 0 : next == tree.no(node) ? 1 : 2)];
    }
}
