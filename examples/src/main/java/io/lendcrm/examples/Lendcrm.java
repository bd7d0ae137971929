package io.lendcrm.examples;

import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile.Header;
import io.lendcrm.core.ingest.Delimiter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.examples.association.RulesCommand;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.command.ClvCommand;
import io.lendcrm.examples.command.ClvKind;
import io.lendcrm.examples.command.ClvPredictCommand;
import io.lendcrm.examples.command.Faults;
import io.lendcrm.examples.command.RfmCommand;
import io.lendcrm.examples.command.SimulateCommand;
import io.lendcrm.examples.command.ValueCommand;
import io.lendcrm.examples.lifecycle.StageStep;
import io.lendcrm.examples.lifecycle.StagesCommand;
import io.lendcrm.examples.model.ModelCommand;
import io.lendcrm.examples.model.ModelExportCommand;
import io.lendcrm.examples.model.ModelFormat;
import io.lendcrm.examples.reproduce.ReproduceCommand;
import io.lendcrm.examples.review.ReviewCommand;
import io.lendcrm.examples.risk.CapitalCommand;
import io.lendcrm.examples.risk.LowDefaultCommand;
import io.lendcrm.examples.risk.MonitorCommand;
import io.lendcrm.examples.scorecard.CardOptions;
import io.lendcrm.examples.scorecard.ScorecardCommand;
import io.lendcrm.examples.scorecard.ValidateCommand;
import io.lendcrm.examples.segment.SegmentCommand;
import io.lendcrm.examples.segment.SegmentMethod;
import io.lendcrm.examples.shadow.ShadowCommand;
import io.lendcrm.examples.text.TextCommand;
import io.lendcrm.scoring.risk.binning.MissingBin;
import io.lendcrm.scoring.risk.binning.Trend;
import io.lendcrm.scoring.value.rfm.RfmMethod;
import io.lendcrm.scoring.value.rfm.RfmTies;
import io.lendcrm.segmentation.association.RuleMeasure;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line. Exit codes: 0 done, 1 the input is refused and standard error says why, 2 the command is used in a
 * wrong way. Standard output gets results and nothing else.
 */
@Command(
        name = "lendcrm",
        mixinStandardHelpOptions = true,
        versionProvider = Lendcrm.Version.class,
        description = {
            "Turns a lender's clients and interactions into scores, values and segments, each with its reasons.",
            "",
            "A COL is a header's name or a position from 1. An empty field is missing. Results go to standard output as"
                    + " CSV, or as JSON with --json; counts and findings go to standard error. Rows that can't be used"
                    + " are named with their line and have the whole input refused, unless --skip-bad-rows.",
            ""
        },
        subcommands = {
            ReviewCommand.class,
            RfmCommand.class,
            ScorecardCommand.class,
            ClvCommand.class,
            SegmentCommand.class,
            RulesCommand.class,
            StagesCommand.class,
            TextCommand.class,
            SimulateCommand.class,
            ValidateCommand.class,
            ValueCommand.class,
            CapitalCommand.class,
            LowDefaultCommand.class,
            MonitorCommand.class,
            ModelCommand.class,
            ShadowCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input is refused, or no model can be fitted to it",
            "2:unknown option, column or value"
        },
        footer = {
            "",
            "Example:",
            "  lendcrm rfm --input sales.csv --id client --date day --amount amount --as-of 2025-12-31",
            "",
            "More about a command, with examples: lendcrm COMMAND --help"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class Lendcrm implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command and ends the program with its exit code.
     *
     * @param args the command and its options
     */
    // Straight to the descriptors: System.out would hide that a disk is full.
    public static void main(String[] args) {
        System.exit(run(args, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err)));
    }

    /**
     * Runs a command.
     *
     * @param args the command and its options
     * @param out gets the results, as UTF-8
     * @param err gets everything else, as UTF-8
     * @return the exit code
     */
    public static int run(String[] args, OutputStream out, OutputStream err) {
        PrintWriter results = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        PrintWriter messages = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        CommandLine line = line().setOut(results)
                .setErr(messages)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Faults::usage)
                .setExecutionExceptionHandler(Faults::failure);
        register(line);
        int code = line.execute(args);
        messages.flush();
        if (results.checkError()) {
            messages.println("lendcrm: standard output can't be written");
            return Math.max(code, 1);
        }
        return code;
    }

    /** {@return the names of all commands} */
    public static Set<String> commands() {
        return Set.copyOf(line().getSubcommands().keySet());
    }

    private static CommandLine line() {
        return new CommandLine(new Lendcrm()).addSubcommand(new ReproduceCommand(Lendcrm::run));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static void register(CommandLine line) {
        line.registerConverter(Delimiter.class, text -> converted(() -> Delimiter.parse(text)));
        line.registerConverter(DayFormat.class, text -> converted(() -> DayFormat.of(text)));
        line.registerConverter(Charset.class, text -> converted(() -> charset(text)));
        line.registerConverter(Currency.class, text -> converted(() -> currency(text)));
        line.registerConverter(LocalDate.class, text -> converted(() -> day(text)));
        register(line, Header.class, List.of(Header.YES, Header.NO));
        register(line, CalendarUnit.class, List.of(CalendarUnit.values()));
        register(line, RfmMethod.class, List.of(RfmMethod.values()));
        register(line, RfmTies.class, List.of(RfmTies.values()));
        register(line, ClvPredictCommand.IntervalMethod.class, List.of(ClvPredictCommand.IntervalMethod.values()));
        register(line, ClvKind.class, List.of(ClvKind.values()));
        register(line, ValueCommand.Level.class, List.of(ValueCommand.Level.values()));
        register(line, CardOptions.Method.class, List.of(CardOptions.Method.values()));
        register(line, Trend.class, List.of(Trend.values()));
        register(line, MissingBin.class, List.of(MissingBin.values()));
        register(line, ValidateCommand.Higher.class, List.of(ValidateCommand.Higher.values()));
        register(line, ModelFormat.class, List.of(ModelFormat.values()));
        register(line, ModelExportCommand.Target.class, List.of(ModelExportCommand.Target.values()));
        register(line, ShadowCommand.Gives.class, List.of(ShadowCommand.Gives.values()));
        register(line, Scale.class, List.of(Scale.values()));
        register(line, MissingValues.class, List.of(MissingValues.values()));
        register(line, RuleMeasure.class, List.of(RuleMeasure.values()));
        register(line, TextCommand.Cut.class, List.of(TextCommand.Cut.values()));
        register(line, SegmentMethod.class, List.of(SegmentMethod.values()));
        register(line, StageStep.class, List.of(StageStep.values()));
    }

    private static <E extends Enum<E>> void register(CommandLine line, Class<E> type, List<E> choices) {
        line.registerConverter(type, text -> Choice.of(text, choices));
    }

    private static <T> T converted(Callable<T> conversion) throws Exception {
        try {
            return conversion.call();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("must be an encoding such as UTF-8 or GB18030, found \"" + name + "\"");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("must be a day as in 2024-02-29, found \"" + text + "\"");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("must be an ISO 4217 code such as EUR, found \"" + code + "\"");
        }
    }

    /** Tells the version that stored models name. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "lendcrm " + ModelInfo.of("version", Run.sequential(), 0, "").libraryVersion()
            };
        }
    }
}
