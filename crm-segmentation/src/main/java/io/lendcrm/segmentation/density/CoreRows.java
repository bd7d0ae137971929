package io.lendcrm.segmentation.density;

import io.lendcrm.core.model.Run;
import java.util.Arrays;

/** The two questions of DBSCAN: which rows have enough clients around them, and which of those hang together. */
final class CoreRows {

    private static final int BLOCK = 4096;

    private CoreRows() {}

    /** The rows with at least so many clients within √squared of them, their own included; ascending. */
    static int[] find(DistinctRows rows, double squared, int clients, Run run) {
        KdTree tree = new KdTree(rows.x(), rows.d());
        boolean[] core = new boolean[rows.rows()];
        int[] weight = new int[core.length];
        for (int p = 0; p < weight.length; p++) {
            weight[p] = rows.clients()[tree.order[p]];
        }
        int blocks = (core.length + BLOCK - 1) / BLOCK;
        run.each(blocks, b -> {
            int leaf = tree.leaves;
            for (int p = b * BLOCK; p < Math.min(core.length, (b + 1) * BLOCK); p++) {
                while (tree.end(leaf) <= p) {
                    leaf++;
                }
                core[tree.order[p]] = enough(tree, weight, leaf, p, squared, clients);
            }
        });
        int count = 0;
        int[] found = new int[core.length];
        for (int i = 0; i < core.length; i++) {
            if (core[i]) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Counts from the row's own leaf outwards, so that dense places end early. */
    private static boolean enough(KdTree tree, int[] weight, int leaf, int place, double squared, int clients) {
        int left = clients - count(tree, weight, leaf, place, squared, clients);
        for (int node = leaf; left > 0 && node > 1; node >>= 1) {
            left -= count(tree, weight, node ^ 1, place, squared, left);
        }
        return left <= 0;
    }

    /** How many clients of a node are near, or at least {@code enough} if there are so many. */
    private static int count(KdTree tree, int[] weight, int node, int place, double squared, int enough) {
        if (tree.toBox(node, tree.x, place * tree.d) > squared) {
            return 0;
        }
        int found = 0;
        if (tree.leaf(node)) {
            for (int q = tree.start(node); q < tree.end(node) && found < enough; q++) {
                if (tree.squared(q, tree.x, place * tree.d) <= squared) {
                    found += weight[q];
                }
            }
            return found;
        }
        found = count(tree, weight, 2 * node, place, squared, enough);
        return found >= enough ? found : found + count(tree, weight, 2 * node + 1, place, squared, enough - found);
    }

    /** Of core rows in a tree: the sets of those that are linked by steps of at most √squared, by place. */
    static UnionFind link(KdTree tree, double squared) {
        Linking linking = new Linking(tree, squared);
        if (tree.n > 0) {
            linking.within(1);
        }
        return linking.sets;
    }

    /**
     * Goes through pairs of nodes, within halves before across. A node known to be one set is left as soon as the other is
     * of the same set, so that a radius that spans all costs no more than the tree.
     */
    private static final class Linking {

        private final KdTree tree;
        private final double squared;
        private final UnionFind sets;
        private final boolean[] one;

        Linking(KdTree tree, double squared) {
            this.tree = tree;
            this.squared = squared;
            this.sets = new UnionFind(tree.n);
            this.one = new boolean[2 * tree.leaves];
        }

        private void within(int node) {
            if (tree.span(node, node) <= squared) {
                for (int p = tree.start(node) + 1; p < tree.end(node); p++) {
                    sets.union(p - 1, p);
                }
                markBelow(node);
                return;
            }
            if (tree.leaf(node)) {
                for (int p = tree.start(node); p < tree.end(node); p++) {
                    link(p, p + 1, tree.end(node));
                }
            } else {
                within(2 * node);
                within(2 * node + 1);
                across(2 * node, 2 * node + 1);
            }
            one[node] = same(node);
        }

        private void markBelow(int node) {
            one[node] = true;
            if (!tree.leaf(node)) {
                markBelow(2 * node);
                markBelow(2 * node + 1);
            }
        }

        /** Whether all of a node are one set; asked of the halves where they know. */
        private boolean same(int node) {
            int set = sets.find(tree.start(node));
            if (!tree.leaf(node)) {
                return one[2 * node] && one[2 * node + 1] && sets.find(tree.start(2 * node + 1)) == set;
            }
            for (int p = tree.start(node) + 1; p < tree.end(node); p++) {
                if (sets.find(p) != set) {
                    return false;
                }
            }
            return true;
        }

        private void across(int a, int b) {
            if (tree.between(a, b) > squared) {
                return;
            }
            boolean whole = one[a] && one[b];
            if (whole && sets.find(tree.start(a)) == sets.find(tree.start(b))) {
                return;
            }
            if (whole && tree.span(a, b) <= squared) {
                sets.union(tree.start(a), tree.start(b));
            } else if (tree.leaf(a)) {
                for (int p = tree.start(a); p < tree.end(a); p++) {
                    if (tree.toBox(b, tree.x, p * tree.d) <= squared && link(p, tree.start(b), tree.end(b)) && whole) {
                        return;
                    }
                }
            } else {
                across(2 * a, 2 * b);
                across(2 * a + 1, 2 * b + 1);
                across(2 * a, 2 * b + 1);
                across(2 * a + 1, 2 * b);
            }
        }

        /** Links a row to those near it among some places; whether it found one of another set. */
        private boolean link(int p, int from, int to) {
            boolean linked = false;
            int set = sets.find(p);
            for (int q = from; q < to; q++) {
                if (sets.find(q) != set && tree.squared(q, tree.x, p * tree.d) <= squared) {
                    sets.union(p, q);
                    set = sets.find(p);
                    linked = true;
                }
            }
            return linked;
        }
    }
}
