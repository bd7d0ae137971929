package io.lendcrm.examples.shadow;

import io.lendcrm.core.Checksum;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.model.AppliedModel;
import io.lendcrm.examples.model.ModelColumns;
import io.lendcrm.examples.model.ModelFileOptions;
import io.lendcrm.examples.model.ModelSource;
import io.lendcrm.examples.model.RowReasons;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.risk.trees.Arithmetic;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm shadow}: a bank's own model replayed beside its own scores. */
@Command(
        name = "shadow",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Replays a bank's rows through its own model in our engine and compares the scores with those that its"
                    + " system gave: bit by bit, with the worst rows, reasons, the time a score takes, and whether the"
                    + " scores have moved.",
            "",
            "The verdict is a rule: identical if every score is the same to the last bit; equivalent if none differs"
                    + " by more than the tolerance and both score the same rows; different otherwise. Numbers of models"
                    + " with 32-bit arithmetic are compared as such.",
            "",
            "Writes a JSON object with verdict, rows, counts, largestDifference, worst, reasons, latency (nanoseconds)"
                    + " and stability. --report writes the page for the committee.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm shadow --model-file card.pmml --input decided.csv --score old_score --report validation.html",
            "  lendcrm shadow --model-file boosted.json --input decided.csv --score margin --gives margin"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ShadowCommand implements Callable<Integer> {

    /** Which of the model's numbers the old score is. */
    public enum Gives {
        /** The score of a card, the probability or the amount of others. */
        PREDICTION,
        /** The margin before it becomes a probability. */
        MARGIN
    }

    @Mixin
    private ModelFileOptions file;

    @Mixin
    private InputOptions input;

    @Option(names = "--score", required = true, paramLabel = "COL", description = "The column of the old scores.")
    private String score;

    @Option(
            names = "--gives",
            paramLabel = "prediction|margin",
            description =
                    "What the old score is: the model's prediction (the points of a card, a probability), which is the"
                            + " default, or its margin.")
    private Gives gives = Gives.PREDICTION;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "By how much scores may differ and still be equivalent; ${DEFAULT-VALUE} by default.")
    private double tolerance = 1e-6;

    @Option(
            names = "--reasons",
            paramLabel = "COL",
            description = "A column of the old reasons, the strongest first, divided by commas.")
    private @Nullable String reasons;

    @Option(
            names = "--cutoff",
            paramLabel = "X",
            description = "A score from which decisions change: how many clients come on its other side is told.")
    private @Nullable Double cutoff;

    @Option(
            names = "--time",
            paramLabel = "COL",
            description =
                    "A column that tells when. Stability is then that of each period against the first; by default"
                            + " that of the second half of the rows against the first.")
    private @Nullable String time;

    @Option(names = "--worst", paramLabel = "N", description = "How many rows to show; ${DEFAULT-VALUE} by default.")
    private int worst = 10;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "How many single scores to time after a warm-up; 0 for none, ${DEFAULT-VALUE} by default.")
    private int calls = 100_000;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the page for the committee.")
    private @Nullable Path report;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        requireOptions();
        ModelSource source = file.read();
        AppliedModel model = source.model();
        Table read = tables.readForModel(input);
        int old = tables.column(input, read, "--score", score);
        int all = read.rows();
        read = tables.usable(input, read.with(old, Column.Kind.NUMBER), new int[] {old});
        int oldReasons = reasons == null ? -1 : tables.column(input, read, "--reasons", reasons);
        int clock = time == null ? -1 : tables.column(input, read, "--time", time);
        ModelColumns columns = ModelColumns.of(source, read, input, tables);
        Table table = columns.table();
        double[][] rows = columns.all();
        boolean floats =
                model.model() instanceof TreeEnsemble trees && trees.sum().arithmetic() == Arithmetic.FLOAT32;
        List<Replay.Compared> compared = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            double told = table.columns().get(old).number(row);
            double before = floats ? (float) told : told;
            double found = model.score(rows[row]);
            double after = gives == Gives.MARGIN ? found : model.prediction(found);
            compared.add(new Replay.Compared(
                    table.number(row), before, after, Replay.outcome(before, after, tolerance), row));
        }
        Replay replay = new Replay(compared, tolerance);
        RowReasons finder = RowReasons.of(source);
        List<List<String>> found = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            found.add(finder.codes(rows[row], ShadowResult.REASONS));
            if (oldReasons >= 0) {
                before.add(table.columns().get(oldReasons).text(row));
            }
        }
        ShadowResult result = new ShadowResult(
                new ShadowResult.Subject(
                        String.valueOf(file.file().getFileName()),
                        source,
                        Checksum.of(file.file()),
                        read.name(),
                        Checksum.of(input.path()),
                        all,
                        score,
                        gives,
                        Clock.systemUTC().instant()),
                replay,
                ReasonMatch.of(
                        found,
                        before,
                        compared.stream().map(Replay.Compared::number).toList()),
                calls == 0 ? null : Latency.of(rows, calls, model::score),
                Stability.of(replay, clock < 0 ? null : table.columns().get(clock)),
                cutoff,
                worst);
        output.print(result.document());
        output.tell(result.sentence());
        if (report != null) {
            ShadowPage.of(result, found).write(report);
        }
        return 0;
    }

    private void requireOptions() {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw output.usage("--tolerance must be finite and at least 0, found " + tolerance);
        }
        if (cutoff != null && !Double.isFinite(cutoff)) {
            throw output.usage("--cutoff must be finite, found " + cutoff);
        }
        if (worst < 0) {
            throw output.usage("--worst must be at least 0, found " + worst);
        }
        if (calls < 0 || calls > 10_000_000) {
            throw output.usage("--calls must be within [0, 10000000], found " + calls);
        }
    }
}
