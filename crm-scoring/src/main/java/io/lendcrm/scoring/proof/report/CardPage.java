package io.lendcrm.scoring.proof.report;

import static io.lendcrm.scoring.proof.report.Page.text;
import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.proof.registry.Deed;
import io.lendcrm.scoring.proof.registry.RegisteredModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out a model card. */
final class CardPage {

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
                .line("training-data", card.trainingData())
                .line("fitted-at", info.fittedAt().toString())
                .line("fitted-rows", info.rows())
                .line("fingerprint", info.fingerprint());
        info.windowStart().ifPresent(from -> page.line("window-start", from.toString()));
        info.windowEnd().ifPresent(until -> page.line("window-end", until.toString()));
        page.line("library", info.libraryVersion());

        page.section("validation");
        ReportPage.conclusion(page, report.conclusion());
        page.line("report-fingerprint", report.fingerprint());
        ReportPage.samples(page, report.samples());
        ReportPage.fairness(page, report);
        report.leftOut().forEach((part, why) -> page.line("left-out." + lower(part), why));

        governance(page.section("governance"), card);
        return page;
    }

    private static String lower(ValidationReport.Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<List<Document>> inputs(ModelCard card) {
        List<List<Document>> rows = new ArrayList<>();
        List<Feature> features = card.validation().info().schema().features();
        for (Feature feature : features) {
            rows.add(List.of(
                    text(feature.name()),
                    text(feature.type().name()),
                    text(feature.unit()),
                    text(feature.dataClass().name()),
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
            page.line("inventory", Page.NOT_REGISTERED);
            return;
        }
        RegisteredModel entry = card.registered().orElseThrow();
        page.line("inventory", entry.id().toString())
                .line("status", entry.status().name())
                .line("checksum", entry.checksum());
        List<List<Document>> deeds = new ArrayList<>();
        deeds.add(deed("REGISTERED", entry.registered()));
        entry.validation().ifPresent(d -> deeds.add(deed("VALIDATED", d)));
        entry.approvals().forEach(d -> deeds.add(deed("APPROVED", d)));
        entry.retirement().ifPresent(d -> deeds.add(deed("RETIRED", d)));
        page.table("deeds", List.of("act", "person", "when", "reason"), deeds);
    }

    private static List<Document> deed(String act, Deed deed) {
        return List.of(text(act), text(deed.who()), text(deed.when().toString()), text(deed.why()));
    }
}
