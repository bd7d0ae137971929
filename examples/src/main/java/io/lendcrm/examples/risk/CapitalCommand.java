package io.lendcrm.examples.risk;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lendcrm capital}: what regulators ask a bank to hold. */
@Command(
        name = "capital",
        mixinStandardHelpOptions = true,
        description = {"The capital that an exposure ties up.", ""},
        subcommands = CapitalIrbCommand.class,
        footer = {"", "Example:", "  lendcrm capital irb --pd 0.01 --lgd 0.45 --maturity 2.5"})
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class CapitalCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "an approach is missing: irb");
    }
}
