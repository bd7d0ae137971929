package io.lendcrm.examples.model;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.scorecard.FoldFile;
import io.lendcrm.examples.scorecard.TargetOptions;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.CrossValidation;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm model train}: boosted trees as a challenger of a card. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Grows boosted trees by XGBoost and scores by them in our engine. There is nothing to tune: 300 rounds at"
                    + " a rate of 0.04, each the mean of 8 trees of depth 3, a tree on half of the rows, a node asking"
                    + " about 15 %% of the columns, were best by an inner cross-validation over public data sets.",
            "",
            "Numbers go in as they are; of a text each value becomes a column such as purpose=car of 0 and 1; missing"
                    + " cells stay missing. Writes XGBoost's JSON to --out, and the area under the curve as JSON: on the"
                    + " rows it was grown on, and with --folds on rows it wasn't, fold by fold.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  lendcrm model train --input loans.csv --target status --bad default --folds folds.csv --out boosted.json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ModelTrainCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input;

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COL",
            description = "Columns that must not go in, such as keys, and what wasn't known at the decision.")
    private List<String> excluded = List.of();

    @Mixin
    private TableOptions tables;

    @Option(
            names = "--folds",
            paramLabel = "FILE",
            description = "Folds for cross-validation: row,fold, both from 1. Trees are grown anew for each fold.")
    private @Nullable Path folds;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write XGBoost's JSON.")
    private Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        Table all = tables.read(input);
        int outcome = tables.column(input, all, "--target", target.target());
        int[] used = used(all, outcome);
        Table rows = tables.usable(input, all, used, outcome);
        tables.warnOfStrays(rows, used);
        boolean[] bad = target.outcomes(input, rows, outcome);
        TrainingColumns columns = TrainingColumns.of(rows, used);
        byte[] grown = BoostedTrees.fit(columns, bad);
        DocumentBuilder validation =
                Document.tree().put("auc", area(XgboostReader.defaults().read(grown), columns, bad));
        if (folds != null) {
            CrossValidation found = FoldFile.read(folds, input, rows, bad)
                    .validate(
                            bad,
                            (fittedOn, heldOut) -> scores(
                                    XgboostReader.defaults()
                                            .read(BoostedTrees.fit(columns.rows(fittedOn), outcomes(bad, fittedOn))),
                                    columns.rows(heldOut),
                                    heldOut.length),
                            Run.sequential());
            validation.put(
                    "crossValidation",
                    Document.tree()
                            .put(
                                    "auc",
                                    found.areas().stream()
                                            .mapToDouble(Auc::value)
                                            .toArray())
                            .put("mean", found.meanAuc())
                            .put("spread", found.spread())
                            .build());
        }
        try {
            Files.write(out, grown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output.print(Document.tree()
                .put("rows", bad.length)
                .put("features", columns.names().size())
                .put("validation", validation.build())
                .build());
        return 0;
    }

    private static double area(TreeEnsemble trees, TrainingColumns columns, boolean[] bad) {
        return RocCurve.of(ScoredOutcomes.ofRisk(scores(trees, columns, bad.length), bad))
                .auc()
                .value();
    }

    private static double[] scores(TreeEnsemble trees, TrainingColumns columns, int rows) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> trees.score(columns.row(row)))
                .toArray();
    }

    private static boolean[] outcomes(boolean[] bad, int[] which) {
        boolean[] outcomes = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            outcomes[i] = bad[which[i]];
        }
        return outcomes;
    }

    private int[] used(Table all, int outcome) {
        Set<Integer> left = new LinkedHashSet<>();
        for (String name : excluded) {
            left.add(tables.column(input, all, "--exclude", name));
        }
        int[] used = IntStream.range(0, all.columns().size())
                .filter(at -> at != outcome && !left.contains(at))
                .toArray();
        if (used.length == 0) {
            throw output.usage("--exclude must leave a column beside the target, found " + excluded);
        }
        return used;
    }
}
