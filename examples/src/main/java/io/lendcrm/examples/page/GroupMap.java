package io.lendcrm.examples.page;

import java.util.List;
import java.util.Locale;

/**
 * Points in a plane, coloured by their groups, as SVG that scales with the page. Immutable and thread-safe.
 *
 * @param name what is drawn
 * @param groups the groups' names
 * @param points the points
 */
public record GroupMap(String name, List<String> groups, List<Point> points) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 280;
    private static final int EDGE = 10;

    public GroupMap {
        groups = List.copyOf(groups);
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points must be at least one");
        }
    }

    /**
     * A point.
     *
     * @param x its place to the right, finite
     * @param y its place upwards, finite
     * @param group its group's place in the list; -1 for none
     * @param label what it is
     */
    public record Point(double x, double y, int group, String label) {}

    /** {@return the map and its legend} */
    public Html html() {
        double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
        double low = points.stream().mapToDouble(Point::y).min().orElseThrow();
        double high = points.stream().mapToDouble(Point::y).max().orElseThrow();
        double unit = Math.max((right - left) / (WIDTH - 2 * EDGE), (high - low) / (HEIGHT - 2 * EDGE));
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure class=\"line groups\"><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"%s\">",
                Html.text(name).markup(),
                WIDTH,
                HEIGHT,
                Html.text(name + ": " + points.size() + " clients").markup()));
        for (Point point : points) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" %s><title>%s</title></circle>",
                    place(point.x(), left, right, unit, WIDTH),
                    HEIGHT - place(point.y(), low, high, unit, HEIGHT),
                    Hue.style(point.group()),
                    Html.text(point.label()).markup()));
        }
        svg.append("</svg>");
        return new Html(svg.append(legend().markup()).append("</figure>").toString());
    }

    /** Both axes have the same unit, so that distances are to be seen. */
    private static double place(double value, double least, double most, double unit, int length) {
        return length / 2.0 + (unit > 0 ? (value - (least + most) / 2) / unit : 0);
    }

    private Html legend() {
        StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
        for (int g = 0; g < groups.size(); g++) {
            legend.append("<li><i ")
                    .append(Hue.style(g))
                    .append("></i>")
                    .append(Html.text(groups.get(g)).markup())
                    .append("</li>");
        }
        if (points.stream().anyMatch(point -> point.group() < 0)) {
            legend.append("<li><i ").append(Hue.style(-1)).append("></i>no group</li>");
        }
        return new Html(legend.append("</ul>").toString());
    }
}
