package io.lendcrm.scoring.risk.trees;

import static java.util.Objects.requireNonNull;

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

    private final TreeNodes nodes;
    private final int[] order;
    private final int depth;
    private final int leaves;

    private Tree(TreeNodes nodes) {
        this.nodes = nodes;
        NodeOrder found = NodeOrder.of(nodes);
        this.order = found.nodes();
        this.depth = found.depth();
        int ends = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int node = order[i];
            if (isLeaf(node)) {
                ends++;
            } else {
                double third = hasThird(node) ? nodes.cover[missing(node)] : 0;
                nodes.cover[node] = nodes.cover[yes(node)] + nodes.cover[no(node)] + third;
            }
        }
        this.leaves = ends;
    }

    /**
     * Begins a tree.
     *
     * @param nodes how many nodes there are to describe, at least 1; those that the root doesn't lead to are left out
     * @return a builder
     */
    public static Builder builder(int nodes) {
        return new Builder(nodes);
    }

    /** {@return how many nodes are numbered, leaves included} */
    public int size() {
        return nodes.size();
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
        return nodes.feature[node] < 0;
    }

    int feature(int node) {
        return nodes.feature[node];
    }

    NodeTest test(int node) {
        return nodes.test[node];
    }

    double threshold(int node) {
        return nodes.threshold[node];
    }

    CodeSet members(int node) {
        return nodes.members[node];
    }

    int yes(int node) {
        return nodes.yes[node];
    }

    int no(int node) {
        return nodes.no[node];
    }

    int missing(int node) {
        return nodes.missing[node];
    }

    boolean zeroIsMissing(int node) {
        return nodes.zeroIsMissing[node];
    }

    double value(int node) {
        return nodes.value[node];
    }

    /** The value of a leaf in an expected value: one without a value is worth nothing. */
    double worth(int leaf) {
        return Double.isNaN(nodes.value[leaf]) ? 0 : nodes.value[leaf];
    }

    int number(int node) {
        return nodes.number[node];
    }

    double cover(int node) {
        return nodes.cover[node];
    }

    /** The share of a node's cover that a node below it has; the same for all where the cover is 0. */
    double share(int node, int below) {
        if (nodes.cover[node] > 0) {
            return nodes.cover[below] / nodes.cover[node];
        }
        return hasThird(node) ? 1.0 / 3 : 1.0 / 2;
    }

    /** Whether missing values go a way of their own. */
    boolean hasThird(int node) {
        return nodes.missing[node] != nodes.yes[node] && nodes.missing[node] != nodes.no[node];
    }

    /** The node that a value of the node's feature leads to. */
    int next(int node, double x) {
        if (Double.isNaN(x) || nodes.zeroIsMissing[node] && Math.abs(x) <= ALMOST_ZERO) {
            return nodes.missing[node];
        }
        return nodes.test[node].passes(x, nodes.threshold[node], nodes.members[node])
                ? nodes.yes[node]
                : nodes.no[node];
    }

    /** The leaf of a row. */
    int leaf(double[] row, Arithmetic arithmetic) {
        int node = 0;
        while (nodes.feature[node] >= 0) {
            node = next(node, arithmetic.round(row[nodes.feature[node]]));
        }
        return node;
    }

    /** Throws unless every node asks of a feature that is there, and every number is one of the arithmetic. */
    void check(int features, Arithmetic arithmetic) {
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.feature[node] >= features) {
                throw new IllegalArgumentException("feature of node " + node + " must be within [0, " + (features - 1)
                        + "], found " + nodes.feature[node]);
            }
            requireRounded(arithmetic, node, "threshold", nodes.threshold[node]);
            requireRounded(arithmetic, node, "value", nodes.value[node]);
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
        return other instanceof Tree that && nodes.equals(that.nodes);
    }

    @Override
    public int hashCode() {
        return nodes.hashCode();
    }

    /** {@return how many leaves and how deep} */
    @Override
    public String toString() {
        return "Tree[" + leaves + " leaves, depth " + depth + "]";
    }

    /** Describes a tree node by node, in any order. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private final TreeNodes nodes;

        private Builder(int size) {
            if (size < 1) {
                throw new IllegalArgumentException("nodes must be at least 1, found " + size);
            }
            this.nodes = new TreeNodes(size);
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
            nodes.test[node] = asked;
            nodes.threshold[node] = bound + 0.0;
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
            nodes.test[node] = NodeTest.MEMBER;
            nodes.members[node] = set;
            return this;
        }

        /**
         * Lets a node that is described take 0 for missing, and what is within 1e-35 of it, as LightGBM does on demand.
         *
         * @param node which
         * @return this
         */
        public Builder zeroIsMissing(int node) {
            if (!nodes.described[node] || nodes.feature[node] < 0) {
                throw new IllegalArgumentException("node " + node + " must be described and no leaf");
            }
            nodes.zeroIsMissing[node] = true;
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
            nodes.value[node] = leafValue;
            nodes.cover[node] = Double.isNaN(leafValue) ? 0 : weight;
            nodes.number[node] = name;
            return this;
        }

        private void inner(int node, int index, int ifYes, int ifNo, int ifMissing) {
            if (index < 0) {
                throw new IllegalArgumentException("feature of node " + node + " must be at least 0, found " + index);
            }
            describe(node);
            nodes.feature[node] = index;
            nodes.yes[node] = below(node, ifYes);
            nodes.no[node] = below(node, ifNo);
            nodes.missing[node] = below(node, ifMissing);
            if (ifYes == ifNo) {
                throw new IllegalArgumentException(
                        "node " + node + " must lead to two others, found " + ifYes + " twice");
            }
        }

        private void describe(int node) {
            if (nodes.described[java.util.Objects.checkIndex(node, nodes.size())]) {
                throw new IllegalArgumentException("node " + node + " must be described once, found twice");
            }
            nodes.described[node] = true;
        }

        private int below(int node, int next) {
            if (next < 1 || next >= nodes.size()) {
                throw new IllegalArgumentException(
                        "node " + node + " must lead to one within [1, " + (nodes.size() - 1) + "], found " + next);
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
            return new Tree(nodes.only(NodeOrder.of(nodes).nodes()));
        }
    }
}
