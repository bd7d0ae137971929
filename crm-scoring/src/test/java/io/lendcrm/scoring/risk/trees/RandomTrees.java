package io.lendcrm.scoring.risk.trees;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trees of any shape, and clients that hit their edges. */
record RandomTrees(SplittableRandom random, Arithmetic arithmetic, boolean plain, int features) {

    static FeatureSchema schema(int features) {
        return FeatureSchema.of(IntStream.range(0, features)
                .mapToObj(i -> Feature.numeric("f" + i, ""))
                .toList());
    }

    TreeEnsemble ensemble(int trees, int depth) {
        List<Tree> made = new ArrayList<>();
        for (int t = 0; t < trees; t++) {
            made.add(tree(depth));
        }
        TreeSum sum = TreeSum.defaults()
                .withArithmetic(arithmetic)
                .withBase((float) number())
                .withMean(random.nextInt(4) == 0)
                .withLink(Link.logistic());
        return TreeEnsemble.of(schema(features), made, sum);
    }

    Tree tree(int depth) {
        Tree.Builder tree = Tree.builder(1 << (2 * depth + 2));
        describe(tree, 0, new int[] {1}, depth);
        return tree.build();
    }

    private void describe(Tree.Builder tree, int node, int[] free, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            boolean silent = !plain && random.nextInt(40) == 0;
            tree.leaf(node, silent ? Double.NaN : number(), random.nextInt(5), random.nextInt(100));
            return;
        }
        int yes = free[0]++;
        int no = free[0]++;
        boolean third = !plain && random.nextInt(5) == 0;
        int missing = third ? free[0]++ : random.nextBoolean() ? yes : no;
        int feature = random.nextInt(features);
        int kind = random.nextInt(plain ? 4 : 6);
        if (kind == 5) {
            int[] codes = {random.nextInt(4), random.nextInt(4), 5000};
            tree.member(node, feature, codes, yes, no, missing);
        } else {
            tree.split(node, feature, NodeTest.values()[kind], edge(), yes, no, missing);
            if (!plain && random.nextInt(5) == 0) {
                tree.zeroIsMissing(node);
            }
        }
        describe(tree, yes, free, depth - 1);
        describe(tree, no, free, depth - 1);
        if (third) {
            describe(tree, missing, free, depth - 1);
        }
    }

    private double number() {
        return arithmetic.round(random.nextDouble(-1, 1));
    }

    private double edge() {
        return arithmetic.round(random.nextInt(-2, 5) * 0.5);
    }

    double[] row() {
        double[] row = new double[features];
        for (int f = 0; f < features; f++) {
            row[f] = switch (random.nextInt(8)) {
                case 0 -> Double.NaN;
                case 1 -> -0.0;
                case 2 -> Math.nextUp(edge());
                case 3 -> Math.nextDown(edge());
                case 4 -> random.nextDouble(-2, 3);
                default -> edge();
            };
        }
        return row;
    }
}
