package io.lendcrm.examples.risk;

import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.LineChart;
import io.lendcrm.examples.page.StaticPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Drift as a page: what has moved, and since when. */
final class DriftPage {

    private DriftPage() {}

    static StaticPage of(String before, int rowsBefore, String now, Drift whole, List<Drift> periods) {
        List<Drift.Variable> worst = whole.variables().stream()
                .sorted(Comparator.comparingDouble((Drift.Variable v) ->
                                v.found().index() - v.found().critical(whole.level()))
                        .reversed())
                .toList();
        long drifted = worst.stream().filter(v -> v.drifted(whole.level())).count();
        String lead = drifted == 0
                ? "No column of " + now + " has moved farther from " + before + " than chance would move it."
                : drifted + " of " + worst.size() + " columns of " + now + " have moved farther from " + before
                        + " than chance would move them, " + worst.get(0).name() + " farthest.";
        StaticPage page = StaticPage.of("LendCRM · monitoring", "Has the population moved?", lead)
                .tiles(List.of(
                        new StaticPage.Tile("Rows expected", String.format(Locale.UK, "%,d", rowsBefore), before),
                        new StaticPage.Tile("Rows found", String.format(Locale.UK, "%,d", whole.rows()), now),
                        new StaticPage.Tile("Columns drifted", drifted + " of " + worst.size(), "above their limit"),
                        new StaticPage.Tile(
                                "False alarms",
                                String.format(Locale.ROOT, "%.3g %%", (1 - whole.level()) * 100),
                                "is the chance that a column which hasn't moved passes its limit")))
                .section(
                        "Column by column",
                        "The population stability index over the bins of the expected rows, and the value that chance"
                                + " alone passes with the probability above. The limit depends on how many rows and bins"
                                + " there are; a fixed one such as 0.1 or 0.25 doesn't. Of many rows even a small move is"
                                + " beyond chance: the limit tells that a column has moved, the index how far. Those"
                                + " farthest above their limit stand first.",
                        table(worst, whole.level()));
        if (!periods.isEmpty()) {
            List<Html> charts = worst.stream()
                    .map(v -> chart(whole.variables().indexOf(v), periods, whole.level()))
                    .toList();
            page.section(
                    "Over time",
                    "The population stability index of each period beside its limit (dashed), which is higher where a"
                            + " period has fewer rows. Points above it are marked.",
                    Html.element("div class=\"lines\"", charts));
        }
        return page;
    }

    private static Html table(List<Drift.Variable> worst, double level) {
        List<List<Html>> rows = new ArrayList<>();
        for (Drift.Variable variable : worst) {
            rows.add(List.of(
                    Html.text(variable.name()),
                    variable.drifted(level) ? Html.pill("bad", "drifted") : Html.pill("good", "steady"),
                    number("%.4f", variable.found().index()),
                    number("%.4f", variable.found().critical(level)),
                    Html.text(
                            variable.found().pValue() < 0.0001
                                    ? "< 0.0001"
                                    : Html.number("%.4f", variable.found().pValue()))));
        }
        return Html.table("", List.of("Column", "Finding", "#PSI", "#Limit", "#p-value"), rows);
    }

    private static Html chart(int variable, List<Drift> periods, double level) {
        List<Drift.Variable> found =
                periods.stream().map(drift -> drift.variables().get(variable)).toList();
        return new LineChart(
                        found.get(0).name(),
                        periods.stream().map(Drift::period).toList(),
                        found.stream().map(v -> v.found().index()).toList(),
                        found.stream().map(v -> v.found().critical(level)).toList())
                .html();
    }

    private static Html number(String format, double value) {
        return Html.text(String.format(Locale.ROOT, format, value));
    }
}
