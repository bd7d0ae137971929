package io.lendcrm.examples.shadow;

import io.lendcrm.examples.page.Html;
import io.lendcrm.examples.page.StaticPage;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A replay as a page for the committee that has to decide on it. */
final class ShadowPage {

    private static final int FIRST_REASONS = 8;

    private ShadowPage() {}

    static StaticPage of(ShadowResult result, List<List<String>> reasons) {
        Replay replay = result.replay();
        StaticPage page = StaticPage.of(
                        "LendCRM · validation by replay",
                        "Does the engine score as " + result.subject().model() + " did?",
                        lead(result))
                .tiles(tiles(result));
        page.section(
                "Verdict",
                "By rule, not by judgement: identical if every score is the same to the last bit; equivalent if none"
                        + " differs by more than the tolerance and both sides score the same rows; different otherwise.",
                verdict(result));
        page.section(
                "What was replayed",
                "Both files are named by their checksums, so that anyone can repeat it.",
                subject(result));
        page.section("The rows add up", "Every row of the file is in one line.", reconciliation(result));
        if (!replay.worst(result.worst()).isEmpty()) {
            page.section(
                    "The rows that differ most",
                    "Rows that only one side scored come first, then by difference. Numbers are written in full: they"
                            + " read back to the same bits.",
                    worst(result, reasons));
        }
        if (!result.reasons().first().isEmpty()) {
            page.section("Reasons", reasonsIntro(result.reasons()), reasons(result.reasons(), result.rows()));
        }
        if (result.latency() != null) {
            page.section(
                    "Time a score takes",
                    String.format(
                            Locale.UK,
                            "%,d single rows, one after the other on one thread after as many unmeasured, Java %s."
                                    + " Reading the clock alone takes %d ns, which isn't taken off.",
                            result.latency().calls(),
                            Runtime.version().feature(),
                            result.latency().clock()),
                    latency(result.latency()));
        }
        page.section(
                "Stability of the scores",
                "The population stability index over deciles, and the value that chance alone passes one time in"
                        + " twenty.",
                stability(result.stability()));
        page.section(
                "Decision of the committee",
                "Replay shows that the same rows get the same scores. It says nothing of how well the model tells good"
                        + " from bad: that is a matter of outcomes, and of another file.",
                signatures());
        return page;
    }

    private static String lead(ShadowResult result) {
        return switch (result.replay().verdict()) {
            case IDENTICAL ->
                String.format(Locale.UK, "Yes: all %,d rows have the same score, to the last bit.", result.rows());
            case EQUIVALENT ->
                String.format(
                        Locale.UK,
                        "Yes, within %s: none of %,d rows differs by more than %s.",
                        result.replay().tolerance(),
                        result.rows(),
                        number(result.replay().largest()));
            case DIFFERENT ->
                String.format(
                        Locale.UK,
                        "No: %,d of %,d rows have another score, or a score on one side only.",
                        result.rows()
                                - result.replay().count(Replay.Outcome.EQUAL_BITS)
                                - result.replay().count(Replay.Outcome.WITHIN_TOLERANCE),
                        result.rows());
        };
    }

    private static List<StaticPage.Tile> tiles(ShadowResult result) {
        Replay replay = result.replay();
        List<StaticPage.Tile> tiles = new ArrayList<>();
        tiles.add(new StaticPage.Tile(
                "Rows replayed",
                count(result.rows()),
                "of " + count(result.subject().read())));
        tiles.add(new StaticPage.Tile(
                "Same to the last bit",
                share(replay.count(Replay.Outcome.EQUAL_BITS), result.rows()),
                count(replay.count(Replay.Outcome.EQUAL_BITS)) + " rows"));
        tiles.add(
                new StaticPage.Tile("Largest difference", number(replay.largest()), "tolerance " + replay.tolerance()));
        if (result.cutoff() != null) {
            tiles.add(new StaticPage.Tile(
                    "Decisions changed", count(replay.flips(result.cutoff())), "at a cut-off of " + result.cutoff()));
        }
        if (result.latency() != null) {
            tiles.add(new StaticPage.Tile(
                    "Time a score",
                    time(result.latency().p50()),
                    "99 of 100 within " + time(result.latency().p99())));
        }
        return tiles;
    }

    private static Html verdict(ShadowResult result) {
        Replay.Verdict verdict = result.replay().verdict();
        String tone = verdict == Replay.Verdict.DIFFERENT ? "bad" : "good";
        int unequal = result.replay().count(Replay.Outcome.DIFFERENT);
        int one =
                result.replay().count(Replay.Outcome.ONLY_OLD) + result.replay().count(Replay.Outcome.ONLY_NEW);
        List<Html> checks = new ArrayList<>();
        checks.add(check(
                result.replay().count(Replay.Outcome.EQUAL_BITS) == result.rows(),
                "Every score is the same to the last bit."));
        checks.add(check(
                unequal == 0, "No score differs by more than " + result.replay().tolerance() + "."));
        checks.add(check(one == 0, "Both sides score the same rows."));
        checks.add(check(result.rows() == result.subject().read(), "No row of the file was left out."));
        if (result.reasons().compared() > 0) {
            checks.add(check(
                    result.reasons().same() == result.reasons().compared(),
                    "Every row has the same reasons in the same order."));
        }
        return Html.all(List.of(
                Html.element(
                        "div class=\"verdict\"",
                        Html.pill(tone, verdict.name().toLowerCase(Locale.ROOT)),
                        Html.paragraph("", capital(result.sentence()) + ".")),
                Html.element("ul class=\"checks gap\"", checks)));
    }

    private static Html check(boolean held, String text) {
        return Html.element(
                "li", held ? Html.pill("good", "yes") : Html.pill("warn", "no"), Html.element("span", Html.text(text)));
    }

    private static Html subject(ShadowResult result) {
        ShadowResult.Subject subject = result.subject();
        return Html.table(
                "",
                List.of("", "What"),
                List.of(
                        List.of(
                                Html.text("Model"),
                                named(
                                        subject.model() + ": "
                                                + subject.source()
                                                        .format()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT) + ", "
                                                + subject.source()
                                                        .model()
                                                        .model()
                                                        .info()
                                                        .type() + " of "
                                                + subject.source().fields().size() + " features, "
                                                + count((int) subject.source().bytes()) + " bytes",
                                        subject.modelSum())),
                        List.of(
                                Html.text("Rows"),
                                named(
                                        subject.input() + ": " + count(subject.read()) + " rows, old scores in "
                                                + subject.score() + ", the model's "
                                                + subject.gives().name().toLowerCase(Locale.ROOT),
                                        subject.inputSum())),
                        List.of(
                                Html.text("Engine"),
                                Html.text("lendcrm "
                                        + subject.source()
                                                .model()
                                                .model()
                                                .info()
                                                .libraryVersion() + ", replayed at "
                                        + subject.at().truncatedTo(ChronoUnit.SECONDS)))));
    }

    private static Html named(String what, String sum) {
        return Html.all(List.of(
                Html.text(what),
                Html.element(
                        "div class=\"muted small\"",
                        Html.text("SHA-256 "),
                        Html.element("span class=\"code\"", Html.text(sum)))));
    }

    private static Html reconciliation(ShadowResult result) {
        List<List<Html>> rows = new ArrayList<>();
        result.replay()
                .counts()
                .forEach((outcome, found) -> rows.add(List.of(
                        Html.text(
                                switch (outcome) {
                                    case EQUAL_BITS -> "Same to the last bit";
                                    case WITHIN_TOLERANCE ->
                                        "Not the same, within "
                                                + result.replay().tolerance();
                                    case DIFFERENT -> "Farther apart";
                                    case ONLY_OLD -> "Scored by the old system only";
                                    case ONLY_NEW -> "Scored by the engine only";
                                }),
                        Html.text(count(found)),
                        Html.text(share(found, result.subject().read())))));
        int left = result.subject().read() - result.rows();
        rows.add(List.of(
                Html.text("Left out: a cell can't be used"),
                Html.text(count(left)),
                Html.text(share(left, result.subject().read()))));
        rows.add(List.of(
                Html.element("b", Html.text("All rows of the file")),
                Html.element("b", Html.text(count(result.subject().read()))),
                Html.text("100 %")));
        return Html.table("", List.of("Rows", "#Number", "#Share"), rows);
    }

    private static Html worst(ShadowResult result, List<List<String>> reasons) {
        List<List<Html>> rows = new ArrayList<>();
        for (Replay.Compared row : result.replay().worst(result.worst())) {
            rows.add(List.of(
                    Html.text(count(row.number())),
                    Html.text(full(row.before())),
                    Html.text(full(row.after())),
                    Html.text(Double.isNaN(row.difference()) ? "" : number(row.difference())),
                    Html.text(String.join(", ", reasons.get(row.place())))));
        }
        return Html.table("", List.of("#Row", "#Old", "#New", "#Difference", "Reasons"), rows);
    }

    private static String reasonsIntro(ReasonMatch reasons) {
        return reasons.compared() == 0
                ? "What moved clients' scores most, by how often it came first."
                : String.format(
                        Locale.UK,
                        "Of %,d rows with old reasons %,d have the same ones in the same order. Below: which came"
                                + " first, and rows with others.",
                        reasons.compared(),
                        reasons.same());
    }

    private static Html reasons(ReasonMatch reasons, int all) {
        List<List<Html>> rows = new ArrayList<>();
        int shown = 0;
        for (Map.Entry<String, Integer> first : reasons.first().entrySet()) {
            if (shown++ < FIRST_REASONS) {
                rows.add(List.of(
                        Html.text(first.getKey()),
                        Html.text(count(first.getValue())),
                        Html.text(share(first.getValue(), all))));
            }
        }
        Html table = Html.table("Came first", List.of("Reason", "#Rows", "#Share"), rows);
        if (reasons.examples().isEmpty()) {
            return table;
        }
        List<List<Html>> others = new ArrayList<>();
        reasons.examples()
                .forEach(example -> others.add(List.of(
                        Html.text(count(example.number())), Html.text(example.before()), Html.text(example.after()))));
        return Html.all(List.of(table, Html.table("With other reasons", List.of("#Row", "Old", "New"), others)));
    }

    private static Html latency(Latency latency) {
        return Html.table(
                "",
                List.of("#p50", "#p90", "#p99", "#p99.9", "#longest"),
                List.of(List.of(
                        Html.text(time(latency.p50())),
                        Html.text(time(latency.p90())),
                        Html.text(time(latency.p99())),
                        Html.text(time(latency.p999())),
                        Html.text(time(latency.most())))));
    }

    private static Html stability(Stability stability) {
        List<List<Html>> rows = new ArrayList<>();
        for (Stability.Comparison comparison : stability.comparisons()) {
            rows.add(List.of(
                    Html.text(capital(comparison.name())),
                    Html.text(String.format(
                            Locale.ROOT, "%.4f", comparison.found().index())),
                    Html.text(String.format(
                            Locale.ROOT, "%.4f", comparison.found().critical(Stability.LEVEL))),
                    comparison.moved() ? Html.pill("warn", "moved") : Html.pill("good", "steady")));
        }
        return Html.table("", List.of("Comparison", "#PSI", "#Limit", "Finding"), rows);
    }

    private static Html signatures() {
        List<List<Html>> rows = new ArrayList<>();
        for (String role : List.of("Prepared by", "Reviewed by, another person", "Approved by the committee")) {
            rows.add(List.of(Html.text(role), Html.text(""), Html.text("")));
        }
        return Html.table("", List.of("", "Name", "Date and signature"), rows);
    }

    private static String count(int number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** Never 100 % unless it is all of them. */
    private static String share(int part, int whole) {
        if (whole == 0 || part == whole) {
            return whole == 0 ? "" : "100 %";
        }
        return String.format(Locale.ROOT, "%.2f %%", Math.floor(part * 10_000.0 / whole) / 100);
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String full(double value) {
        return Double.isNaN(value) ? "none" : String.valueOf(value);
    }

    private static String time(long nanos) {
        return nanos < 10_000
                ? nanos + " ns"
                : nanos < 1_000_000
                        ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                        : String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
