package io.lendcrm.scoring.risk.trees;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Exact Shapley values of the features, path dependent as in Lundberg, Erion and Lee, "Consistent individualized feature
 * attribution for tree ensembles" (2018): the game of a set of features is the sum over the leaves of value times share, where
 * a feature of the set follows the client and any other splits by cover.
 *
 * <p>A leaf's game is a product over the features of its path, of 1 or 0 (one) where the feature is in the set and of the share
 * (zero) where it isn't. The Shapley value of such a product is {@code (one_i - zero_i) ∫ Π_{j≠i} (t one_j + (1 - t) zero_j) dt}
 * over [0, 1], a polynomial that a Gauss–Legendre rule integrates exactly: no cancellation, whatever the depth.
 */
interface TreeShap {

    /** Fills in what every feature contributes to the margin of a row that has one. */
    void contributions(double[] row, double[] contributions);

    /** By tables if they take little memory, else by a walk. */
    static TreeShap of(List<Tree> trees, TreeSum sum, int features) {
        return TabledShap.fits(trees) ? new TabledShap(trees, sum, features) : new WalkedShap(trees, sum, features);
    }

    /** The margin expected of a client of whom nothing is known. */
    static double expected(List<Tree> trees, TreeSum sum) {
        double total = 0;
        for (Tree tree : trees) {
            total += expected(tree);
        }
        return sum.base() + (sum.mean() ? total / trees.size() : total);
    }

    /** How many features a path of a tree asks about at most. */
    static int width(Tree tree) {
        long asked = IntStream.of(tree.order())
                .map(tree::feature)
                .filter(feature -> feature >= 0)
                .distinct()
                .count();
        return (int) Math.min(asked, tree.depth());
    }

    private static double expected(Tree tree) {
        double[] share = new double[tree.size()];
        share[0] = 1;
        double total = 0;
        for (int node : tree.order()) {
            if (tree.isLeaf(node)) {
                total += share[node] * tree.worth(node);
                continue;
            }
            share[tree.yes(node)] = share[node] * tree.share(node, tree.yes(node));
            share[tree.no(node)] = share[node] * tree.share(node, tree.no(node));
            if (tree.hasThird(node)) {
                share[tree.missing(node)] = share[node] * tree.share(node, tree.missing(node));
            }
        }
        return total;
    }
}
