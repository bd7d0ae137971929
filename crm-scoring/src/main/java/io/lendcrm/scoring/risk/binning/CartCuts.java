package io.lendcrm.scoring.risk.binning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts by a classification tree of one variable (Breiman et al. 1984): again and again the leaf whose best cut takes away
 * most Gini impurity is cut, until there are enough leaves. Among equal cuts the lowest, among equal leaves the lowest.
 */
final class CartCuts {

    private final Cells cells;
    private final double[] goodBefore;
    private final double[] badBefore;
    private final double minRows;

    private CartCuts(Cells cells, double minRows) {
        this.cells = cells;
        this.goodBefore = sums(cells.good());
        this.badBefore = sums(cells.bad());
        this.minRows = minRows;
    }

    static double[] find(Cells cells, int maxLeaves, double minRows) {
        return new CartCuts(cells, minRows).find(maxLeaves);
    }

    static double[] sums(double[] counts) {
        double[] before = new double[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            before[i + 1] = before[i] + counts[i];
        }
        return before;
    }

    /** A leaf of cells {@code from} to {@code to}, exclusive, to be cut before cell {@code at}. */
    private record Leaf(int from, int at, int to, double gain) {}

    private double[] find(int maxLeaves) {
        PriorityQueue<Leaf> leaves = new PriorityQueue<>(
                Comparator.comparingDouble(Leaf::gain).reversed().thenComparingInt(Leaf::from));
        add(leaves, best(0, cells.size()));
        double[] cuts = new double[Math.max(0, maxLeaves - 1)];
        int size = 0;
        while (size < cuts.length && !leaves.isEmpty()) {
            Leaf leaf = leaves.remove();
            cuts[size++] = cells.between(leaf.at - 1);
            add(leaves, best(leaf.from, leaf.at));
            add(leaves, best(leaf.at, leaf.to));
        }
        double[] sorted = Arrays.copyOf(cuts, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void add(PriorityQueue<Leaf> leaves, @Nullable Leaf leaf) {
        if (leaf != null) {
            leaves.add(leaf);
        }
    }

    private @Nullable Leaf best(int from, int to) {
        double purity = purity(from, to);
        double most = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int i = from + 1; i < to; i++) {
            if (rows(from, i) >= minRows && rows(i, to) >= minRows && rows(from, i) > 0 && rows(i, to) > 0) {
                double sum = purity(from, i) + purity(i, to);
                if (sum > most) {
                    most = sum;
                    at = i;
                }
            }
        }
        boolean pure = purity == rows(from, to);
        return at < 0 || pure ? null : new Leaf(from, at, to, most - purity);
    }

    /** Rows less the Gini impurity in rows: Σ counts² / rows. */
    private double purity(int from, int to) {
        double good = goodBefore[to] - goodBefore[from];
        double bad = badBefore[to] - badBefore[from];
        return (good * good + bad * bad) / (good + bad);
    }

    private double rows(int from, int to) {
        return goodBefore[to] - goodBefore[from] + badBefore[to] - badBefore[from];
    }
}
