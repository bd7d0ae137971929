package io.lendcrm.examples.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last merges of a tree (a dendrogram), the root at the right, as SVG that scales with the page. Immutable and
 * thread-safe.
 *
 * @param name what is drawn
 * @param merges all merges of the tree from the lowest to the highest: rows are nodes from 0, merges nodes after them
 * @param rows how many rows there are
 */
public record TreeChart(String name, List<Merge> merges, int rows) {

    /** How many parts are drawn at most. */
    public static final int LEAVES = 24;

    private static final int WIDTH = 360;
    private static final int LEFT = 40;
    private static final int STEP = 14;

    public TreeChart {
        merges = List.copyOf(merges);
        if (rows < 2 || merges.size() != rows - 1) {
            throw new IllegalArgumentException(
                    "merges must be one less than rows, found " + merges.size() + " of " + rows);
        }
    }

    /**
     * A merge.
     *
     * @param left a node
     * @param right a node
     * @param height their distance, at least 0
     * @param rows how many rows both have together
     */
    public record Merge(int left, int right, double height, int rows) {}

    /** {@return the chart} */
    public Html html() {
        List<Integer> leaves = new ArrayList<>();
        leaves(2 * rows - 2, leaves);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<figure class=\"line groups tree\"><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"%s\">",
                Html.text(name).markup(),
                WIDTH,
                leaves.size() * STEP + 4,
                Html.text(name + ": the last " + (leaves.size() - 1) + " merges")
                        .markup()));
        for (int i = 0; i < leaves.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>",
                    LEFT - 5,
                    i * STEP + 12,
                    leaves.get(i) < rows ? 1 : merges.get(leaves.get(i) - rows).rows()));
        }
        draw(svg, 2 * rows - 2, leaves);
        return new Html(svg.append("</svg></figure>").toString());
    }

    /** The parts below the last merges, in an order that no branches cross. */
    private void leaves(int node, List<Integer> leaves) {
        if (isLeaf(node)) {
            leaves.add(node);
        } else {
            leaves(merges.get(node - rows).left(), leaves);
            leaves(merges.get(node - rows).right(), leaves);
        }
    }

    private boolean isLeaf(int node) {
        return node < rows || node < 2 * rows - LEAVES;
    }

    /** Draws what is below a node and gives how far down the node stands. */
    private double draw(StringBuilder svg, int node, List<Integer> leaves) {
        if (isLeaf(node)) {
            return leaves.indexOf(node) * STEP + 8.0;
        }
        Merge merge = merges.get(node - rows);
        double one = draw(svg, merge.left(), leaves);
        double other = draw(svg, merge.right(), leaves);
        double x = x(merge.height());
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f\"><title>distance %.4g, %d clients</title></polyline>",
                start(merge.left()),
                one,
                x,
                one,
                x,
                other,
                start(merge.right()),
                other,
                merge.height(),
                merge.rows()));
        return (one + other) / 2;
    }

    private double start(int node) {
        return isLeaf(node) ? LEFT : x(merges.get(node - rows).height());
    }

    private double x(double height) {
        double top = merges.get(merges.size() - 1).height();
        return LEFT + (top > 0 ? height / top : 0) * (WIDTH - LEFT - 6);
    }
}
