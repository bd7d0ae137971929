package io.lendcrm.examples.segment;

import io.lendcrm.core.model.Document;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.ResultTable;
import io.lendcrm.examples.command.StoredModel;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.scorecard.TargetOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.evaluation.ProductNeed;
import io.lendcrm.segmentation.evaluation.SegmentLift;
import io.lendcrm.segmentation.evaluation.UnmetNeed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm segment evaluate}: what groups tell of an outcome that nobody used to make them. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what groups say of an outcome that nobody used to make them, such as a default, a churn or a"
                    + " response. Take clients the groups weren't found in.",
            "",
            "Writes segment,clients,events,rate,low,high,lift,standing: the interval of the rate, at --confidence for"
                    + " all groups at once; the rate by that of all clients with a group; and whether it lies above or"
                    + " below that. With --json also the Gini coefficient (each half of the clients ranks the groups for"
                    + " the other), the information value, a test of whether groups differ, and unmet needs.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm segment evaluate --model-file segments.json --input later.csv --target state --bad default",
            "  lendcrm segment evaluate --model-file segments.json --input later.csv --target left --bad yes \\",
            "      --holds card=yes --peers income --json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class SegmentEvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--model-file",
            required = true,
            paramLabel = "FILE",
            description = "The model that segment --out stored.")
    private Path model;

    @Mixin
    private InputOptions input;

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--holds",
            split = ",",
            paramLabel = "COL=VALUE",
            description =
                    "Products: the value of a column that says that a client has one; where it is empty nobody knows."
                            + " Needs --need or --peers.")
    private List<String> holds = List.of();

    @Option(
            names = "--need",
            split = ",",
            paramLabel = "COL",
            description = "For each product the column of clients' need of it, from 0 to 1, such as a score.")
    private List<String> need = List.of();

    @Option(
            names = "--peers",
            paramLabel = "COL",
            description = "The column of clients that are alike: a client's need is how many of the others hold the"
                    + " product. Stands instead of --need.")
    private @Nullable String peers;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description = "The level of all intervals at once; ${DEFAULT-VALUE} by default.")
    private double confidence = 0.95;

    @Option(
            names = "--least",
            paramLabel = "N",
            description = "How many clients a group needs for a verdict; ${DEFAULT-VALUE} by default.")
    private int least = 30;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the halves; ${DEFAULT-VALUE} by default.")
    private long seed = 7;

    @Option(names = "--report", paramLabel = "DIR", description = "Where to write evaluation.html, a page to look at.")
    private @Nullable Path report;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public SegmentEvaluateCommand() {}

    @Override
    public Integer call() {
        if (!(confidence > 0 && confidence < 1) || least < 1) {
            throw output.usage(
                    "--confidence must be within (0, 1) and --least at least 1, found " + confidence + " and " + least);
        }
        if (holds.isEmpty() ? !need.isEmpty() || peers != null : need.isEmpty() == (peers == null)) {
            throw output.usage("--holds must stand with either --need or --peers, and neither without it");
        }
        if (!need.isEmpty() && need.size() != holds.size()) {
            throw output.usage(
                    "--need must have a column for each of the " + holds.size() + " products, found " + need.size());
        }
        ClusterModel found = StoredModel.read(model, ClusterModel.class, "one of segments");
        Table read = tables.readForModel(input);
        int outcome = tables.column(input, read, "--target", target.target());
        for (String column : need) {
            read = read.with(tables.column(input, read, "--need", column), Column.Kind.NUMBER);
        }
        Table table = ClientTable.rowsForModel(input, tables, read, found.schema(), outcome);
        boolean[] event = target.outcomes(input, table, outcome);
        Assignments assigned = found.assign(ClientTable.numbered(table, found.schema()));
        requireBoth(assigned, event);
        Evaluation evaluation = Evaluation.of(
                table.name(),
                assigned,
                event,
                UnmetNeed.rank(assigned, products(table), confidence, least),
                confidence,
                least,
                seed);
        if (report != null) {
            EvaluationPage.write(evaluation, report);
        }
        if (output.json()) {
            Document document = evaluation.document();
            output.print(document);
        } else {
            write(evaluation.lift());
        }
        return 0;
    }

    private void requireBoth(Assignments assigned, boolean[] event) {
        long clients = IntStream.range(0, event.length)
                .filter(i -> assigned.segment(i) >= 0)
                .count();
        long events = IntStream.range(0, event.length)
                .filter(i -> assigned.segment(i) >= 0 && event[i])
                .count();
        if (events == 0 || events == clients) {
            throw output.usage("--target must be both good and bad among the clients with a group, found "
                    + target.target() + " bad with " + events + " of " + clients);
        }
    }

    private List<ProductNeed> products(Table table) {
        return IntStream.range(0, holds.size()).mapToObj(p -> product(table, p)).toList();
    }

    private ProductNeed product(Table table, int which) {
        String told = holds.get(which);
        int equals = told.lastIndexOf('=');
        if (equals < 1) {
            throw output.usage("--holds must be as column=value, found \"" + told + "\"");
        }
        Column held = table.columns().get(tables.column(input, table, "--holds", told.substring(0, equals)));
        String value = told.substring(equals + 1);
        if (!held.texts().contains(value)) {
            throw output.usage("--holds must name a value of " + held.name() + ", found \"" + value + "\"");
        }
        boolean[] holding = new boolean[table.rows()];
        for (int row = 0; row < holding.length; row++) {
            holding[row] = held.text(row).equals(value);
        }
        if (peers != null) {
            Column alike = table.columns().get(tables.column(input, table, "--peers", peers));
            Map<String, Integer> groups = new HashMap<>();
            alike.texts().forEach(text -> groups.put(text, groups.size()));
            int[] group = IntStream.range(0, table.rows())
                    .map(row -> held.isMissing(row) ? -1 : groups.getOrDefault(alike.text(row), -1))
                    .toArray();
            return ProductNeed.byPeers(told, holding, group);
        }
        Column needed = table.columns().get(tables.column(input, table, "--need", need.get(which)));
        double[] needs = new double[table.rows()];
        Arrays.setAll(needs, needed::number);
        for (int row = 0; row < needs.length; row++) {
            if (!needed.isMissing(row) && !(needs[row] >= 0 && needs[row] <= 1)) {
                throw output.usage("--need must be a column of numbers from 0 to 1, and " + needed.name() + " has "
                        + needed.text(row) + " in line " + table.line(row));
            }
            needs[row] = held.isMissing(row) ? Double.NaN : needs[row];
        }
        return ProductNeed.of(told, needs, holding);
    }

    private void write(SegmentLift lift) {
        try (ResultTable rows =
                output.table(List.of("segment", "clients", "events", "rate", "low", "high", "lift", "standing"))) {
            for (SegmentLift.SegmentRate one : lift.segments()) {
                Double rate =
                        one.rate().clients() == 0 ? null : one.rate().value().orElseThrow();
                Double times = one.rate().clients() == 0 ? null : one.lift().orElseThrow();
                rows.row(
                        one.segment(),
                        one.rate().clients(),
                        one.rate().events(),
                        rate,
                        one.interval().low(),
                        one.interval().high(),
                        times,
                        Evaluation.standing(one));
            }
        }
    }
}
