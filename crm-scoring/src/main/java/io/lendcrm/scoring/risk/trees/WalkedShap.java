package io.lendcrm.scoring.risk.trees;

import java.util.Arrays;
import java.util.List;

/**
 * Shapley values by a walk over every node, whatever the size of the trees. Sums below a node are kept once, as in Yu et al.,
 * "Linear tree Shap" (2022), so that the cost is nodes times half the features of a path.
 */
final class WalkedShap implements TreeShap {

    private final Tree[] trees;
    private final TreeSum sum;
    private final int features;
    private final GaussLegendre rule;
    private final Pool<Walk> walks;

    WalkedShap(List<Tree> trees, TreeSum sum, int features) {
        this.trees = trees.toArray(Tree[]::new);
        this.sum = sum;
        this.features = features;
        int most = 1;
        int depth = 0;
        for (Tree tree : this.trees) {
            most = Math.max(most, TreeShap.width(tree));
            depth = Math.max(depth, tree.depth());
        }
        this.rule = GaussLegendre.of((most + 1) / 2);
        int points = rule.points().length;
        int room = (depth + 2) * points;
        this.walks = new Pool<>(() -> new Walk(features, points, room));
    }

    @Override
    public void contributions(double[] row, double[] contributions) {
        Walk walk = walks.take();
        walk.row = row;
        Arrays.fill(walk.contributions, 0);
        int points = rule.points().length;
        for (Tree tree : trees) {
            Arrays.fill(walk.products, 0, points, 1);
            below(tree, 0, 0, walk);
        }
        double divisor = sum.mean() ? trees.length : 1;
        for (int f = 0; f < features; f++) {
            contributions[f] = walk.contributions[f] / divisor;
        }
        walk.row = Walk.NONE;
        walks.give(walk);
    }

    /** Leaves the sum over the leaves below of value times product at each point, and adds up the contributions. */
    private void below(Tree tree, int node, int level, Walk walk) {
        int points = rule.points().length;
        int at = level * points;
        double[] sums = walk.sums;
        if (tree.isLeaf(node)) {
            double value = tree.worth(node);
            for (int k = 0; k < points; k++) {
                sums[at + k] = value * walk.products[at + k];
            }
            return;
        }
        Arrays.fill(sums, at, at + points, 0);
        int next = tree.next(node, sum.arithmetic().round(walk.row[tree.feature(node)]));
        branch(tree, node, tree.yes(node), next, level, walk);
        branch(tree, node, tree.no(node), next, level, walk);
        if (tree.hasThird(node)) {
            branch(tree, node, tree.missing(node), next, level, walk);
        }
    }

    private void branch(Tree tree, int node, int child, int next, int level, Walk walk) {
        int feature = tree.feature(node);
        double oneAbove = walk.one[feature];
        double zeroAbove = walk.zero[feature];
        double one = child == next ? oneAbove : 0;
        double zero = zeroAbove * tree.share(node, child);
        if (one == 0 && zero == 0) {
            return;
        }
        double[] t = rule.points();
        double[] weights = rule.weights();
        int points = t.length;
        int at = level * points;
        int below = at + points;
        int inverse = feature * points;
        for (int k = 0; k < points; k++) {
            double mix = t[k] * one + (1 - t[k]) * zero;
            double above = walk.inverses[inverse + k];
            walk.kept[at + k] = above;
            walk.inverses[inverse + k] = 1 / mix;
            walk.products[below + k] = walk.products[at + k] * (mix * above);
        }
        walk.one[feature] = one;
        walk.zero[feature] = zero;
        below(tree, child, level + 1, walk);
        walk.one[feature] = oneAbove;
        walk.zero[feature] = zeroAbove;
        double change = 0;
        for (int k = 0; k < points; k++) {
            double reached = walk.sums[below + k];
            double above = walk.kept[at + k];
            change +=
                    weights[k] * reached * ((one - zero) * walk.inverses[inverse + k] - (oneAbove - zeroAbove) * above);
            walk.inverses[inverse + k] = above;
            walk.sums[at + k] += reached;
        }
        walk.contributions[feature] += change;
    }

    /**
     * Working memory of one client: per feature what its path so far is worth, and the inverse of its factor at each point; per
     * level and point the products, the sums, and the inverses of the level above.
     */
    private static final class Walk {

        static final double[] NONE = {};

        final double[] contributions;
        final double[] one;
        final double[] zero;
        final double[] inverses;
        final double[] kept;
        final double[] products;
        final double[] sums;
        double[] row = NONE;

        Walk(int features, int points, int room) {
            contributions = new double[features];
            one = new double[features];
            zero = new double[features];
            inverses = new double[features * points];
            kept = new double[room];
            products = new double[room];
            sums = new double[room];
            Arrays.fill(one, 1);
            Arrays.fill(zero, 1);
            Arrays.fill(inverses, 1);
        }
    }
}
