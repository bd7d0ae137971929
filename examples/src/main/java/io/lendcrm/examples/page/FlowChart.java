package io.lendcrm.examples.page;

import java.util.List;
import java.util.Locale;

/**
 * Who went from which group to which, as bands as wide as many clients went (a Sankey diagram), in SVG that scales with the
 * page. Immutable and thread-safe.
 *
 * @param name what is drawn
 * @param from the groups before
 * @param to the groups now
 * @param counts how many clients went from each group before (row) to each now (column), at least 0
 */
public record FlowChart(String name, List<String> from, List<String> to, List<List<Long>> counts) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 260;
    private static final int LABEL = 78;
    private static final int BAR = 8;
    private static final int GAP = 10;

    public FlowChart {
        from = List.copyOf(from);
        to = List.copyOf(to);
        counts = counts.stream().map(List::copyOf).toList();
        for (List<Long> line : counts) {
            if (line.size() != to.size() || counts.size() != from.size()) {
                throw new IllegalArgumentException(
                        "counts must have " + from.size() + " rows of " + to.size() + " columns");
            }
        }
    }

    /** {@return the chart} */
    public Html html() {
        long all =
                counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
        double unit = all == 0 ? 0 : (HEIGHT - GAP * (double) (Math.max(from.size(), to.size()) - 1)) / all;
        double[] left = tops(from.size(), unit, true);
        double[] right = tops(to.size(), unit, false);
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure class=\"line groups flow\"><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"%s\">",
                Html.text(name).markup(),
                WIDTH,
                HEIGHT,
                Html.text(name + ": " + all + " clients").markup()));
        bars(svg, from, left, unit, true);
        bars(svg, to, right, unit, false);
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                long count = counts.get(i).get(j);
                if (count > 0) {
                    svg.append(band(i, j, left[i], right[j], count * unit, count));
                    left[i] += count * unit;
                    right[j] += count * unit;
                }
            }
        }
        return new Html(svg.append("</svg></figure>").toString());
    }

    private String band(int i, int j, double left, double right, double height, long count) {
        int start = LABEL + BAR;
        int end = WIDTH - LABEL - BAR;
        int middle = (start + end) / 2;
        return String.format(
                Locale.ROOT,
                "<path %s d=\"M%d,%.1f C%d,%.1f %d,%.1f %d,%.1f L%d,%.1f C%d,%.1f %d,%.1f %d,%.1f Z\"><title>%s to %s:"
                        + " %d</title></path>",
                Hue.style(i),
                start,
                left,
                middle,
                left,
                middle,
                right,
                end,
                right,
                end,
                right + height,
                middle,
                right + height,
                middle,
                left + height,
                start,
                left + height,
                Html.text(from.get(i)).markup(),
                Html.text(to.get(j)).markup(),
                count);
    }

    private static void bars(StringBuilder svg, List<String> groups, double[] tops, double unit, boolean isLeft) {
        for (int g = 0; g < groups.size(); g++) {
            double height = (g + 1 < groups.size() ? tops[g + 1] - GAP : tops[groups.size()]) - tops[g];
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"end\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"%s\">%s</text>",
                    isLeft ? LABEL : WIDTH - LABEL - BAR,
                    tops[g],
                    BAR,
                    Math.max(unit > 0 ? 1 : 0, height),
                    isLeft ? LABEL - 5 : WIDTH - LABEL + 5,
                    Math.min(HEIGHT - 2.0, Math.max(11, tops[g] + height / 2 + 4)),
                    isLeft ? "end" : "start",
                    Html.text(groups.get(g)).markup()));
        }
    }

    /** Where each group begins; at the end where the last one ends. */
    private double[] tops(int groups, double unit, boolean isLeft) {
        double[] tops = new double[groups + 1];
        double next = 0;
        for (int g = 0; g < groups; g++) {
            tops[g] = next;
            long size = 0;
            for (int other = 0; other < (isLeft ? to.size() : from.size()); other++) {
                size += isLeft ? counts.get(g).get(other) : counts.get(other).get(g);
            }
            tops[g + 1] = next + size * unit;
            next = tops[g + 1] + GAP;
        }
        return tops;
    }
}
