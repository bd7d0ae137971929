package io.lendcrm.examples.lifecycle;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.tier.LifecycleStage;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.segmentation.lifecycle.LifecycleCard;
import io.lendcrm.segmentation.lifecycle.StageFlow;
import io.lendcrm.segmentation.lifecycle.StageHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm stages}: where clients stand, from potential to lost and back, and who went where. */
@Command(
        name = "stages",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells the stage of each client's relationship (potential, new, active, mature, declining, lost or"
                    + " reactivated) from a log of events, and how many went from which stage to which.",
            "",
            "Writes a JSON object with asOf, rules, stages (their names, the order of all counts), counts (clients in"
                    + " each stage now), steps (the same on each day a step apart, with entered, those who weren't known a"
                    + " step before, and moves, from each stage a step before (row) to each), matrix (the moves of all"
                    + " steps), shares (its rows as parts of 1; an empty row where a stage had nobody) and clients, each"
                    + " with its stage, since when, and the rule that put it there.",
            "",
            "The order of rows doesn't matter. Equal events and rules give equal stages, and later events never change"
                    + " earlier stages.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm stages --input log.csv --id client --date day --as-of 2025-12-31 --step quarter --report pages",
            "  lendcrm stages --input log.csv --id client --date day --kind kind --activity payment,loan \\",
            "      --as-of 2025-12-31 --rule lostDays=270 --out rules.json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class StagesCommand implements Callable<Integer> {

    private static final int MOST_STEPS = 1000;

    @Mixin
    private InputOptions input;

    @Mixin
    private LogOptions columns;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "The day to look from. Later events are ignored and counted on standard error.")
    private String asOf;

    @Option(
            names = "--step",
            paramLabel = "week|month|quarter|year",
            description = "How far apart the days of steps are, counted back from --as-of; quarter by default.")
    private StageStep step = StageStep.QUARTER;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "No step is before this day; by default the log's first.")
    private @Nullable String from;

    @Mixin
    private RuleOptions rules;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the rules, as JSON.")
    private @Nullable Path out;

    @Option(names = "--report", paramLabel = "DIR", description = "Where to write stages.html, a page to look at.")
    private @Nullable Path report;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public StagesCommand() {}

    @Override
    public Integer call() {
        LocalDate day = input.day("--as-of", asOf);
        LocalDate since = from == null ? null : input.day("--from", from);
        if (since != null && since.isAfter(day)) {
            throw output.usage("--from must not be after --as-of " + day + ", found " + since);
        }
        LifecycleCard card = rules.card(output);
        StageLog log = new StageLog(day);
        columns.read(input, card.activity(), log);
        if (log.later() > 0) {
            output.tell(log.later() + " events after " + day + " ignored");
        }
        if (log.repeated() > 0) {
            output.tell(log.repeated() + " rows that repeat an event ignored");
        }
        LocalDate first = log.first()
                .orElseThrow(() ->
                        InputRefusedException.because(input.path().getFileName() + " tells of nobody up to " + day));
        List<StageHistory> histories = log.histories(card.rules());
        StageFlow flow = StageFlow.of(histories, days(since == null ? first : since, day));
        if (out != null) {
            ModelJson.standard().write(card, out);
        }
        output.print(StagesDocument.of(card, histories, flow));
        output.tell(histories.size() + " clients: "
                + Stream.of(LifecycleStage.values())
                        .map(stage -> flow.count(flow.days().size() - 1, stage) + " " + Choice.word(stage))
                        .collect(Collectors.joining(", ")));
        if (report != null) {
            StagesPage.write(String.valueOf(input.path().getFileName()), histories, flow, report);
        }
        return 0;
    }

    private List<LocalDate> days(LocalDate first, LocalDate last) {
        if (last.minus(step.period().multipliedBy(MOST_STEPS)).isAfter(first)) {
            throw output.usage("--step " + Choice.word(step) + " makes more than " + MOST_STEPS + " steps since "
                    + first + "; take a longer one, or tell --from");
        }
        return StageFlow.days(first, last, step.period());
    }
}
