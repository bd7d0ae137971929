package io.lendcrm.examples.segment;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
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
import java.util.stream.IntStream;

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
        List<Integer> order = order(migration);
        page.section(
                "From group to group",
                "Bands are as wide as many clients went. New groups have the names of the old ones that they match"
                        + " best.",
                new FlowChart(
                                "Then and now",
                                names(migration.old()),
                                order.stream()
                                        .map(j -> migration.found().get(j).value())
                                        .toList(),
                                counts(migration, order))
                        .html(),
                matrix(migration, order));
        page.section(
                "How the groups have changed",
                "The shift of a group's centre is in standard deviations of all clients then.",
                drift(migration));
        if (!verdict.promoted()) {
            page.section(
                    "Why the new groups may not take over",
                    "Each limit that is broken.",
                    Html.element(
                            "ul class=limits",
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

    private static Html matrix(SegmentMigration migration, List<Integer> order) {
        List<String> columns = new ArrayList<>(List.of("From"));
        order.forEach(j -> columns.add("#" + migration.found().get(j).value()));
        List<List<Html>> rows = new ArrayList<>();
        for (int i = 0; i < migration.old().size(); i++) {
            List<Html> row = new ArrayList<>();
            row.add(name(migration.old().get(i)));
            counts(migration, order).get(i).forEach(count -> row.add(Html.text(String.valueOf(count))));
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
                                name(drift.segment()),
                                Html.text(Choice.word(drift.status())),
                                Html.text(String.valueOf(drift.before())),
                                Html.text(String.valueOf(drift.after())),
                                Html.text(
                                        Double.isFinite(drift.centreShift())
                                                ? format("%.3f", drift.centreShift())
                                                : "")))
                        .toList());
    }

    /** The new groups' places, those that go on first, in the order of the old ones. */
    private static List<Integer> order(SegmentMigration migration) {
        List<Integer> order = new ArrayList<>();
        migration.old().stream()
                .map(migration.found()::indexOf)
                .filter(j -> j >= 0)
                .forEach(order::add);
        IntStream.range(0, migration.found().size())
                .filter(j -> !order.contains(j))
                .boxed()
                .toList()
                .forEach(order::add);
        return order;
    }

    private static List<List<Long>> counts(SegmentMigration migration, List<Integer> order) {
        return migration.counts().stream()
                .map(row -> order.stream().map(row::get).toList())
                .toList();
    }

    private static Html limit(Reason reason) {
        String text = ReasonCatalogue.standard().text(reason, Locale.ENGLISH) + ".";
        return Html.element("li", Html.text(reason.arguments().containsKey("segment") ? text : Html.capital(text)));
    }

    private static Html name(SegmentId group) {
        return Html.element("span class=\"name-only\"", Html.text(group.value()));
    }

    private static Html moves(SegmentMigration migration) {
        return Html.table(
                "",
                List.of("Client", "From", "To", "Cause", "Features"),
                migration.moves().stream()
                        .limit(SHOWN)
                        .map(move -> List.of(
                                Html.text(move.client().value()),
                                name(move.from()),
                                name(move.to()),
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
