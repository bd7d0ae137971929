package io.lendcrm.examples.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How large things are: a bar each, the longest as wide as the chart. Immutable and thread-safe.
 *
 * @param lines the bars, from top to bottom; their amounts are at least 0
 */
public record SizeBars(List<SignedBars.Line> lines) {

    public SizeBars {
        lines = List.copyOf(lines);
    }

    /**
     * The chart.
     *
     * @param format how amounts are written, as {@code %.3f}
     * @return the chart
     */
    public Html html(String format) {
        double most = lines.stream().mapToDouble(SignedBars.Line::amount).max().orElse(0);
        List<Html> bars = new ArrayList<>();
        for (SignedBars.Line line : lines) {
            double share = most == 0 ? 0 : line.amount() / most;
            bars.add(Html.element(
                    "li",
                    Html.element(
                            "div class=\"name\"",
                            Html.element("span", Html.text(line.name())),
                            Html.element("span", Html.text(Html.number(format, line.amount())))),
                    Html.element(
                            "div class=\"track\"",
                            Html.element(String.format(
                                    Locale.ROOT, "div class=\"fill\" style=\"--w:%.2f%%\"", share * 100)))));
        }
        return Html.element("ul class=\"bars\"", bars);
    }
}
