package io.lendcrm.examples.model;

import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.ResultTable;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm model score}: a model and a file of clients to scores. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores clients by a model of any origin.",
            "",
            "Writes row,margin,probability for trees and logistic regressions, and row,score for cards and for models"
                    + " of amounts. A feature is the column of its name; of a feature called purpose=car the column is"
                    + " purpose and the value 1 where it says car. An empty cell is missing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm model score --model-file model.json --input clients.csv",
            "  lendcrm model score --model-file boosted.ubj --input clients.csv --leaves"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ModelScoreCommand implements Callable<Integer> {

    @Mixin
    private ModelFileOptions file;

    @Mixin
    private InputOptions input;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column of clients' keys, shown instead of the row's number.")
    private @Nullable String id;

    @Option(
            names = "--leaves",
            description =
                    "Of trees, add the number of the leaf of each tree, as the origin counts them: leaf_1 and so on.")
    private boolean leaves;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ModelSource source = file.read();
        AppliedModel model = source.model();
        int[] leaf = leavesOf(model);
        Table read = tables.readForModel(input);
        int key = id == null ? -1 : tables.column(input, read, "--id", id);
        ModelColumns rows = key < 0
                ? ModelColumns.of(source, read, input, tables)
                : ModelColumns.of(source, read, input, tables, key);
        boolean probability = model.output() == AppliedModel.Output.PROBABILITY;
        List<String> columns = new ArrayList<>(List.of(key < 0 ? "row" : "id"));
        columns.addAll(probability ? List.of("margin", "probability") : List.of("score"));
        int first = columns.size();
        for (int t = 1; t <= leaf.length; t++) {
            columns.add("leaf_" + t);
        }
        int without = 0;
        try (ResultTable results = output.table(columns)) {
            for (int row = 0; row < rows.rows(); row++) {
                double[] values = rows.row(row);
                double score = model.score(values);
                @Nullable Object[] cells = new @Nullable Object[columns.size()];
                cells[0] = key < 0
                        ? (Object) rows.table().number(row)
                        : rows.table().columns().get(key).text(row);
                if (Double.isNaN(score)) {
                    without++;
                } else {
                    cells[1] = probability ? score : model.prediction(score);
                    if (probability) {
                        cells[2] = model.prediction(score);
                    }
                    if (leaf.length > 0) {
                        ((TreeEnsemble) model.model()).leaves(values, leaf);
                        for (int t = 0; t < leaf.length; t++) {
                            cells[first + t] = leaf[t];
                        }
                    }
                }
                results.row(cells);
            }
        }
        if (without > 0) {
            output.tell("finding: " + without + " of " + rows.rows()
                    + " rows have no score: a value that the model can't do without is missing, unseen or beyond it");
        }
        return 0;
    }

    private int[] leavesOf(AppliedModel model) {
        if (!leaves) {
            return new int[0];
        }
        if (model.model() instanceof TreeEnsemble trees) {
            return new int[trees.trees().size()];
        }
        throw output.usage("--leaves must go with a model of trees, found "
                + model.model().info().type());
    }
}
