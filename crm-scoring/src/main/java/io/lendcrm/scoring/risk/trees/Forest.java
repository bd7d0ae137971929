package io.lendcrm.scoring.risk.trees;

import java.util.List;
import java.util.stream.IntStream;

/** The trees of an ensemble as the processor likes them. All forms give the same bits. */
interface Forest {

    /** The margin of a row, {@code NaN} for none. */
    double margin(double[] row);

    /** The margins of rows that stand in columns. */
    void margins(Columns columns, int from, int to, double[] margins);

    /** Rows that stand in columns. */
    @FunctionalInterface
    interface Columns {
        void copy(int column, int from, int to, double[] target);
    }

    /** The fastest form that the trees allow. */
    static Forest of(List<Tree> trees, TreeSum sum, int features) {
        return CompleteForest.fits(trees, sum)
                ? new CompleteForest(trees, sum)
                : new WalkedForest(trees, sum, features);
    }

    /** The features that any node asks about, in order. */
    static int[] used(List<Tree> trees) {
        return trees.stream()
                .flatMapToInt(tree -> IntStream.of(tree.order()).map(tree::feature))
                .filter(feature -> feature >= 0)
                .distinct()
                .sorted()
                .toArray();
    }
}
