package io.lendcrm.scoring.risk.trees;

/**
 * A tree as questions with two answers. Places are numbered from 0, the root, each behind the one above it; at a place stands a
 * question or a leaf. A node that sends missing values a way of their own makes two questions: whether the value is missing,
 * and, if not, the node's own; shares and answers multiply to the same.
 */
final class Questions {

    private final Tree tree;
    /** What stands at a place: a node of the tree, or the complement of a node with three ways for its second question. */
    private final int[] node;

    private final int[] above;
    private final int[] below;
    private final int size;

    Questions(Tree tree) {
        this.tree = tree;
        int most = 2 * tree.order().length;
        node = new int[most];
        above = new int[most];
        below = new int[most];
        above[0] = -1;
        int found = 1;
        for (int place = 0; place < found; place++) {
            if (!isLeaf(place)) {
                below[place] = found;
                for (int answer = 0; answer < 2; answer++) {
                    above[found] = place;
                    node[found++] = behind(node[place], answer);
                }
            }
        }
        size = found;
    }

    private int behind(int n, int answer) {
        if (n >= 0 && tree.hasThird(n)) {
            return answer == 0 ? tree.missing(n) : ~n;
        }
        int plain = n < 0 ? ~n : n;
        return (answer == 0) == tree.test(plain).passesAbove() ? tree.no(plain) : tree.yes(plain);
    }

    int size() {
        return size;
    }

    boolean isLeaf(int place) {
        return node[place] >= 0 && tree.isLeaf(node[place]);
    }

    double worth(int leaf) {
        return tree.worth(node[leaf]);
    }

    /** The place above, -1 for the root. */
    int above(int place) {
        return above[place];
    }

    /** The place behind an answer, 0 or 1. */
    int below(int question, int answer) {
        return below[question] + answer;
    }

    int feature(int question) {
        return tree.feature(tree(question));
    }

    private int tree(int question) {
        return node[question] < 0 ? ~node[question] : node[question];
    }

    /** The share of the clients at a question who give an answer. */
    double share(int question, int answer) {
        int n = node[question];
        if (n < 0) {
            double yes = tree.share(~n, tree.yes(~n));
            double no = tree.share(~n, tree.no(~n));
            double own = behind(n, answer) == tree.yes(~n) ? yes : no;
            return yes + no > 0 ? own / (yes + no) : 0.5;
        }
        if (tree.hasThird(n)) {
            double missing = tree.share(n, tree.missing(n));
            return answer == 0 ? missing : 1 - missing;
        }
        return tree.share(n, behind(n, answer));
    }

    /** Whether the answer is 0 below {@link #threshold} and 1 elsewhere, and a missing value has one of the two. */
    boolean compares(int question) {
        int n = node[question];
        return n >= 0 && tree.test(n).compares() && !tree.hasThird(n) && !tree.zeroIsMissing(n);
    }

    double threshold(int comparison) {
        int n = node[comparison];
        return tree.test(n).edgeIsBelow() ? Math.nextUp(tree.threshold(n)) : tree.threshold(n);
    }

    /** The answer of a value; any where the value doesn't come to the question. */
    int answer(int question, double x) {
        int n = node[question];
        int next = tree.next(tree(question), x);
        return next == behind(n, 0) ? 0 : 1;
    }
}
