package io.lendcrm.examples.segment;

import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.SignedBars;
import io.lendcrm.examples.page.StaticPage;
import io.lendcrm.segmentation.evaluation.SegmentLift;
import io.lendcrm.segmentation.evaluation.UnmetNeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What groups are good for, as a page. */
final class EvaluationPage {

    private EvaluationPage() {}

    static void write(Evaluation evaluation, Path folder) {
        try {
            of(evaluation).write(Files.createDirectories(folder).resolve("evaluation.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticPage of(Evaluation found) {
        SegmentLift lift = found.lift();
        double base = lift.all().value().orElseThrow();
        double p = lift.test().p();
        List<StaticPage.Tile> tiles = new ArrayList<>();
        tiles.add(new StaticPage.Tile("Clients", whole(lift.all().clients()), found.file()));
        tiles.add(new StaticPage.Tile(
                "With the event", percent(base), whole(lift.all().events()) + " clients"));
        found.gini()
                .ifPresent(gini -> tiles.add(new StaticPage.Tile(
                        "Gini", String.format(Locale.ROOT, "%.3f", gini), "groups ranked by other clients")));
        tiles.add(new StaticPage.Tile(
                "Information value", String.format(Locale.ROOT, "%.3f", lift.informationValue()), "0 tells nothing"));
        StaticPage page = StaticPage.of(
                        "LendCRM · segments",
                        "What do the groups tell?",
                        p < 1 - lift.level()
                                ? String.format(
                                        Locale.ROOT,
                                        "Rates differ between groups by more than chance (p %s).",
                                        p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", p))
                                : String.format(
                                        Locale.ROOT,
                                        "Rates differ between groups by no more than chance (p = %.2f).",
                                        p))
                .tiles(tiles)
                .section(
                        "Rates by group",
                        "How far each group's rate lies above or below that of all clients, in percentage points. The"
                                + " intervals hold for all groups at once.",
                        new SignedBars(
                                        lift.segments().stream()
                                                .filter(one -> one.rate().clients() > 0)
                                                .map(one -> new SignedBars.Line(
                                                        one.segment().value(),
                                                        Evaluation.standing(one).replace('-', ' '),
                                                        100
                                                                * (one.rate()
                                                                                .value()
                                                                                .orElseThrow()
                                                                        - base)))
                                                .toList(),
                                        false)
                                .html("%+.1f"),
                        Html.table(
                                "",
                                List.of("Group", "#Clients", "#Events", "#Rate", "#From", "#To", "#Lift"),
                                lift.segments().stream()
                                        .map(EvaluationPage::row)
                                        .toList()));
        if (!found.needs().isEmpty()) {
            page.section(
                    "Who lacks what",
                    "Need less take-up. Unmet: the need is at least that of all clients, and the shortfall lies above"
                            + " chance.",
                    Html.table(
                            "",
                            List.of("Group", "Product", "#Need", "#Take-up", "#Lack it at least", "Unmet", "Why"),
                            found.needs().stream().map(EvaluationPage::row).toList()));
        }
        return page;
    }

    private static List<Html> row(SegmentLift.SegmentRate one) {
        boolean none = one.rate().clients() == 0;
        return List.of(
                group(one.segment().value()),
                Html.text(whole(one.rate().clients())),
                Html.text(whole(one.rate().events())),
                Html.text(none ? "" : percent(one.rate().value().orElseThrow())),
                Html.text(percent(one.interval().low())),
                Html.text(percent(one.interval().high())),
                Html.text(
                        none
                                ? ""
                                : String.format(Locale.ROOT, "%.2f", one.lift().orElseThrow())));
    }

    private static List<Html> row(UnmetNeed one) {
        return List.of(
                group(one.segment().value()),
                Html.text(one.product()),
                Html.text(percent(one.need())),
                Html.text(percent(one.takeUp())),
                Html.text(whole(Math.round(one.leastLacking()))),
                Html.text(one.isUnmet() ? "yes" : "no"),
                Html.text(String.join("; ", Evaluation.reasons(one))));
    }

    private static Html group(String name) {
        return Html.element("span class=\"name-only\"", Html.text(name));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String whole(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
