package io.lendcrm.examples.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/**
 * A small line chart of one number over time beside its limit, as SVG that scales with the page. Immutable and thread-safe.
 *
 * @param name what is drawn
 * @param times what stands below the points
 * @param values a finite number a time, at least 0
 * @param limits the limit at each time, finite and at least 0
 */
public record LineChart(String name, List<String> times, List<Double> values, List<Double> limits) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 150;
    private static final int LEFT = 44;
    private static final int RIGHT = 12;
    private static final int TOP = 10;
    private static final int BOTTOM = 26;

    public LineChart {
        times = List.copyOf(times);
        values = List.copyOf(values);
        limits = List.copyOf(limits);
        if (times.isEmpty() || values.size() != times.size() || limits.size() != times.size()) {
            throw new IllegalArgumentException("values and limits must be one for each of " + times.size() + " times");
        }
    }

    /** {@return the chart} */
    public Html html() {
        double top = ceiling();
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure class=\"line\"><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\""
                        + " aria-label=\"%s\">",
                Html.text(name).markup(),
                WIDTH,
                HEIGHT,
                Html.text(name + ": " + summary()).markup()));
        for (double tick : new double[] {0, top / 2, top}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%s</text>",
                    LEFT,
                    WIDTH - RIGHT,
                    y(tick, top),
                    y(tick, top),
                    LEFT - 6,
                    y(tick, top) + 4,
                    label(tick)));
        }
        svg.append("<polyline class=\"limit\" points=\"")
                .append(points(limits, top))
                .append("\"/><polyline class=\"found\" points=\"")
                .append(points(values, top))
                .append("\"/>");
        for (int i = 0; i < values.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s: %.4f, limit"
                            + " %.4f</title></circle>",
                    values.get(i) > limits.get(i) ? "over" : "found",
                    x(i),
                    y(values.get(i), top),
                    Html.text(times.get(i)).markup(),
                    values.get(i),
                    limits.get(i)));
        }
        axis(svg);
        return new Html(svg.append("</svg></figure>").toString());
    }

    private void axis(StringBuilder svg) {
        int last = times.size() - 1;
        int step = Math.max(1, (int) Math.ceil(times.size() / 4.0));
        for (int i = 0; i <= last; i += step) {
            String anchor = last == 0 ? "middle" : i == 0 ? "start" : i + step > last && i == last ? "end" : "middle";
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                    x(i),
                    HEIGHT - 8,
                    anchor,
                    Html.text(clipped(times.get(i))).markup()));
        }
    }

    private String summary() {
        long over = 0;
        for (int i = 0; i < values.size(); i++) {
            over += values.get(i) > limits.get(i) ? 1 : 0;
        }
        return over + " of " + values.size() + " above the limit";
    }

    private String points(List<Double> line, double top) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x(i), y(line.get(i), top)));
        }
        return points.toString();
    }

    private double x(int i) {
        return times.size() == 1
                ? (LEFT + WIDTH - RIGHT) / 2.0
                : LEFT + (double) i / (times.size() - 1) * (WIDTH - RIGHT - LEFT);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
    }

    /** The least of 1, 2, 5 times a power of ten that nothing is above. */
    private double ceiling() {
        double most = 1e-6;
        for (int i = 0; i < values.size(); i++) {
            most = Math.max(most, Math.max(values.get(i), limits.get(i)));
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        return most <= power ? power : most <= 2 * power ? 2 * power : most <= 5 * power ? 5 * power : 10 * power;
    }

    private static String label(double tick) {
        return BigDecimal.valueOf(tick)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String clipped(String text) {
        return text.length() <= 12 ? text : text.substring(0, 11) + "…";
    }
}
