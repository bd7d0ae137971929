package io.lendcrm.examples.risk;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.examples.command.FormatOptions;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lendcrm monitor}: whether what comes in still looks as it did. */
@Command(
        name = "monitor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares the columns of two files by the population stability index: the rows a model was made on, and"
                    + " those of today.",
            "",
            "Numbers are compared over deciles of the expected rows, a value on an edge in the bin above; texts, and"
                    + " numbers of at most ten values that come five times or more on average, value by value; missing"
                    + " cells have a bin of their own. A column has drifted if its index is above its critical value,"
                    + " which a column that hasn't moved passes with a chance of 1 - level.",
            "",
            "Writes a JSON object with variables, each with name, psi, critical and pValue; with --time also periods,"
                    + " each with period, rows and variables.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm monitor --expected development.csv --actual today.csv",
            "  lendcrm monitor --expected development.csv --actual year.csv --time day --report drift.html"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class MonitorCommand implements Callable<Integer> {

    private static final int NONE = -1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--expected",
            required = true,
            paramLabel = "FILE",
            description = "The rows that the model was made on: delimited text or ARFF, packed by gzip or not.")
    private Path expected;

    @Option(names = "--actual", required = true, paramLabel = "FILE", description = "The rows of today.")
    private Path actual;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COL",
            description = "The columns to compare; all of the expected file's by default.")
    private @Nullable List<String> columns;

    @Option(names = "--exclude", split = ",", paramLabel = "COL", description = "Columns not to compare.")
    private List<String> exclude = List.of();

    @Option(
            names = "--level",
            paramLabel = "P",
            description = "One less the chance of a false alarm a column, within (0, 1); ${DEFAULT-VALUE} by default.")
    private double level = 0.95;

    @Option(
            names = "--time",
            paramLabel = "COL",
            description = "A column of the actual file that tells when: days are taken by month, all else as it is."
                    + " Not compared itself.")
    private @Nullable String time;

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the result as a page to look at.")
    private @Nullable Path report;

    @Mixin
    private FormatOptions format;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (!(level > 0 && level < 1)) {
            throw output.usage("--level must be within (0, 1), found " + level);
        }
        if (columns != null && !exclude.isEmpty()) {
            throw output.usage("--exclude must not stand beside --columns");
        }
        InputOptions expectedFile = InputOptions.of(spec, expected, format);
        InputOptions actualFile = InputOptions.of(spec, actual, format);
        Table before = tables.read(expectedFile);
        Table now = tables.read(actualFile);
        int clock = time == null ? NONE : tables.column(actualFile, now, "--time", time);
        int[] compared =
                compared(expectedFile, before, clock == NONE ? "" : now.names().get(clock));
        before = tables.usable(expectedFile, before, compared);
        int[] found = matched(before, compared, now);
        for (int i = 0; i < found.length; i++) {
            now = now.with(found[i], before.columns().get(compared[i]).kind());
        }
        now = tables.usable(actualFile, now, found, clock == NONE ? new int[0] : new int[] {clock});
        List<DriftBins> bins = new ArrayList<>();
        for (int at : compared) {
            bins.add(DriftBins.of(before.columns().get(at), before.rows()));
        }
        int[] all = IntStream.range(0, now.rows()).toArray();
        Drift whole = drift("", before, compared, now, found, bins, all);
        List<Drift> periods = new ArrayList<>();
        if (clock != NONE) {
            for (Map.Entry<String, int[]> period : periods(now, clock).entrySet()) {
                periods.add(drift(period.getKey(), before, compared, now, found, bins, period.getValue()));
            }
        }
        tell(whole, periods);
        if (report != null) {
            DriftPage.of(before.name(), before.rows(), now.name(), whole, periods)
                    .write(report);
        }
        return 0;
    }

    private void tell(Drift whole, List<Drift> periods) {
        DocumentBuilder document = Document.tree();
        ((Document.Tree) whole.document()).members().forEach(document::put);
        if (!periods.isEmpty()) {
            document.put(
                    "periods",
                    new Document.Items(periods.stream().map(Drift::document).toList()));
        }
        output.print(document.build());
        long drifted = whole.variables().stream().filter(v -> v.drifted(level)).count();
        output.tell(drifted + " of " + whole.variables().size() + " columns have drifted");
    }

    private int[] compared(InputOptions file, Table table, String clock) {
        if (columns != null) {
            return columns.stream()
                    .mapToInt(told -> tables.column(file, table, "--columns", told))
                    .distinct()
                    .toArray();
        }
        Set<Integer> left = exclude.stream()
                .map(told -> tables.column(file, table, "--exclude", told))
                .collect(Collectors.toSet());
        int[] rest = IntStream.range(0, table.columns().size())
                .filter(at -> !left.contains(at) && !table.names().get(at).equals(clock))
                .toArray();
        if (rest.length == 0) {
            throw output.usage("--exclude must leave a column to compare, found " + exclude);
        }
        return rest;
    }

    private static int[] matched(Table before, int[] compared, Table now) {
        List<String> absent = IntStream.of(compared)
                .mapToObj(at -> before.names().get(at))
                .filter(name -> !now.names().contains(name))
                .toList();
        if (!absent.isEmpty()) {
            throw InputRefusedException.because(
                    now.name() + " is refused: it lacks the columns " + absent + " of " + before.name());
        }
        return IntStream.of(compared)
                .map(at -> now.names().indexOf(before.names().get(at)))
                .toArray();
    }

    private Drift drift(
            String period, Table before, int[] compared, Table now, int[] found, List<DriftBins> bins, int[] rows) {
        int[] expectedRows = IntStream.range(0, before.rows()).toArray();
        List<Drift.Variable> variables = new ArrayList<>();
        for (int i = 0; i < compared.length; i++) {
            variables.add(new Drift.Variable(
                    before.names().get(compared[i]),
                    bins.get(i)
                            .compare(
                                    before.columns().get(compared[i]),
                                    expectedRows,
                                    now.columns().get(found[i]),
                                    rows)));
        }
        return new Drift(period, rows.length, variables, level);
    }

    private static Map<String, int[]> periods(Table now, int clock) {
        Column when = now.columns().get(clock);
        Map<String, List<Integer>> rows = new TreeMap<>(new Chronological(when.kind()));
        for (int row = 0; row < now.rows(); row++) {
            String text = when.text(row);
            String period = text.matches("\\d{4}-\\d{2}-\\d{2}.*") ? text.substring(0, 7) : text;
            rows.computeIfAbsent(period, none -> new ArrayList<>()).add(row);
        }
        Map<String, int[]> periods = new TreeMap<>(new Chronological(when.kind()));
        rows.forEach((period, which) ->
                periods.put(period, which.stream().mapToInt(Integer::intValue).toArray()));
        return periods;
    }
}
