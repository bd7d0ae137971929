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
 * @param groups how many groups the tree is cut into, from 1 to {@code rows}; a dashed line shows where, from 2 to
 *     {@link #LEAVES}
 */
public record TreeChart(String name, List<Merge> merges, int rows, int groups) {

    /** How many parts are drawn at most. */
    public static final int LEAVES = 24;

    private static final int WIDTH = 360;
    private static final int LEFT = 40;
    private static final int STEP = 14;
    private static final int AXIS = 34;

    public TreeChart {
        merges = List.copyOf(merges);
        if (rows < 2 || merges.size() != rows - 1) {
            throw new IllegalArgumentException(
                    "merges must be one less than rows, found " + merges.size() + " of " + rows);
        }
        if (groups < 1 || groups > rows) {
            throw new IllegalArgumentException("groups must be within [1, rows=" + rows + "], found " + groups);
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
                leaves.size() * STEP + 4 + AXIS,
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
        axis(svg, leaves.size() * STEP + 4);
        return new Html(svg.append("</svg></figure>").toString());
    }

    /** Distances, and where the tree is cut. */
    private void axis(StringBuilder svg, int bottom) {
        double top = merges.get(merges.size() - 1).height();
        for (double tick : new double[] {0, top / 2, top}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                    x(tick),
                    bottom + 13,
                    tick == top ? "end" : "middle",
                    tick == 0 ? "0" : String.format(Locale.ROOT, "%.3g", tick)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">Distance of what merges</text>",
                x(top / 2),
                bottom + 29));
        if (groups > 1 && groups <= LEAVES) {
            double cut = x((merges.get(rows - groups - 1).height()
                            + merges.get(rows - groups).height())
                    / 2);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"mean\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>",
                    cut,
                    cut,
                    bottom));
        }
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
                "<polyline points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f %.1f,%.1f\"><title>distance %.4g, %d"
                        + " clients</title></polyline>",
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
