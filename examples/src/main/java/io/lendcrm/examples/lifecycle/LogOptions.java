package io.lendcrm.examples.lifecycle;

import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.command.InputOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which columns of a log tell who, when and what. Not thread-safe; confine to one thread. */
@SuppressWarnings("NullAway.Init") // picocli fills it
final class LogOptions {

    @Option(names = "--id", required = true, paramLabel = "COL", description = "The column of clients' keys.")
    private String id;

    @Option(names = "--date", required = true, paramLabel = "COL", description = "The column of the event's day.")
    private String date;

    @Option(
            names = "--amount",
            paramLabel = "COL",
            description = "The column of the event's amount: where it is 0 nothing moved, and the event only makes the"
                    + " client known.")
    private @Nullable String amount;

    @Option(
            names = "--kind",
            paramLabel = "COL",
            description = "The column of the event's kind. By default every event is activity.")
    private @Nullable String kind;

    @Option(
            names = "--activity",
            split = ",",
            paramLabel = "KIND",
            description = "The kinds that are activity, as the log writes them; others only make the client known. By"
                    + " default those of the rules, and the log must write kinds as the library does, such as"
                    + " transaction, repayment, disbursement, application or complaint.")
    private @Nullable List<String> activity;

    @Option(
            names = "--event",
            paramLabel = "COL",
            description =
                    "The column of the event's key: rows with the same key count once. By default every row counts.")
    private @Nullable String event;

    /** Reads the log; without words of the log's own, these kinds are activity. */
    void read(InputOptions input, Set<Interaction.Kind> kinds, StageLog log) {
        if (activity != null && kind == null) {
            throw input.usage("--activity needs --kind, the column of the kinds");
        }
        input.column("--id", id);
        input.column("--date", date);
        if (amount != null) {
            input.column("--amount", amount);
        }
        if (event != null) {
            input.column("--event", event);
        }
        DelimitedFile file = input.file(Stream.of(date, amount, kind == null ? null : input.column("--kind", kind))
                .filter(column -> column != null)
                .toArray(String[]::new));
        List<String> known =
                Arrays.stream(Interaction.Kind.values()).map(Choice::word).toList();
        Set<String> active = activity != null
                ? Set.copyOf(activity)
                : kinds.stream().map(Choice::word).collect(Collectors.toSet());
        Set<String> unseen = new TreeSet<>(activity == null ? List.of() : activity);
        input.read(file, row -> {
            boolean moves = moves(row, known, active);
            if (kind != null) {
                row.value(kind).ifPresent(unseen::remove);
            }
            add(row, new StageLog.Event(row.client(id), row.date(date), moves), log);
        });
        if (!unseen.isEmpty()) {
            throw input.usage("--activity must be kinds that the log has, found " + unseen + ", which "
                    + (unseen.size() == 1 ? "isn't" : "aren't") + " there");
        }
    }

    private boolean moves(Row row, List<String> known, Set<String> active) {
        boolean moves = amount == null || row.decimal(amount).signum() != 0;
        if (kind == null) {
            return moves;
        }
        String word = activity == null ? row.text(kind) : row.value(kind).orElse("");
        if (activity == null && !known.contains(word)) {
            throw row.refuse(kind, "one of " + known + ", unless --activity tells the log's own");
        }
        return moves && active.contains(word);
    }

    private void add(Row row, StageLog.Event told, StageLog log) {
        if (event == null) {
            log.add(told);
        } else if (log.add(row.text(event), told).isPresent()) {
            throw row.refuse(event, "a key of its own, or the same client, day and kind as before");
        }
    }
}
