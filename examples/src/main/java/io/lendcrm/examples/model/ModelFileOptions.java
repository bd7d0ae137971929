package io.lendcrm.examples.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which model. Not thread-safe; confine to one thread. */
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ModelFileOptions {

    @Option(
            names = "--model-file",
            required = true,
            paramLabel = "FILE",
            description = "The model: as model import or scorecard fit stores it, or a file of another tool as it is.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "What the file is: lendcrm, pmml, xgboost, lightgbm or points (a table with the columns"
                    + " characteristic, from, to, levels, points). By default it is seen from the file.")
    private @Nullable ModelFormat format;

    /** Options that picocli fills. */
    public ModelFileOptions() {}

    /** {@return the model, read} */
    public ModelSource read() {
        return ModelSource.read(file, format);
    }

    /** {@return the file} */
    public Path file() {
        return file;
    }
}
