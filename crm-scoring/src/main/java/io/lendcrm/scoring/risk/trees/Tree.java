package io.lendcrm.scoring.risk.trees;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * A decision tree. Its nodes are numbered from 0, the root. A node asks about the value of one feature ({@link NodeTest}) and
 * sends the client to one of two nodes, or to a third where the value is missing, which may be one of the two. A leaf has a
 * value, the weight of the training rows that fell into it (its cover), and a number by which its origin names it.
 *
 * <p>A leaf of {@code NaN} means that there is no score; it weighs nothing in an expected value. The cover of a node is the
 * sum of its leaves'; where it is 0, the nodes below weigh the same. Immutable and thread-safe.
 */
public final class Tree {

    /** No tree is deeper: far more than trainers grow, and little enough to walk along. */
    static final int DEEPEST = 1000;

    /** Numbers this close to 0 are missing where 0 is: LightGBM's threshold, as its float has it. */
    static final double ALMOST_ZERO = 1e-35f;

    private final NodeTest[] test;
    private final int[] feature;
    private final double[] threshold;
    private final CodeSet[] members;
    private final int[] yes;
    private final int[] no;
    private final int[] missing;
    private final boolean[] zeroIsMissing;
    private final double[] value;
    private final int[] number;
    private final double[] cover;
    private final int[] order;
    private final int depth;
    private final int leaves;

    private Tree(Builder parts, NodeOrder order) {
        this.test = parts.test.clone();
        this.feature = parts.feature.clone();
        this.threshold = parts.threshold.clone();
        this.members = parts.members.clone();
        this.yes = parts.yes.clone();
        this.no = parts.no.clone();
        this.missing = parts.missing.clone();
        this.zeroIsMissing = parts.zeroIsMissing.clone();
        this.value = parts.value.clone();
        this.number = parts.number.clone();
        this.cover = parts.cover.clone();
        this.depth = order.depth();
        this.order = order.nodes();
        int ends = 0;
        for (int i = this.order.length - 1; i >= 0; i--) {
            int node = this.order[i];
            if (isLeaf(node)) {
                ends++;
            } else {
                cover[node] = cover[yes[node]] + cover[no[node]] + (hasThird(node) ? cover[missing[node]] : 0);
            }
        }
        this.leaves = ends;
    }

    /**
     * Begins a tree.
     *
     * @param nodes how many nodes there are to describe, at least 1; those that the root doesn't lead to are passed over
     * @return a builder
     */
    public static Builder builder(int nodes) {
        return new Builder(nodes);
    }

    /** {@return how many nodes are numbered, leaves included} */
    public int size() {
        return feature.length;
    }

    /** {@return how many questions a client is asked at most; 0 for a single leaf} */
    public int depth() {
        return depth;
    }

    /** {@return how many leaves the root leads to} */
    public int leaves() {
        return leaves;
    }

    /** The nodes that the root leads to, each behind the one above it. */
    int[] order() {
        return order;
    }

    boolean isLeaf(int node) {
        return feature[node] < 0;
    }

    int feature(int node) {
        return feature[node];
    }

    NodeTest test(int node) {
        return test[node];
    }

    double threshold(int node) {
        return threshold[node];
    }

    CodeSet members(int node) {
        return members[node];
    }

    int yes(int node) {
        return yes[node];
    }

    int no(int node) {
        return no[node];
    }

    int missing(int node) {
        return missing[node];
    }

    boolean zeroIsMissing(int node) {
        return zeroIsMissing[node];
    }

    double value(int node) {
        return value[node];
    }

    int number(int node) {
        return number[node];
    }

    double cover(int node) {
        return cover[node];
    }

    /** The share of a node's cover that a node below it has; the same for all where the cover is 0. */
    double share(int node, int below) {
        if (cover[node] > 0) {
            return cover[below] / cover[node];
        }
        return hasThird(node) ? 1.0 / 3 : 1.0 / 2;
    }

    /** Whether missing values go a way of their own. */
    boolean hasThird(int node) {
        return missing[node] != yes[node] && missing[node] != no[node];
    }

    /** The node that a value of the node's feature leads to. */
    int next(int node, double x) {
        if (Double.isNaN(x) || zeroIsMissing[node] && Math.abs(x) <= ALMOST_ZERO) {
            return missing[node];
        }
        return test[node].passes(x, threshold[node], members[node]) ? yes[node] : no[node];
    }

    /** The leaf of a row. */
    int leaf(double[] row, Arithmetic arithmetic) {
        int node = 0;
        while (feature[node] >= 0) {
            node = next(node, arithmetic.round(row[feature[node]]));
        }
        return node;
    }

    /** Throws unless every node asks of a feature that is there, and every number is one of the arithmetic. */
    void check(int features, Arithmetic arithmetic) {
        for (int node = 0; node < feature.length; node++) {
            if (feature[node] >= features) {
                throw new IllegalArgumentException("feature of node " + node + " must be within [0, " + (features - 1)
                        + "], found " + feature[node]);
            }
            requireRounded(arithmetic, node, "threshold", threshold[node]);
            requireRounded(arithmetic, node, "value", value[node]);
        }
    }

    private static void requireRounded(Arithmetic arithmetic, int node, String what, double x) {
        if (Double.compare(arithmetic.round(x), x) != 0) {
            throw new IllegalArgumentException(
                    what + " of node " + node + " must be a number of " + arithmetic + ", found " + x);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tree that
                && Arrays.equals(feature, that.feature)
                && Arrays.equals(test, that.test)
                && Arrays.equals(threshold, that.threshold)
                && Arrays.equals(members, that.members)
                && Arrays.equals(yes, that.yes)
                && Arrays.equals(no, that.no)
                && Arrays.equals(missing, that.missing)
                && Arrays.equals(zeroIsMissing, that.zeroIsMissing)
                && Arrays.equals(value, that.value)
                && Arrays.equals(number, that.number)
                && Arrays.equals(cover, that.cover);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(threshold) + Arrays.hashCode(value);
    }

    /** {@return how many leaves and how deep} */
    @Override
    public String toString() {
        return "Tree[" + leaves + " leaves, depth " + depth + "]";
    }

    /** Describes a tree node by node, in any order. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private final NodeTest[] test;
        private final int[] feature;
        private final double[] threshold;
        private final CodeSet[] members;
        private final int[] yes;
        private final int[] no;
        private final int[] missing;
        private final boolean[] zeroIsMissing;
        private final double[] value;
        private final int[] number;
        private final double[] cover;
        private final boolean[] described;

        private Builder(int nodes) {
            if (nodes < 1) {
                throw new IllegalArgumentException("nodes must be at least 1, found " + nodes);
            }
            test = new NodeTest[nodes];
            feature = new int[nodes];
            threshold = new double[nodes];
            members = new CodeSet[nodes];
            yes = new int[nodes];
            no = new int[nodes];
            missing = new int[nodes];
            zeroIsMissing = new boolean[nodes];
            value = new double[nodes];
            number = new int[nodes];
            cover = new double[nodes];
            described = new boolean[nodes];
            Arrays.fill(test, NodeTest.BELOW);
            Arrays.fill(feature, -1);
            Arrays.fill(members, CodeSet.EMPTY);
        }

        /**
         * Describes a node that compares a number.
         *
         * @param node which
         * @param index the position of its feature in the schema
         * @param asked how it compares, not {@link NodeTest#MEMBER}
         * @param bound what it compares with, finite
         * @param ifYes the node for values that pass
         * @param ifNo the node for values that don't
         * @param ifMissing the node for missing values
         * @return this
         */
        public Builder split(int node, int index, NodeTest asked, double bound, int ifYes, int ifNo, int ifMissing) {
            if (requireNonNull(asked, "asked") == NodeTest.MEMBER) {
                throw new IllegalArgumentException("node " + node + " must be told its codes, found a threshold");
            }
            if (!Double.isFinite(bound)) {
                throw new IllegalArgumentException("threshold of node " + node + " must be finite, found " + bound);
            }
            inner(node, index, ifYes, ifNo, ifMissing);
            test[node] = asked;
            threshold[node] = bound + 0.0;
            return this;
        }

        /**
         * Describes a node that asks whether a code is one of a set.
         *
         * @param node which
         * @param index the position of its feature in the schema
         * @param codes the set, at least one, none below 0
         * @param ifYes the node for codes of the set
         * @param ifNo the node for all others, unseen levels among them
         * @param ifMissing the node for missing values
         * @return this
         */
        public Builder member(int node, int index, int[] codes, int ifYes, int ifNo, int ifMissing) {
            CodeSet set = CodeSet.of(codes);
            inner(node, index, ifYes, ifNo, ifMissing);
            test[node] = NodeTest.MEMBER;
            members[node] = set;
            return this;
        }

        /**
         * Lets a node that is described take 0 for missing, and what is within 1e-35 of it, as LightGBM does on demand.
         *
         * @param node which
         * @return this
         */
        public Builder zeroIsMissing(int node) {
            if (!described[node] || feature[node] < 0) {
                throw new IllegalArgumentException("node " + node + " must be described and no leaf");
            }
            zeroIsMissing[node] = true;
            return this;
        }

        /**
         * Describes a leaf that its origin names by the node's number.
         *
         * @param node which
         * @param leafValue what it adds to the score; {@code NaN} for no score
         * @param weight the weight of the training rows in it, at least 0
         * @return this
         */
        public Builder leaf(int node, double leafValue, double weight) {
            return leaf(node, leafValue, weight, node);
        }

        /**
         * Describes a leaf.
         *
         * @param node which
         * @param leafValue what it adds to the score; {@code NaN} for no score
         * @param weight the weight of the training rows in it, at least 0
         * @param name the number by which the origin names it
         * @return this
         */
        public Builder leaf(int node, double leafValue, double weight, int name) {
            if (Double.isInfinite(leafValue)) {
                throw new IllegalArgumentException("value of leaf " + node + " must be finite, found " + leafValue);
            }
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "cover of leaf " + node + " must be at least 0 and finite, found " + weight);
            }
            describe(node);
            value[node] = leafValue;
            cover[node] = Double.isNaN(leafValue) ? 0 : weight;
            number[node] = name;
            return this;
        }

        private void inner(int node, int index, int ifYes, int ifNo, int ifMissing) {
            if (index < 0) {
                throw new IllegalArgumentException("feature of node " + node + " must be at least 0, found " + index);
            }
            describe(node);
            feature[node] = index;
            yes[node] = below(node, ifYes);
            no[node] = below(node, ifNo);
            missing[node] = below(node, ifMissing);
            if (ifYes == ifNo) {
                throw new IllegalArgumentException(
                        "node " + node + " must lead to two others, found " + ifYes + " twice");
            }
        }

        private void describe(int node) {
            if (described[java.util.Objects.checkIndex(node, described.length)]) {
                throw new IllegalArgumentException("node " + node + " must be described once, found twice");
            }
            described[node] = true;
        }

        private int below(int node, int next) {
            if (next < 1 || next >= feature.length) {
                throw new IllegalArgumentException(
                        "node " + node + " must lead to one within [1, " + (feature.length - 1) + "], found " + next);
            }
            return next;
        }

        /**
         * Makes the tree.
         *
         * @return the tree
         * @throws IllegalArgumentException if the root leads to a node that isn't described, or to one by two ways, as in a
         *     circle, or deeper than 1,000 levels
         */
        public Tree build() {
            return new Tree(this, NodeOrder.of(feature, yes, no, missing, described));
        }
    }
}
