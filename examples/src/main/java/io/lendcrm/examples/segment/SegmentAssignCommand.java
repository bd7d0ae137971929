package io.lendcrm.examples.segment;

import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.StoredModel;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.segmentation.ClusterModel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm segment assign}: takes clients into groups that were found before. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes clients into groups that were found before.",
            "",
            "Writes id,segment,distance,margin,outside in the order of the input. A client that the model can't take,"
                    + " such as one without a number that it needs, has an empty segment.",
            ""
        },
        footer = {"", "Example:", "  lendcrm segment assign --model-file segments.json --input today.csv --id firm"})
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class SegmentAssignCommand implements Callable<Integer> {

    @Option(
            names = "--model-file",
            required = true,
            paramLabel = "FILE",
            description = "The model that segment --out stored.")
    private Path model;

    @Mixin
    private InputOptions input;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column of clients' keys, each once. By default rows are numbered.")
    private @Nullable String id;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public SegmentAssignCommand() {}

    @Override
    public Integer call() {
        ClusterModel found = StoredModel.read(model, ClusterModel.class, "one of segments");
        ClientTable table = ClientTable.forModel(input, tables, id, found.schema());
        AssignmentRows.write(output, table.features(), found);
        return 0;
    }
}
