package io.lendcrm.scoring.risk.trees;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Shallow trees of 32-bit comparisons, filled up to complete trees in heap order. A node is one number: the bits of its
 * threshold, which sort as the thresholds do, above the slot of its value. A value has two slots: a missing one is below every
 * threshold in one of them and above in the other. So a step is a subtraction and its sign, without a branch; four trees are
 * walked side by side, since each waits for its memory.
 */
final class CompleteForest implements Forest {

    static final int DEEPEST = 8;

    private static final int BLOCK = 32;
    private static final int SHIFT = 30;
    private static final long MASK = (1L << SHIFT) - 1;
    private static final long LEAST = (long) Integer.MIN_VALUE << SHIFT | MASK;
    private static final long MOST = (long) Integer.MAX_VALUE << SHIFT | MASK;

    private final int trees;
    private final boolean mean;
    private final float base;
    private final int[] used;
    private final int[] depth;
    private final int[] start;
    private final long[] nodes;
    private final float[] leaves;
    private final Pool<long[]> rows;
    private final Pool<Block> blocks;

    CompleteForest(List<Tree> trees, TreeSum sum) {
        this.trees = trees.size();
        this.mean = sum.mean();
        this.base = (float) sum.base();
        this.used = Forest.used(trees);
        this.rows = new Pool<>(() -> new long[slots()]);
        this.blocks = new Pool<>(() -> new Block(slots()));
        this.depth = new int[this.trees];
        this.start = new int[this.trees + 1];
        for (int t = 0; t < this.trees; t++) {
            depth[t] = t < (this.trees & ~3)
                    ? trees.subList(t & ~3, (t & ~3) + 4).stream()
                            .mapToInt(Tree::depth)
                            .max()
                            .orElseThrow()
                    : trees.get(t).depth();
            start[t + 1] = start[t] + (1 << depth[t]);
        }
        this.nodes = new long[start[this.trees]];
        this.leaves = new float[start[this.trees]];
        for (int t = 0; t < this.trees; t++) {
            fill(trees.get(t), 0, t, 1, 0);
        }
    }

    /** Working memory of a block of rows. */
    private static final class Block {
        final long[] slots;
        final double[] column = new double[BLOCK];
        final boolean[] infinite = new boolean[BLOCK];

        Block(int slots) {
            this.slots = new long[slots * BLOCK];
        }
    }

    static boolean fits(List<Tree> trees, TreeSum sum) {
        return sum.arithmetic() == Arithmetic.FLOAT32 && trees.stream().allMatch(CompleteForest::fits);
    }

    private static boolean fits(Tree tree) {
        return tree.depth() <= DEEPEST
                && IntStream.of(tree.order()).allMatch(node -> tree.isLeaf(node) || isComparison(tree, node));
    }

    private static boolean isComparison(Tree tree, int node) {
        return tree.test(node).compares() && !tree.hasThird(node) && !tree.zeroIsMissing(node);
    }

    private int slots() {
        return Math.max(1, 2 * used.length);
    }

    /** Puts what is at and below a node of a tree to a place of the heap. */
    private void fill(Tree tree, int node, int t, int place, int level) {
        if (level == depth[t]) {
            leaves[start[t] + place - (1 << level)] = (float) tree.value(node);
            return;
        }
        if (tree.isLeaf(node)) {
            fill(tree, node, t, 2 * place, level + 1);
            fill(tree, node, t, 2 * place + 1, level + 1);
            return;
        }
        NodeTest test = tree.test(node);
        int left = test.passesAbove() ? tree.no(node) : tree.yes(node);
        int right = test.passesAbove() ? tree.yes(node) : tree.no(node);
        float threshold = (float) tree.threshold(node);
        int slot = 2 * java.util.Arrays.binarySearch(used, tree.feature(node));
        nodes[start[t] + place] = (long) key(test.edgeIsBelow() ? Math.nextUp(threshold) : threshold) << SHIFT
                | slot + (tree.missing(node) == left ? 0 : 1);
        fill(tree, left, t, 2 * place, level + 1);
        fill(tree, right, t, 2 * place + 1, level + 1);
    }

    /** Sorts as the numbers do, which must not be -0. */
    private static int key(float x) {
        int bits = Float.floatToRawIntBits(x);
        return bits ^ bits >> 31 >>> 1;
    }

    @Override
    public double margin(double[] row) {
        long[] slots = rows.take();
        boolean infinite = false;
        for (int u = 0; u < used.length; u++) {
            infinite |= set(slots, 2 * u, row[used[u]]);
        }
        double margin = infinite ? Double.NaN : margin(slots, 0);
        rows.give(slots);
        return margin;
    }

    @Override
    public void margins(Columns columns, int from, int to, double[] margins) {
        Block block = blocks.take();
        int width = slots();
        for (int first = from; first < to; first += BLOCK) {
            int size = Math.min(BLOCK, to - first);
            java.util.Arrays.fill(block.infinite, false);
            for (int u = 0; u < used.length; u++) {
                columns.copy(used[u], first, first + size, block.column);
                for (int i = 0; i < size; i++) {
                    block.infinite[i] |= set(block.slots, i * width + 2 * u, block.column[i]);
                }
            }
            for (int i = 0; i < size; i++) {
                margins[first + i] = block.infinite[i] ? Double.NaN : margin(block.slots, i * width);
            }
        }
        blocks.give(block);
    }

    /** Fills the two slots of a value; true if it is infinite. */
    private static boolean set(long[] slots, int at, double value) {
        float x = (float) value + 0f;
        long slot = (long) key(x) << SHIFT | MASK;
        boolean missing = Float.isNaN(x);
        slots[at] = missing ? LEAST : slot;
        slots[at + 1] = missing ? MOST : slot;
        return Math.abs(x) == Float.POSITIVE_INFINITY;
    }

    private double margin(long[] slots, int offset) {
        float total = mean ? 0 : base;
        int t = 0;
        for (; t + 3 < trees; t += 4) {
            int size = 1 << depth[t];
            int at0 = start[t];
            int at1 = at0 + size;
            int at2 = at1 + size;
            int at3 = at2 + size;
            int i0 = 1;
            int i1 = 1;
            int i2 = 1;
            int i3 = 1;
            for (int level = depth[t]; level > 0; level--) {
                long n0 = nodes[at0 + i0];
                long n1 = nodes[at1 + i1];
                long n2 = nodes[at2 + i2];
                long n3 = nodes[at3 + i3];
                i0 = 2 * i0 + (int) (n0 - slots[offset + (int) (n0 & MASK)] >>> 63);
                i1 = 2 * i1 + (int) (n1 - slots[offset + (int) (n1 & MASK)] >>> 63);
                i2 = 2 * i2 + (int) (n2 - slots[offset + (int) (n2 & MASK)] >>> 63);
                i3 = 2 * i3 + (int) (n3 - slots[offset + (int) (n3 & MASK)] >>> 63);
            }
            total += leaves[at0 + i0 - size];
            total += leaves[at1 + i1 - size];
            total += leaves[at2 + i2 - size];
            total += leaves[at3 + i3 - size];
        }
        for (; t < trees; t++) {
            int at = start[t];
            int i = 1;
            for (int level = depth[t]; level > 0; level--) {
                long n = nodes[at + i];
                i = 2 * i + (int) (n - slots[offset + (int) (n & MASK)] >>> 63);
            }
            total += leaves[at + i - (1 << depth[t])];
        }
        return mean ? base + total / trees : total;
    }
}
