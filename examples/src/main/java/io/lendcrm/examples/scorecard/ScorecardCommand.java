package io.lendcrm.examples.scorecard;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lendcrm scorecard}: from clients and what became of them to points, and from points to decisions with reasons. */
@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        description = {"Fits scorecards to what became of clients, and scores clients by them, with reasons.", ""},
        subcommands = {ScorecardFitCommand.class, ScorecardScoreCommand.class},
        footer = {
            "",
            "Example:",
            "  lendcrm scorecard fit --input loans.csv --target outcome --bad default --out card.json",
            "  lendcrm scorecard score --model-file card.json --input applicants.csv --reasons 4"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ScorecardCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** A command that picocli fills. */
    public ScorecardCommand() {}

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a step is missing: fit or score");
    }
}
