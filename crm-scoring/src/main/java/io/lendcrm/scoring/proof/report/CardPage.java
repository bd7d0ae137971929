package io.lendcrm.scoring.proof.report;

import static io.lendcrm.scoring.proof.report.Page.number;
import static io.lendcrm.scoring.proof.report.Page.text;
import static io.lendcrm.scoring.proof.report.Page.word;
import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.proof.registry.Deed;
import io.lendcrm.scoring.proof.registry.RegisteredModel;
import io.lendcrm.scoring.proof.registry.RegistryEntry.Act;
import io.lendcrm.scoring.proof.report.Page.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out a model card. */
final class CardPage {

    /** So many levels of an input are shown. */
    private static final int LEVELS = 6;

    private CardPage() {}

    static Page of(ModelCard card) {
        ValidationReport report = card.validation();
        ModelInfo info = report.info();
        Page page = new Page("model-card", report.model());
        page.section("development-and-use")
                .line("type", info.type())
                .line("purpose", report.purpose())
                .bullets("out-of-scope", card.outOfScope())
                .bullets("limits", report.limits())
                .bullets("warnings", info.warnings());
        page.table("inputs", List.of("input", "input-type", "unit", "data-class", "meaning"), inputs(card))
                .line("developer", report.developer())
                .line("training-data", card.trainingData());
        provenance(page, info);

        page.section("validation");
        ReportPage.conclusion(page, report.conclusion());
        page.line("report-fingerprint", report.fingerprint());
        ReportPage.samples(page, report.samples());
        ReportPage.fairness(page, report);
        report.leftOut().forEach((part, why) -> page.line("left-out." + lower(part), why));

        governance(page.section("governance"), card);
        return page;
    }

    private static void provenance(Page page, ModelInfo info) {
        page.line("fitted-at", info.fittedAt().toString())
                .line("fitted-rows", info.rows())
                .line("fingerprint", info.fingerprint());
        info.windowStart().ifPresent(from -> page.line("window-start", from.toString()));
        info.windowEnd().ifPresent(until -> page.line("window-end", until.toString()));
        page.line("library", info.libraryVersion());
    }

    /** The same sections of what is known; what only people can tell is named as missing. */
    static Page of(DraftCard card) {
        ModelInfo info = card.info();
        Page page = new Page("model-card", card.model());
        page.section("development-and-use").line("type", info.type());
        if (info.rows() > 0) {
            provenance(page, info);
        }
        List<List<Cell>> inputs = new ArrayList<>();
        for (Feature feature : info.schema().features()) {
            inputs.add(List.of(
                    text(feature.name()),
                    word(feature.type()),
                    text(feature.unit()),
                    text(levels(feature)),
                    word(feature.dataClass()),
                    text(DraftCard.hasMeaning(feature) ? feature.description() : "")));
        }
        page.bullets("warnings", info.warnings());
        page.table("inputs", List.of("input", "input-type", "unit", "levels", "data-class", "meaning"), inputs);
        List<List<Cell>> settings = new ArrayList<>();
        info.options().forEach((name, value) -> settings.add(List.of(text(name), text(value))));
        info.diagnostics().forEach((name, value) -> settings.add(List.of(text(name), number(value))));
        page.table("settings", List.of("setting", "value"), settings);
        gaps(page, card, "development-and-use");

        page.section("validation");
        ReportPage.samples(page, card.samples());
        ReportPage.probabilities(page, card.samples());
        gaps(page, card, "validation");

        page.section("governance").word("inventory", Page.NOT_REGISTERED);
        card.checksum().ifPresent(sum -> page.line("checksum", sum));
        gaps(page, card, "governance");
        return page;
    }

    private static String levels(Feature feature) {
        List<String> levels = feature.levels();
        String shown = String.join(", ", levels.subList(0, Math.min(LEVELS, levels.size())));
        return levels.size() <= LEVELS ? shown : shown + " … (" + levels.size() + ")";
    }

    private static void gaps(Page page, DraftCard card, String section) {
        page.words(
                "gaps",
                card.gaps().stream()
                        .filter(gap -> gap.section().equals(section))
                        .toList());
    }

    private static String lower(ValidationReport.Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<List<Cell>> inputs(ModelCard card) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Feature> features = card.validation().info().schema().features();
        for (Feature feature : features) {
            rows.add(List.of(
                    text(feature.name()),
                    word(feature.type()),
                    text(feature.unit()),
                    word(feature.dataClass()),
                    text(requireNonNull(card.meanings().get(feature.name())))));
        }
        if (features.isEmpty()) {
            for (Map.Entry<String, String> input : card.meanings().entrySet()) {
                rows.add(List.of(text(input.getKey()), text(""), text(""), text(""), text(input.getValue())));
            }
        }
        return rows;
    }

    private static void governance(Page page, ModelCard card) {
        page.line("owner", card.owner()).line("review-by", card.reviewBy().toString());
        if (card.registered().isEmpty()) {
            page.word("inventory", Page.NOT_REGISTERED);
            return;
        }
        RegisteredModel entry = card.registered().orElseThrow();
        page.line("inventory", entry.id().toString())
                .word("status", entry.status().name())
                .line("checksum", entry.checksum());
        List<List<Cell>> deeds = new ArrayList<>();
        deeds.add(deed(Act.REGISTERED, entry.registered()));
        entry.validation().ifPresent(d -> deeds.add(deed(Act.VALIDATED, d)));
        entry.approvals().forEach(d -> deeds.add(deed(Act.APPROVED, d)));
        entry.retirement().ifPresent(d -> deeds.add(deed(Act.RETIRED, d)));
        page.table("deeds", List.of("act", "person", "when", "reason"), deeds);
    }

    private static List<Cell> deed(Act act, Deed deed) {
        return List.of(word(act), text(deed.who()), text(deed.when().toString()), text(deed.why()));
    }
}
