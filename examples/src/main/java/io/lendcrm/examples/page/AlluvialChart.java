package io.lendcrm.examples.page;

import java.util.List;
import java.util.Locale;

/**
 * How groups feed each other from time to time (an alluvial diagram): a column a time, a bar a group as high as it has
 * members, bands as wide as many went from bar to bar. Members who weren't there before belong to a bar but to no band that
 * leads to it. In SVG that scales with the page. Immutable and thread-safe.
 *
 * @param name what is drawn
 * @param groups the groups, from the top
 * @param times the times, from the left, at least one
 * @param counts for each time, how many each group has, at least 0
 * @param moves for each time, how many went from each group of the time before (row) to each (column); not read of the first
 */
public record AlluvialChart(
        String name, List<String> groups, List<String> times, List<List<Long>> counts, List<List<List<Long>>> moves) {

    private static final int WIDTH = 760;
    private static final int TOP = 4;
    private static final int HEIGHT = 300;
    private static final int FOOT = 22;
    private static final int LABEL = 84;
    private static final int BAR = 9;
    private static final int GAP = 8;
    private static final int LINE = 13;

    public AlluvialChart {
        groups = List.copyOf(groups);
        times = List.copyOf(times);
        counts = counts.stream().map(List::copyOf).toList();
        moves = moves.stream()
                .map(matrix -> matrix.stream().map(List::copyOf).toList())
                .toList();
        int n = groups.size();
        boolean square = moves.stream()
                .allMatch(matrix -> matrix.size() == n && matrix.stream().allMatch(row -> row.size() == n));
        if (times.isEmpty()
                || counts.size() != times.size()
                || moves.size() != times.size()
                || !square
                || counts.stream().anyMatch(row -> row.size() != n)) {
            throw new IllegalArgumentException("counts and moves must be of " + times.size() + " times and " + n
                    + " groups, and times at least one");
        }
    }

    /** {@return the chart} */
    public Html html() {
        long most = 1;
        int bars = 1;
        for (List<Long> column : counts) {
            most = Math.max(most, column.stream().mapToLong(Long::longValue).sum());
            bars = Math.max(
                    bars, (int) column.stream().filter(count -> count > 0).count());
        }
        double unit = (HEIGHT - GAP * (double) (bars - 1)) / most;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<figure class=\"line groups alluvial\"><figcaption>%s</figcaption><div class=\"scroll\""
                        + " tabindex=\"0\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Html.text(name).markup(),
                WIDTH,
                TOP + HEIGHT + FOOT,
                Html.text(name + ", from " + times.get(0) + " to " + times.get(times.size() - 1))
                        .markup()));
        for (int t = 1; t < times.size(); t++) {
            bands(svg, t, unit);
        }
        for (int t = 0; t < times.size(); t++) {
            column(svg, t, unit);
        }
        return new Html(svg.append("</svg></div></figure>").toString());
    }

    private void bands(StringBuilder svg, int t, double unit) {
        double[] left = tops(t - 1, unit);
        double[] right = tops(t, unit);
        int start = x(t - 1) + BAR;
        int end = x(t);
        int middle = (start + end) / 2;
        for (int from = 0; from < groups.size(); from++) {
            for (int to = 0; to < groups.size(); to++) {
                long count = moves.get(t).get(from).get(to);
                double height = count * unit;
                if (count > 0) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "<path %s d=\"M%d,%.1f C%d,%.1f %d,%.1f %d,%.1f L%d,%.1f C%d,%.1f %d,%.1f %d,%.1f Z\">"
                                    + "<title>%s to %s, %s: %d</title></path>",
                            Hue.style(from),
                            start,
                            left[from],
                            middle,
                            left[from],
                            middle,
                            right[to],
                            end,
                            right[to],
                            end,
                            right[to] + height,
                            middle,
                            right[to] + height,
                            middle,
                            left[from] + height,
                            start,
                            left[from] + height,
                            Html.text(groups.get(from)).markup(),
                            Html.text(groups.get(to)).markup(),
                            Html.text(times.get(t)).markup(),
                            count));
                }
                left[from] += height;
                right[to] += height;
            }
        }
    }

    private void column(StringBuilder svg, int t, double unit) {
        double[] tops = tops(t, unit);
        double[] labels = labels(t, tops, unit);
        boolean last = t == times.size() - 1;
        for (int g = 0; g < groups.size(); g++) {
            long count = counts.get(t).get(g);
            if (count == 0) {
                continue;
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"bar\" %s x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"><title>%s, %s:"
                            + " %d</title></rect>",
                    Hue.style(g),
                    x(t),
                    tops[g],
                    BAR,
                    Math.max(1, count * unit),
                    Html.text(groups.get(g)).markup(),
                    Html.text(times.get(t)).markup(),
                    count));
            if (t == 0 || last) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                        last ? x(t) + BAR + 5 : x(t) - 5,
                        labels[g],
                        last ? "start" : "end",
                        Html.text(groups.get(g)).markup()));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                x(t) + BAR / 2,
                TOP + HEIGHT + FOOT - 5,
                Html.text(times.get(t)).markup()));
    }

    private int x(int t) {
        int last = WIDTH - LABEL - BAR;
        return times.size() == 1 ? last : LABEL + (last - LABEL) * t / (times.size() - 1);
    }

    /** Where each group's bar begins; groups without members take no room. */
    private double[] tops(int t, double unit) {
        double[] tops = new double[groups.size()];
        double next = TOP;
        for (int g = 0; g < tops.length; g++) {
            tops[g] = next;
            long count = counts.get(t).get(g);
            next += count > 0 ? count * unit + GAP : 0;
        }
        return tops;
    }

    /** The base lines of the names beside the bars, moved apart where bars are too low for them. */
    private double[] labels(int t, double[] tops, double unit) {
        double[] labels = new double[groups.size()];
        double above = -LINE;
        for (int g = 0; g < labels.length; g++) {
            if (counts.get(t).get(g) > 0) {
                labels[g] = Math.max(
                        above + LINE, Math.max(11, tops[g] + counts.get(t).get(g) * unit / 2 + 4));
                above = labels[g];
            }
        }
        double below = TOP + HEIGHT + 3.0 + LINE;
        for (int g = labels.length - 1; g >= 0; g--) {
            if (counts.get(t).get(g) > 0) {
                labels[g] = Math.min(labels[g], below - LINE);
                below = labels[g];
            }
        }
        return labels;
    }
}
