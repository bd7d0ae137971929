package io.lendcrm.examples.segment;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.page.FlowChart;
import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.StaticPage;
import io.lendcrm.segmentation.migration.PromotionPolicy;
import io.lendcrm.segmentation.migration.SegmentMigration;
import io.lendcrm.segmentation.migration.SegmentMove;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A migration as a page: who moved, why, and whether the new groups may take the old ones' place. */
final class MigrationPage {

    private static final int SHOWN = 30;

    private MigrationPage() {}

    static void write(SegmentMigration migration, PromotionPolicy.Verdict verdict, Path folder) {
        try {
            of(migration, verdict).write(Files.createDirectories(folder).resolve("migration.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticPage of(SegmentMigration migration, PromotionPolicy.Verdict verdict) {
        Map<SegmentMove.Cause, Long> causes = new TreeMap<>();
        migration.moves().forEach(move -> causes.merge(move.cause(), 1L, Long::sum));
        StaticPage page = StaticPage.of(
                        "LendCRM · migration",
                        "Who moved, and why?",
                        migration.moves().size() + " of " + migration.clients()
                                + " clients are in another group. The new" + " groups "
                                + (verdict.promoted() ? "may" : "may not") + " take the old ones' place.")
                .tiles(List.of(
                        new StaticPage.Tile("Agreement", format("%.3f", migration.agreement()), "adjusted Rand index"),
                        new StaticPage.Tile(
                                "Moved by their features",
                                String.valueOf(causes.getOrDefault(SegmentMove.Cause.FEATURES, 0L)),
                                "clients"),
                        new StaticPage.Tile(
                                "Moved by the model",
                                String.valueOf(causes.getOrDefault(SegmentMove.Cause.MODEL, 0L)),
                                "clients"),
                        new StaticPage.Tile(
                                "Moved by both",
                                String.valueOf(causes.getOrDefault(SegmentMove.Cause.BOTH, 0L)),
                                "clients")));
        page.section(
                "From group to group",
                "Bands are as wide as many clients went. New groups have the names of the old ones that they match"
                        + " best.",
                new FlowChart("Then and now", names(migration.old()), names(migration.found()), migration.counts())
                        .html(),
                matrix(migration));
        page.section(
                "How the groups have changed",
                "The shift of a group's centre is in standard deviations of all clients then.",
                drift(migration));
        if (!verdict.promoted()) {
            page.section(
                    "Why the new groups may not take over",
                    "Each limit that is broken.",
                    Html.table(
                            "",
                            List.of("Limit", "Group", "#Found", "#Allowed"),
                            verdict.reasons().stream().map(MigrationPage::limit).toList()));
        }
        if (!migration.moves().isEmpty()) {
            page.section(
                    "Moves",
                    migration.moves().size() > SHOWN
                            ? "The first " + SHOWN + " of " + migration.moves().size() + "."
                            : "Features with their part in the move.",
                    moves(migration));
        }
        return page;
    }

    private static Html matrix(SegmentMigration migration) {
        List<String> columns = new ArrayList<>(List.of("From"));
        migration.found().forEach(name -> columns.add("#" + name.value()));
        List<List<Html>> rows = new ArrayList<>();
        for (int i = 0; i < migration.old().size(); i++) {
            List<Html> row = new ArrayList<>();
            row.add(Html.text(migration.old().get(i).value()));
            migration.counts().get(i).forEach(count -> row.add(Html.text(String.valueOf(count))));
            rows.add(row);
        }
        return Html.table("Clients", columns, rows);
    }

    private static Html drift(SegmentMigration migration) {
        return Html.table(
                "",
                List.of("Group", "Status", "#Clients then", "#Clients now", "#Shift of centre"),
                migration.drift().stream()
                        .map(drift -> List.of(
                                Html.text(drift.segment().value()),
                                Html.text(Choice.word(drift.status())),
                                Html.text(String.valueOf(drift.before())),
                                Html.text(String.valueOf(drift.after())),
                                Html.text(
                                        Double.isFinite(drift.centreShift())
                                                ? format("%.3f", drift.centreShift())
                                                : "")))
                        .toList());
    }

    private static List<Html> limit(Reason reason) {
        return List.of(
                Html.text(reason.code().value().replace("promotion.", "").replace('-', ' ')),
                Html.text(reason.arguments().getOrDefault("segment", "")),
                Html.text(reason.arguments().getOrDefault("found", "")),
                Html.text(reason.arguments().getOrDefault("limit", "")));
    }

    private static Html moves(SegmentMigration migration) {
        return Html.table(
                "",
                List.of("Client", "From", "To", "Cause", "Features"),
                migration.moves().stream()
                        .limit(SHOWN)
                        .map(move -> List.of(
                                Html.text(move.client().value()),
                                Html.text(move.from().value()),
                                Html.text(move.to().value()),
                                Html.text(Choice.word(move.cause())),
                                Html.text(String.join(
                                        "; ",
                                        move.reasons().stream()
                                                .filter(reason ->
                                                        reason.arguments().containsKey("feature"))
                                                .map(reason ->
                                                        reason.arguments().get("feature")
                                                                + format(" %.0f %%", 100 * reason.contribution()))
                                                .toList()))))
                        .toList());
    }

    private static List<String> names(List<SegmentId> groups) {
        return groups.stream().map(SegmentId::value).toList();
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
