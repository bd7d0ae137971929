package io.lendcrm.examples.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.ResultTable;
import io.lendcrm.examples.command.StoredModel;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.report.Language;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm scorecard score}: a card and a file of clients to scores with reasons. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores clients by a card, as scorecard fit stores it.",
            "",
            "Writes row,score,probability,reason_1 and so on: the probability of bad that the score stands for, and"
                    + " the columns that cost the client the most points against the best bin, the worst first, equal ones"
                    + " in the order of the card; fewer if fewer did. A missing value has points of its own, and so has a"
                    + " level that the card never saw; how many there are is told on standard error.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm scorecard score --model-file card.json --input applicants.csv --reasons 4",
            "  lendcrm scorecard score --model-file card.json --input applicants.csv --id client --sentences zh"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ScorecardScoreCommand implements Callable<Integer> {

    @Option(
            names = "--model-file",
            required = true,
            paramLabel = "FILE",
            description = "The card, as scorecard fit stores it.")
    private Path modelFile;

    @Mixin
    private InputOptions input;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column of clients' keys, shown instead of the row's number.")
    private @Nullable String id;

    @Mixin
    private TableOptions table;

    @Option(
            names = "--reasons",
            paramLabel = "N",
            description = "How many reasons at most, from 0; ${DEFAULT-VALUE} by default.")
    private int reasons = 4;

    @Option(
            names = "--sentences",
            paramLabel = "en|zh",
            description =
                    "Reasons as sentences in this language. By default they are the names of columns, or the codes"
                            + " that the card has for them.")
    private @Nullable String sentences;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        Language language = language();
        if (reasons < 0) {
            throw output.usage("--reasons must be at least 0, found " + reasons);
        }
        Scorecard card = StoredModel.read(modelFile, Scorecard.class, "a scorecard");
        Table read = table.readForModel(input);
        int key = id == null ? -1 : table.column(input, read, "--id", id);
        Table rows = fitting(read, card.schema(), key);
        FeatureTable features = FeatureColumns.of(rows, card.schema());
        tellUnseen(features);
        write(card, rows, features, key, language);
        return 0;
    }

    private @Nullable Language language() {
        try {
            return sentences == null ? null : Language.parse(sentences);
        } catch (IllegalArgumentException e) {
            throw output.usage("--sentences must be one of [en, zh], found \"" + sentences + "\"");
        }
    }

    /** The rows with the columns that the card wants, of the kinds that it wants. */
    private Table fitting(Table read, FeatureSchema schema, int key) {
        List<String> absent = FeatureColumns.absent(read, schema);
        if (!absent.isEmpty()) {
            throw InputRefusedException.because(
                    read.name() + " doesn't fit the card: it lacks the columns " + absent + ", it has " + read.names());
        }
        int[] used = FeatureColumns.positions(read, schema);
        Table rows = read;
        for (int c = 0; c < used.length; c++) {
            boolean levels = schema.feature(c).type().hasLevels();
            rows = rows.with(used[c], levels ? Column.Kind.TEXT : Column.Kind.NUMBER);
        }
        return key < 0 ? table.usable(input, rows, used) : table.usable(input, rows, used, key);
    }

    private void tellUnseen(FeatureTable features) {
        for (int c = 0; c < features.schema().size(); c++) {
            Feature feature = features.schema().feature(c);
            int unseen = 0;
            int missing = 0;
            for (int row = 0; row < features.rows(); row++) {
                double value = features.value(row, c);
                unseen += feature.type().hasLevels() && value == Feature.UNSEEN ? 1 : 0;
                missing += Double.isNaN(value) ? 1 : 0;
            }
            String name = FeatureColumns.columnName(feature);
            if (unseen > 0) {
                output.tell("finding: " + unseen + " of " + features.rows() + " rows have a " + name
                        + " that the card never saw; they get its points for unseen values");
            }
            if (missing > 0) {
                output.tell("finding: " + missing + " of " + features.rows() + " rows have no " + name
                        + "; they get its points for missing values");
            }
        }
    }

    private void write(Scorecard card, Table rows, FeatureTable features, int key, @Nullable Language language) {
        List<String> columns = new ArrayList<>(List.of(key < 0 ? "row" : "id", "score", "probability"));
        for (int i = 1; i <= reasons; i++) {
            columns.add("reason_" + i);
        }
        double[] scores = CardFit.scores(card, features);
        int notScored = 0;
        try (ResultTable results = output.table(columns)) {
            for (int row = 0; row < scores.length; row++) {
                @Nullable Object[] cells = new @Nullable Object[columns.size()];
                cells[0] = key < 0
                        ? (Object) rows.number(row)
                        : rows.columns().get(key).text(row);
                if (Double.isNaN(scores[row])) {
                    notScored++;
                } else {
                    cells[1] = scores[row];
                    cells[2] = card.scale().isPresent() ? card.probability(scores[row]) : null;
                    List<Reason> adverse = reasons == 0 ? List.of() : card.adverseReasons(features.row(row), reasons);
                    for (int i = 0; i < adverse.size(); i++) {
                        cells[3 + i] = shown(adverse.get(i), card.schema(), language);
                    }
                }
                results.row(cells);
            }
        }
        if (notScored > 0) {
            output.tell("finding: " + notScored + " of " + scores.length
                    + " rows have no score: a value that the card can't do without is missing or unseen");
        }
    }

    private static String shown(Reason reason, FeatureSchema schema, @Nullable Language language) {
        Map<String, String> arguments = new TreeMap<>(reason.arguments());
        String feature = arguments.get("feature");
        if (feature == null || !reason.code().value().equals("scorecard.below")) {
            return language == null
                    ? reason.code().value()
                    : ReasonCatalogue.standard().text(reason, language.locale());
        }
        String column = FeatureColumns.columnName(schema.feature(schema.indexOf(feature)));
        if (language == null) {
            return column;
        }
        arguments.put("feature", column);
        return ReasonCatalogue.standard()
                .text(new Reason(reason.code(), reason.contribution(), arguments), language.locale());
    }
}
