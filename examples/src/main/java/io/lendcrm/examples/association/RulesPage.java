package io.lendcrm.examples.association;

import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.StaticPage;
import io.lendcrm.segmentation.association.AssociationModel;
import io.lendcrm.segmentation.association.AssociationRule;
import io.lendcrm.segmentation.association.Baskets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Rules as a page: a table of the first of them. */
final class RulesPage {

    private static final int SHOWN = 100;

    private RulesPage() {}

    static void write(String file, Baskets baskets, AssociationModel model, Path folder) {
        try {
            of(file, baskets, model).write(Files.createDirectories(folder).resolve("rules.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticPage of(String file, Baskets baskets, AssociationModel model) {
        long met = RulesCommand.met(model);
        return StaticPage.of(
                        "LendCRM · rules",
                        "What occurs together?",
                        whole(met) + (met == 1 ? " rule" : " rules") + " of " + whole(model.itemsets())
                                + " sets of items in " + file
                                + ". They say what occurs together, not what causes what.")
                .tiles(List.of(
                        new StaticPage.Tile("Baskets", whole(baskets.size()), file),
                        new StaticPage.Tile("Items", whole(baskets.items().size()), "distinct"),
                        new StaticPage.Tile("Rules", whole(met), model.complete() ? "all listed" : "not all listed")))
                .section(
                        "Rules",
                        (model.rules().size() > SHOWN ? "The first " + SHOWN + " by the measure. " : "")
                                + "Support is the part of all baskets with both sides, confidence that of baskets with"
                                + " the left side, and lift how many times as often both occur as by chance.",
                        Html.table(
                                "",
                                List.of("Who has", "often has", "#Baskets", "#Support", "#Confidence", "#Lift"),
                                model.rules().stream()
                                        .limit(SHOWN)
                                        .map(RulesPage::row)
                                        .toList()));
    }

    private static List<Html> row(AssociationRule rule) {
        return List.of(
                Html.text(String.join(", ", rule.antecedent())),
                Html.text(rule.consequent()),
                Html.text(whole(rule.counts().both())),
                Html.text(String.format(
                        Locale.ROOT, "%.1f %%", 100 * rule.counts().support())),
                Html.text(String.format(
                        Locale.ROOT, "%.1f %%", 100 * rule.counts().confidence())),
                Html.text(String.format(Locale.ROOT, "%.2f", rule.counts().lift())));
    }

    private static String whole(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
