package io.lendcrm.examples.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The silhouette widths of clients, group by group, the greatest first, as SVG that scales with the page. Immutable and
 * thread-safe.
 *
 * @param groups the groups' names
 * @param widths of each group the widths of its clients, within [-1, 1]
 * @param mean the mean of all
 */
public record SilhouetteChart(List<String> groups, List<List<Double>> widths, double mean) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 280;
    private static final int LEFT = 92;
    private static final int BOTTOM = 20;
    private static final int GAP = 5;
    private static final int POINTS = 120;

    public SilhouetteChart {
        groups = List.copyOf(groups);
        widths = widths.stream()
                .map(group -> group.stream().sorted(Comparator.reverseOrder()).toList())
                .toList();
        if (widths.size() != groups.size()) {
            throw new IllegalArgumentException("widths must be those of " + groups.size() + " groups");
        }
    }

    /** {@return the chart} */
    public Html html() {
        double least = Math.min(
                0,
                widths.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0));
        int all = widths.stream().mapToInt(List::size).sum();
        double room = (double) HEIGHT - BOTTOM - GAP * groups.size();
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure class=\"line groups\"><figcaption>Silhouette</figcaption><svg viewBox=\"0 0 %d %d\""
                        + " role=\"img\" aria-label=\"Silhouette: mean %.2f\">",
                WIDTH,
                HEIGHT,
                mean));
        double top = 0;
        for (int g = 0; g < groups.size(); g++) {
            double height = all == 0 ? 0 : widths.get(g).size() * room / all;
            svg.append(String.format(
                    Locale.ROOT,
                    "<polygon %s points=\"%s\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    Hue.style(g),
                    outline(widths.get(g), top, height, least),
                    LEFT - 6,
                    top + height / 2 + 4,
                    Html.text(groups.get(g)).markup()));
            top += height + GAP;
        }
        axis(svg, least);
        return new Html(svg.append("</svg></figure>").toString());
    }

    private static String outline(List<Double> widths, double top, double height, double least) {
        StringBuilder points = new StringBuilder();
        int shown = Math.min(widths.size(), POINTS);
        points.append(String.format(Locale.ROOT, "%.1f,%.1f", x(0, least), top));
        for (int i = 0; i < shown; i++) {
            double width = widths.get((int) ((long) i * widths.size() / shown));
            points.append(String.format(
                    Locale.ROOT,
                    " %.1f,%.1f %.1f,%.1f",
                    x(width, least),
                    top + height * i / shown,
                    x(width, least),
                    top + height * (i + 1) / shown));
        }
        return points.append(String.format(Locale.ROOT, " %.1f,%.1f", x(0, least), top + height))
                .toString();
    }

    private void axis(StringBuilder svg, double least) {
        for (double tick : new double[] {0, 0.5, 1}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/><text x=\"%.1f\" y=\"%d\""
                            + " text-anchor=\"%s\">%s</text>",
                    x(tick, least),
                    x(tick, least),
                    HEIGHT - BOTTOM,
                    x(tick, least),
                    HEIGHT - 5,
                    tick == 1 ? "end" : "middle",
                    tick == 0 ? "0" : tick == 1 ? "1" : "0.5"));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"mean\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>",
                x(mean, least),
                x(mean, least),
                HEIGHT - BOTTOM));
    }

    private static double x(double width, double least) {
        return LEFT + (width - least) / (1 - least) * (WIDTH - LEFT - 4);
    }
}
