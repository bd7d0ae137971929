package io.lendcrm.examples.reproduce;

import static java.util.Objects.requireNonNull;

import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm reproduce}: published results, ours, and their difference. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the studies that others have published and puts our numbers beside theirs.",
            "",
            "Writes study,quantity,published,ours,difference,agrees,source,command. agrees tells whether ours rounds to"
                    + " what was printed; the command is what gets our number. Studies whose data isn't in the folder"
                    + " are named on standard error and left out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm reproduce --data DATA",
            "  lendcrm reproduce --data DATA --study cdnow --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ReproduceCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("study", "quantity", "published", "ours", "difference", "agrees", "source", "command");

    private final CommandLineRun line;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the public data sets, each in a folder of its own, such as clv.")
    private Path data;

    @Option(
            names = "--study",
            paramLabel = "TEXT",
            description = "Only the studies whose name holds this text, in any case. All by default.")
    private @Nullable String study;

    @Mixin
    private OutputOptions output;

    /**
     * A command that runs other commands.
     *
     * @param line runs a command: its arguments, and where standard output and standard error go; gives the exit code
     */
    public ReproduceCommand(CommandLineRun line) {
        this.line = requireNonNull(line, "line");
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data)) {
            throw output.usage("--data must be a folder, found " + data);
        }
        List<PublishedValue> wanted =
                PublishedValues.all().stream().filter(this::isWanted).toList();
        if (wanted.isEmpty()) {
            throw output.usage("--study must be part of one of "
                    + PublishedValues.all().stream()
                            .map(PublishedValue::study)
                            .distinct()
                            .toList() + ", found \""
                    + study + "\"");
        }
        Path work = Files.createTempDirectory("lendcrm-reproduce");
        try {
            write(wanted, new Results(line, data, work));
        } finally {
            delete(work);
        }
        return 0;
    }

    private void write(List<PublishedValue> wanted, Results results) {
        List<String> absent = wanted.stream()
                .filter(v -> !hasData(v))
                .map(PublishedValue::study)
                .distinct()
                .toList();
        absent.forEach(name -> output.tell(name + ": left out, its data isn't in " + data));
        try (ResultTable table = output.table(COLUMNS)) {
            for (PublishedValue value : wanted) {
                if (!absent.contains(value.study())) {
                    double ours = results.of(value);
                    table.row(
                            value.study(),
                            value.quantity(),
                            value.printed(),
                            ours,
                            ours - value.printed().doubleValue(),
                            value.agrees(ours),
                            value.source(),
                            "lendcrm " + value.command());
                }
            }
        }
    }

    private boolean isWanted(PublishedValue value) {
        return study == null || value.study().toLowerCase(Locale.ROOT).contains(study.toLowerCase(Locale.ROOT));
    }

    /** Whether every file of the folder that a command names is there. */
    private boolean hasData(PublishedValue value) {
        return Stream.of(value.command().split("\\s+"))
                .filter(word -> word.startsWith("{data}/"))
                .allMatch(word -> Files.exists(data.resolve(word.substring("{data}/".length()))));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
