package io.lendcrm.examples.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What pushes a number up and what down: a bar each, right of the middle above 0, left of it below, the longest as wide as half
 * the chart. Immutable and thread-safe.
 *
 * @param lines the bars, from top to bottom
 * @param upIsGood whether more is better, as of points; colours tell
 */
public record SignedBars(List<Line> lines, boolean upIsGood) {

    public SignedBars {
        lines = List.copyOf(lines);
    }

    /**
     * A bar.
     *
     * @param name what pushes
     * @param detail a word beside the name; empty for none
     * @param amount how much, finite
     */
    public record Line(String name, String detail, double amount) {}

    /**
     * The chart.
     *
     * @param format how amounts are written, as {@code %+.3f}
     * @return the chart
     */
    public Html html(String format) {
        double most = lines.stream()
                .mapToDouble(line -> Math.abs(line.amount()))
                .max()
                .orElse(0);
        List<Html> bars = new ArrayList<>();
        for (Line line : lines) {
            double share = most == 0 ? 0 : Math.abs(line.amount()) / most;
            bars.add(Html.element(
                    "li",
                    Html.element(
                            "div class=\"name\"",
                            Html.element(
                                    "span",
                                    Html.text(line.name()),
                                    Html.element("small class=\"muted\"", Html.text(" " + line.detail()))),
                            Html.element("span", Html.text(Html.number(format, line.amount())))),
                    Html.element(String.format(
                            Locale.ROOT,
                            "div class=\"signed %s\" style=\"--w:%.2f%%\"",
                            (line.amount() < 0 ? "down" : "up") + (line.amount() < 0 == upIsGood ? " bad" : " good"),
                            share * 50))));
        }
        return Html.element("ul class=\"bars\"", bars);
    }
}
