package io.lendcrm.examples.model;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm model import}: a model of another tool to one of ours. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads a model of another tool completely, refuses what it can't score as its origin does, and stores it.",
            "",
            "pmml is a Scorecard, RegressionModel, TreeModel or MiningModel of PMML 4; xgboost is JSON or UBJ of a"
                    + " gbtree with one output; lightgbm is its text format; points is a table with the columns"
                    + " characteristic, from, to, levels, points. The reason codes of a PMML card are stored with it.",
            "",
            "What was read is told on standard error.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm model import --format xgboost --input boosted.json --out model.json",
            "  lendcrm model import --format pmml --input card.pmml --out card.json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ModelImportCommand implements Callable<Integer> {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "pmml, xgboost, lightgbm or points; seen from the file by default.")
    private @Nullable ModelFormat format;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The file of the other tool.")
    private Path input;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to store the model, as JSON.")
    private Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ModelSource source = ModelSource.read(input, format);
        String type = source.model().model().info().type();
        if (!ModelJson.standard().types().contains(type)) {
            throw InputRefusedException.because(input.getFileName() + " holds a model of type " + type
                    + ", which can't be stored; score by its own file, model score --model-file "
                    + input.getFileName());
        }
        ModelJson.standard().write(source.model().model(), out);
        source.model().model().info().warnings().forEach(warning -> output.tell("warning: " + warning));
        output.tell(input.getFileName() + ": " + source.format().name().toLowerCase(Locale.ROOT) + ", "
                + source.model().model() + "; stored in " + out.getFileName());
        return 0;
    }
}
