package io.lendcrm.examples.model;

import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.SignedBars;
import io.lendcrm.examples.page.SizeBars;
import io.lendcrm.examples.page.StaticPage;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What moves a model's scores, over all rows and row by row. */
final class ExplainPage {

    private static final int SHOWN = 12;

    private ExplainPage() {}

    static StaticPage of(
            ModelSource source, ModelColumns rows, double[] scores, double[][] moved, List<Integer> pictured) {
        AppliedModel model = source.model();
        boolean card = model.model() instanceof Scorecard;
        int scored = (int) IntStream.range(0, scores.length)
                .filter(row -> !Double.isNaN(scores[row]))
                .count();
        double[] means = means(moved, scores, card);
        String measure = card
                ? "points"
                : model.model() instanceof TreeEnsemble
                        ? "Shapley values on the margin"
                        : "terms of the linear predictor";
        StaticPage page = StaticPage.of(
                        "LendCRM · explanation",
                        "What moves the score",
                        scored == 0
                                ? "No row of " + rows.table().name() + " has a score."
                                : source.fields().get(greatest(means)) + " moves the scores of "
                                        + rows.table().name() + " most.")
                .tiles(List.of(
                        new StaticPage.Tile(
                                "Rows scored",
                                String.format(Locale.UK, "%,d", scored),
                                "of " + String.format(Locale.UK, "%,d", scores.length)),
                        new StaticPage.Tile(
                                "Features",
                                String.valueOf(source.fields().size()),
                                "of the " + model.model().info().type().replace('-', ' ')),
                        new StaticPage.Tile(
                                "Base",
                                Double.isNaN(model.base())
                                        ? "a row's own"
                                        : card ? number(model.base()) : Html.number("%.4g", model.base()),
                                card ? "points of everybody" : "the score before any feature moves it")));
        page.section(
                "Over all rows",
                card
                        ? "How far the points of a characteristic lie from their mean, on average over the rows."
                        : "The mean size of " + measure + " over the rows, whichever way they point.",
                bars(source, null, -1, means));
        for (int row : pictured) {
            if (Double.isNaN(scores[row])) {
                continue;
            }
            page.section(
                    "Row " + rows.table().number(row),
                    (card
                            ? "Score " + number(scores[row]) + ": the base and these points. Green adds, red"
                                    + " takes away."
                            : score(model, scores[row]) + ": the base and these " + measure
                                    + ". Red raises it, green lowers it."),
                    bars(source, rows, row, moved[row]));
        }
        return page;
    }

    private static String score(AppliedModel model, double score) {
        String prediction = Html.number("%.4f", model.prediction(score));
        return model.output() == AppliedModel.Output.PROBABILITY
                ? "Margin " + Html.number("%.4f", score) + ", probability " + prediction
                : "Score " + prediction;
    }

    /** Points as they are: whole, or with a decimal. */
    private static String number(double points) {
        return Html.number(points == Math.rint(points) ? "%.0f" : "%.1f", points);
    }

    private static double[] means(double[][] moved, double[] scores, boolean card) {
        int features = moved.length == 0 ? 0 : moved[0].length;
        double[] centre = new double[features];
        double[] means = new double[features];
        int[] scored = IntStream.range(0, scores.length)
                .filter(row -> !Double.isNaN(scores[row]))
                .toArray();
        for (int f = 0; f < features; f++) {
            for (int row : scored) {
                centre[f] += card ? moved[row][f] / scored.length : 0;
            }
            for (int row : scored) {
                means[f] += Math.abs(moved[row][f] - centre[f]) / scored.length;
            }
        }
        return means;
    }

    private static int greatest(double[] means) {
        return IntStream.range(0, means.length)
                .boxed()
                .max(Comparator.comparingDouble(f -> means[f]))
                .orElse(0);
    }

    private static Html bars(ModelSource source, @Nullable ModelColumns rows, int row, double[] amounts) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, amounts.length).boxed().toList());
        order.sort(Comparator.comparingDouble(f -> -Math.abs(amounts[f])));
        List<SignedBars.Line> lines = new ArrayList<>();
        boolean card = source.model().model() instanceof Scorecard;
        for (int f : order.subList(0, Math.min(SHOWN, order.size()))) {
            String text = rows == null ? "" : rows.text(row, f);
            lines.add(new SignedBars.Line(
                    source.fields().get(f), rows == null ? "" : text.isEmpty() ? "missing" : "= " + text, amounts[f]));
        }
        double rest = order.stream().skip(SHOWN).mapToDouble(f -> amounts[f]).sum();
        if (order.size() > SHOWN) {
            lines.add(new SignedBars.Line("the other " + (order.size() - SHOWN), "", rest));
        }
        return rows == null
                ? new SizeBars(lines).html(card ? "%.1f" : "%.4f")
                : new SignedBars(lines, card)
                        .html(
                                !card
                                        ? "%+.4f"
                                        : Arrays.stream(amounts).allMatch(a -> a == Math.rint(a)) ? "%+.0f" : "%+.1f");
    }
}
