package io.lendcrm.examples.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lendcrm clv}: what clients will bring, in three steps. */
@Command(
        name = "clv",
        mixinStandardHelpOptions = true,
        description = {
            "Values clients by what they are expected to bring, in three steps: summarise a log, fit models to the"
                    + " summary, predict each client. evaluate computes a model's numbers at parameters of your own.",
            ""
        },
        subcommands = {ClvSummariseCommand.class, ClvFitCommand.class, ClvPredictCommand.class, ClvEvaluateCommand.class
        },
        footer = {
            "",
            "Example:",
            "  lendcrm clv summarise --input sales.csv --id client --date day --amount amount \\",
            "      --unit week --observed-until 2025-06-30 > summary.csv",
            "  lendcrm clv fit --model bg-nbd --input summary.csv --unit week --out visits.json",
            "  lendcrm clv fit --model gamma-gamma --input summary.csv --out spend.json",
            "  lendcrm clv predict --model-file visits.json --spend-model-file spend.json --input summary.csv \\",
            "      --horizon 52"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ClvCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a step is missing: summarise, fit, predict or evaluate");
    }
}
