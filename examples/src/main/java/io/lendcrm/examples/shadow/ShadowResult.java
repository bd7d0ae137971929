package io.lendcrm.examples.shadow;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.examples.model.ModelSource;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param subject what was replayed
 * @param replay the scores
 * @param reasons the reasons
 * @param latency how long a score takes; null if not measured
 * @param stability whether scores have moved
 * @param cutoff where decisions change; null if not told
 * @param worst how many rows to show
 */
record ShadowResult(
        Subject subject,
        Replay replay,
        ReasonMatch reasons,
        @Nullable Latency latency,
        Stability stability,
        @Nullable Double cutoff,
        int worst) {

    /** How many reasons of a row are looked at. */
    static final int REASONS = 4;

    /**
     * What was replayed.
     *
     * @param model the name of the model's file
     * @param source the model
     * @param modelSum the SHA-256 of its file
     * @param input the name of the rows' file
     * @param inputSum the SHA-256 of it
     * @param read how many rows it has
     * @param score the column of old scores
     * @param gives what they are
     * @param at when
     */
    record Subject(
            String model,
            ModelSource source,
            String modelSum,
            String input,
            String inputSum,
            int read,
            String score,
            ShadowCommand.Gives gives,
            Instant at) {}

    int rows() {
        return replay.rows().size();
    }

    /** The verdict with the numbers that it follows from. */
    String sentence() {
        int equal = replay.count(Replay.Outcome.EQUAL_BITS);
        int within = replay.count(Replay.Outcome.WITHIN_TOLERANCE);
        String verdict = replay.verdict().name().toLowerCase(Locale.ROOT);
        return String.format(
                Locale.UK,
                "%s: of %,d rows %,d have the same score to the last bit, %,d differ by at most %s, %,d by more, and"
                        + " %,d were scored by one side only",
                verdict,
                rows(),
                equal,
                within,
                replay.tolerance(),
                replay.count(Replay.Outcome.DIFFERENT),
                replay.count(Replay.Outcome.ONLY_OLD) + replay.count(Replay.Outcome.ONLY_NEW));
    }

    Document.Tree document() {
        DocumentBuilder counts = Document.tree();
        for (Map.Entry<Replay.Outcome, Integer> count : replay.counts().entrySet()) {
            counts.put(camel(count.getKey()), count.getValue());
        }
        DocumentBuilder document = Document.tree()
                .put("verdict", replay.verdict().name().toLowerCase(Locale.ROOT))
                .put("rows", rows())
                .put("rowsLeftOut", subject.read() - rows())
                .put("counts", counts.build())
                .put("tolerance", replay.tolerance())
                .put("largestDifference", replay.largest());
        if (cutoff != null) {
            document.put("cutoff", cutoff).put("decisionsChanged", replay.flips(cutoff));
        }
        document.put(
                "worst",
                items(replay.worst(worst).stream().map(ShadowResult::row).toList()));
        if (reasons.compared() > 0) {
            document.put(
                    "reasons",
                    Document.tree()
                            .put("compared", reasons.compared())
                            .put("same", reasons.same())
                            .build());
        }
        if (latency != null) {
            document.put(
                    "latency",
                    Document.tree()
                            .put("calls", latency.calls())
                            .put("p50", latency.p50())
                            .put("p90", latency.p90())
                            .put("p99", latency.p99())
                            .put("p999", latency.p999())
                            .put("max", latency.most())
                            .put("clock", latency.clock())
                            .build());
        }
        return document.put(
                        "stability",
                        items(stability.comparisons().stream()
                                .map(comparison -> (Document) Document.tree()
                                        .put("name", comparison.name())
                                        .put("psi", comparison.found().index())
                                        .put("critical", comparison.found().critical(Stability.LEVEL))
                                        .build())
                                .toList()))
                .build();
    }

    private static Document row(Replay.Compared row) {
        DocumentBuilder document = Document.tree().put("row", row.number());
        if (!Double.isNaN(row.before())) {
            document.put("old", row.before());
        }
        if (!Double.isNaN(row.after())) {
            document.put("new", row.after());
        }
        return document.put("outcome", camel(row.outcome())).build();
    }

    private static Document items(List<Document> documents) {
        return new Document.Items(documents);
    }

    private static String camel(Replay.Outcome outcome) {
        return switch (outcome) {
            case EQUAL_BITS -> "equalBits";
            case WITHIN_TOLERANCE -> "withinTolerance";
            case DIFFERENT -> "different";
            case ONLY_OLD -> "onlyOld";
            case ONLY_NEW -> "onlyNew";
        };
    }
}
