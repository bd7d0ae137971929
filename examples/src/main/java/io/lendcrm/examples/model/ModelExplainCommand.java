package io.lendcrm.examples.model;

import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.ResultTable;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm model explain}: what moved each client's score. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells how far each feature moved each client's score.",
            "",
            "Writes row,score,base and a column a feature: for trees exact Shapley values on the margin, which add up"
                    + " to the score less the base, the margin expected of a client of whom nothing is known; for"
                    + " regressions their terms, and the base is the intercept; for cards points, and reason_1 and so on,"
                    + " the characteristics that cost the client the most points against the best bin.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm model explain --model-file model.json --input clients.csv > why.csv",
            "  lendcrm model explain --model-file model.json --input clients.csv --report why.html --rows 1,7"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ModelExplainCommand implements Callable<Integer> {

    @Mixin
    private ModelFileOptions file;

    @Mixin
    private InputOptions input;

    @Mixin
    private TableOptions tables;

    @Option(
            names = "--reasons",
            paramLabel = "N",
            description = "How many reasons of a card at most, from 0; ${DEFAULT-VALUE} by default.")
    private int reasons = 4;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the result as a page to look at.")
    private @Nullable Path report;

    @Option(
            names = "--rows",
            split = ",",
            paramLabel = "N",
            description = "The rows, from 1, that the page shows one by one; the first three by default.")
    private @Nullable List<Integer> shown;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (reasons < 0) {
            throw output.usage("--reasons must be at least 0, found " + reasons);
        }
        ModelSource source = file.read();
        AppliedModel model = source.model();
        ModelColumns rows = ModelColumns.of(source, tables.readForModel(input), input, tables);
        List<Integer> pictured = pictured(rows);
        boolean card = model.model() instanceof Scorecard;
        RowReasons told = card ? RowReasons.of(source) : null;
        List<String> columns = new ArrayList<>(List.of("row", "score", "base"));
        columns.addAll(source.fields());
        for (int i = 1; card && i <= reasons; i++) {
            columns.add("reason_" + i);
        }
        double[][] moved = new double[rows.rows()][];
        double[] scores = new double[rows.rows()];
        try (ResultTable results = output.table(columns)) {
            for (int row = 0; row < scores.length; row++) {
                double[] values = rows.row(row);
                scores[row] = model.score(values);
                moved[row] = model.contributions(values);
                @Nullable Object[] cells = new @Nullable Object[columns.size()];
                cells[0] = rows.table().number(row);
                if (!Double.isNaN(scores[row])) {
                    double sum = 0;
                    for (int f = 0; f < moved[row].length; f++) {
                        cells[3 + f] = moved[row][f];
                        sum += moved[row][f];
                    }
                    cells[1] = scores[row];
                    cells[2] = Double.isNaN(model.base()) ? scores[row] - sum : model.base();
                    if (told != null && reasons > 0) {
                        List<String> codes = told.codes(values, reasons);
                        for (int i = 0; i < codes.size(); i++) {
                            cells[3 + moved[row].length + i] = codes.get(i);
                        }
                    }
                }
                results.row(cells);
            }
        }
        if (report != null) {
            ExplainPage.of(source, rows, scores, moved, pictured).write(report);
        }
        return 0;
    }

    /** The rows that the page shows, as places in the table. */
    private List<Integer> pictured(ModelColumns rows) {
        List<Integer> places = new ArrayList<>();
        if (shown == null) {
            for (int row = 0; row < Math.min(3, rows.rows()); row++) {
                places.add(row);
            }
            return places;
        }
        for (int wanted : shown) {
            int found = -1;
            for (int row = 0; row < rows.rows(); row++) {
                found = rows.table().number(row) == wanted ? row : found;
            }
            if (found < 0) {
                throw output.usage("--rows must be rows of " + rows.table().name() + ", from 1, found " + wanted);
            }
            places.add(found);
        }
        return places;
    }
}
