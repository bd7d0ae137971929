package io.lendcrm.examples.lifecycle;

import io.lendcrm.core.tier.LifecycleStage;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.page.AlluvialChart;
import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.StaticPage;
import io.lendcrm.segmentation.lifecycle.StageChange;
import io.lendcrm.segmentation.lifecycle.StageFlow;
import io.lendcrm.segmentation.lifecycle.StageHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stages as a page: how clients flow from stage to stage, how likely each move is, and who moved last. */
final class StagesPage {

    private static final List<LifecycleStage> STAGES = StagesDocument.STAGES;
    private static final int DRAWN = 9;
    private static final int SHOWN = 30;

    private StagesPage() {}

    static void write(String file, List<StageHistory> histories, StageFlow flow, Path folder) {
        try {
            of(file, histories, flow).write(Files.createDirectories(folder).resolve("stages.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticPage of(String file, List<StageHistory> histories, StageFlow flow) {
        int last = flow.days().size() - 1;
        StaticPage page = StaticPage.of(
                        "LendCRM · stages",
                        "Where do clients stand?",
                        whole(histories.size()) + (histories.size() == 1 ? " client" : " clients") + " of " + file
                                + " on " + flow.days().get(last)
                                + ". Each stage begins by a rule on what the client did, and when.")
                .tiles(List.of(
                        tile(flow, LifecycleStage.NEW, "first activity a short time ago"),
                        tile(flow, LifecycleStage.ACTIVE, "no longer new"),
                        tile(flow, LifecycleStage.MATURE, "for long"),
                        tile(flow, LifecycleStage.DECLINING, "less than before"),
                        tile(flow, LifecycleStage.LOST, "silent for long"),
                        tile(flow, LifecycleStage.REACTIVATED, "came back")));
        if (last > 0) {
            page.section(
                    "From stage to stage",
                    (last >= DRAWN ? "The last " + DRAWN + " of " + (last + 1) + " days. " : "")
                            + "Bars are as high as a stage has clients, bands as wide as many went from stage to stage;"
                            + " who joined since the day before comes by no band.",
                    chart(flow, Math.max(0, last - DRAWN + 1), last).html(),
                    counts(flow));
            page.section(
                    "How likely each move is",
                    "Of the clients in a stage, how many are in which a step later, over all steps.",
                    shares(flow));
        }
        List<StageHistory> moved = moved(histories, last == 0 ? null : flow, last);
        if (!moved.isEmpty()) {
            page.section(
                    "Who moved last",
                    "Clients in decline, lost or back since the step before, the latest first"
                            + (moved.size() > SHOWN ? "; " + SHOWN + " of " + whole(moved.size()) + "." : "."),
                    Html.table(
                            "",
                            List.of("Client", "Stage", "Since", "Because"),
                            moved.stream().limit(SHOWN).map(StagesPage::client).toList()));
        }
        return page;
    }

    private static StaticPage.Tile tile(StageFlow flow, LifecycleStage stage, String aside) {
        return new StaticPage.Tile(name(stage), whole(flow.count(flow.days().size() - 1, stage)), aside);
    }

    private static AlluvialChart chart(StageFlow flow, int first, int last) {
        List<Integer> days = IntStream.rangeClosed(first, last).boxed().toList();
        return new AlluvialChart(
                "Clients by stage",
                STAGES.stream().map(StagesPage::name).toList(),
                days.stream().map(day -> flow.days().get(day).toString()).toList(),
                days.stream()
                        .map(day -> STAGES.stream()
                                .map(stage -> flow.count(day, stage))
                                .toList())
                        .toList(),
                days.stream()
                        .map(day -> STAGES.stream()
                                .map(from -> STAGES.stream()
                                        .map(to -> flow.moved(day, from, to))
                                        .toList())
                                .toList())
                        .toList());
    }

    private static Html counts(StageFlow flow) {
        List<List<Html>> rows = new ArrayList<>();
        for (int day = flow.days().size() - 1; day >= 0 && rows.size() < SHOWN; day--) {
            int at = day;
            List<Html> row = new ArrayList<>(List.of(Html.element(
                    "span class=\"name-only\"", Html.text(flow.days().get(day).toString()))));
            STAGES.forEach(stage -> row.add(Html.text(whole(flow.count(at, stage)))));
            row.add(Html.text(
                    day == 0
                            ? ""
                            : whole(STAGES.stream()
                                    .mapToLong(stage -> flow.entered(at, stage))
                                    .sum())));
            rows.add(row);
        }
        List<String> columns = columns("Day");
        columns.add("#Joined");
        return Html.table("Clients in each stage", columns, rows);
    }

    private static Html shares(StageFlow flow) {
        return Html.table(
                "",
                columns("From"),
                STAGES.stream()
                        .filter(from -> STAGES.stream().anyMatch(to -> flow.moved(from, to) > 0))
                        .map(from -> {
                            List<Html> row = new ArrayList<>(List.of(Html.text(name(from))));
                            STAGES.forEach(to -> row.add(Html.text(
                                    flow.moved(from, to) == 0
                                            ? ""
                                            : String.format(
                                                    Locale.ROOT,
                                                    "%.1f %%",
                                                    100 * flow.share(from, to).orElseThrow()))));
                            return row;
                        })
                        .toList());
    }

    private static List<String> columns(String first) {
        List<String> columns = new ArrayList<>(List.of(first));
        STAGES.forEach(stage -> columns.add("#" + name(stage)));
        return columns;
    }

    private static List<StageHistory> moved(List<StageHistory> histories, @Nullable StageFlow flow, int last) {
        return histories.stream()
                .filter(history -> switch (history.stage()) {
                    case DECLINING, LOST, REACTIVATED -> true;
                    case POTENTIAL, NEW, ACTIVE, MATURE -> false;
                })
                .filter(history ->
                        flow == null || now(history).day().isAfter(flow.days().get(last - 1)))
                .sorted(Comparator.comparing(
                                (StageHistory history) -> now(history).day())
                        .reversed())
                .toList();
    }

    private static List<Html> client(StageHistory history) {
        StageChange now = now(history);
        return List.of(
                Html.text(history.client().value()),
                Html.pill(
                        switch (now.stage()) {
                            case LOST -> "bad";
                            case DECLINING -> "warn";
                            case REACTIVATED -> "good";
                            case POTENTIAL, NEW, ACTIVE, MATURE -> "";
                        },
                        name(now.stage())),
                Html.element("span class=\"name-only\"", Html.text(now.day().toString())),
                Html.element("span class=words", Html.text(Html.capital(StagesDocument.text(now)))));
    }

    private static StageChange now(StageHistory history) {
        return history.changes().get(history.changes().size() - 1);
    }

    private static String name(LifecycleStage stage) {
        return Choice.word(stage);
    }

    private static String whole(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
