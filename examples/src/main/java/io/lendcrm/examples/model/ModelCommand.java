package io.lendcrm.examples.model;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lendcrm model}: models of any origin. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "Models of any origin: PMML, XGBoost, LightGBM, a table of points, or fitted here. All score in the same"
                    + " engine, with the arithmetic of their origin.",
            ""
        },
        subcommands = {
            ModelTrainCommand.class,
            ModelImportCommand.class,
            ModelScoreCommand.class,
            ModelExplainCommand.class,
            ModelCardCommand.class,
            ModelExportCommand.class
        },
        footer = {
            "",
            "Example:",
            "  lendcrm model import --format xgboost --input boosted.json --out model.json",
            "  lendcrm model score --model-file model.json --input clients.csv",
            "  lendcrm model explain --model-file model.json --input clients.csv --report why.html"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ModelCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "a step is missing: train, import, score, explain, card or export");
    }
}
