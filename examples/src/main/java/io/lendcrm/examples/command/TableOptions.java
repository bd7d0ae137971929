package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import io.lendcrm.examples.table.ArffFile;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of commands that take any columns of a file: what is missing, and which columns are numbers. Not thread-safe;
 * confine to one thread.
 */
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class TableOptions {

    /** Below so many distinct numbers a text among them is as likely a level. */
    private static final int MANY = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--missing",
            split = ",",
            paramLabel = "TEXT",
            description = "Texts that mean a missing value, beside an empty field; NA, ? and NaN by default.")
    private List<String> missing = List.of("NA", "?", "NaN");

    @Option(
            names = "--text",
            split = ",",
            paramLabel = "COL",
            description = "Columns whose values are names, such as codes of branches, though they look like numbers.")
    private List<String> text = List.of();

    @Option(
            names = "--numbers",
            split = ",",
            paramLabel = "COL",
            description = "Columns of numbers, where any other value has its row refused. By default a column is one of"
                    + " numbers if all its values are, or its file declares it.")
    private List<String> numbers = List.of();

    /** Options that picocli fills. */
    public TableOptions() {}

    /**
     * Reads the whole file: delimited text, or Weka's format where the name ends with {@code .arff} or {@code .arff.gz}. Tells
     * findings and refuses as {@link InputOptions} says.
     *
     * @param input which file
     * @return its rows, columns of the kinds that the options tell
     */
    public Table read(InputOptions input) {
        input.requireFile();
        Table table = ArffFile.isArff(input.path()) ? arff(input) : delimited(input);
        if (table.rows() == 0) {
            throw InputRefusedException.because(table.name() + " is refused: it has no rows");
        }
        for (String told : text) {
            table = table.with(column(input, table, "--text", told), Column.Kind.TEXT);
        }
        for (String told : numbers) {
            table = table.with(column(input, table, "--numbers", told), Column.Kind.NUMBER);
        }
        return table;
    }

    /**
     * As {@link #read}, where a model knows what its columns are.
     *
     * @param input which file
     * @return its rows
     */
    public Table readForModel(InputOptions input) {
        if (!text.isEmpty() || !numbers.isEmpty()) {
            throw input.usage("--text and --numbers go with fitting: the model knows what its columns are");
        }
        return read(input);
    }

    /**
     * The place of a column that an option tells.
     *
     * @param input which file
     * @param table its content
     * @param option the option's name
     * @param told the column's name, or its position from 1
     * @return its place from 0
     */
    public int column(InputOptions input, Table table, String option, String told) {
        input.column(option, told, table.name(), table.names());
        return table.indexOf(told).orElseThrow();
    }

    /**
     * Leaves out the rows where a cell can't be used, after telling each: one that is no finite number in a column of numbers,
     * or a missing one where it has to be there. Refuses the file instead, as {@link InputOptions} says.
     *
     * @param input which file
     * @param table its content
     * @param columns which columns will be used, from 0; those of texts can't be at fault
     * @param needed which columns must have a value in every row, from 0
     * @return the rows that can be used
     */
    public Table usable(InputOptions input, Table table, int[] columns, int... needed) {
        QualityReport.Builder report = QualityReport.builder();
        int[] good = IntStream.range(0, table.rows())
                .filter(row -> {
                    List<Finding> faults = faults(table, row, columns, needed);
                    if (faults.isEmpty()) {
                        report.accept();
                    } else {
                        report.reject(faults);
                    }
                    return faults.isEmpty();
                })
                .toArray();
        if (good.length == table.rows()) {
            return table;
        }
        input.judge(table.name(), report.build());
        if (good.length == 0) {
            throw InputRefusedException.because(table.name() + " is refused: none of its rows can be used");
        }
        return table.rows(good);
    }

    /**
     * Tells which of these columns are texts though nearly all of their values are numbers.
     *
     * @param table the file's content
     * @param columns which columns will be used, from 0
     */
    public void warnOfStrays(Table table, int[] columns) {
        for (int at : columns) {
            Column column = table.columns().get(at);
            int strays = column.texts().size() - column.distinctNumbers();
            boolean told = text.contains(column.name()) || text.contains(String.valueOf(at + 1));
            if (!told && column.kind() == Column.Kind.TEXT && strays > 0 && column.distinctNumbers() >= MANY * strays) {
                spec.commandLine()
                        .getErr()
                        .println("warning: " + column.name() + " is taken for text: " + strays + " of its "
                                + column.texts().size() + " distinct values are no numbers; --numbers has their rows"
                                + " refused, --missing takes them for missing");
            }
        }
    }

    private static List<Finding> faults(Table table, int row, int[] columns, int[] needed) {
        List<Finding> faults = new ArrayList<>();
        for (int at : columns) {
            Column column = table.columns().get(at);
            if (column.kind() == Column.Kind.NUMBER && column.isNoNumber(row)) {
                faults.add(fault("unreadable-value", table, row, column, "a finite number"));
            }
        }
        for (int at : needed) {
            Column column = table.columns().get(at);
            if (column.isMissing(row)) {
                faults.add(fault("missing-value", table, row, column, "a value"));
            }
        }
        return faults;
    }

    private static Finding fault(String rule, Table table, int row, Column column, String expected) {
        return Finding.of(
                rule,
                Severity.ERROR,
                Place.of(table.name(), table.line(row)),
                column.name(),
                column.text(row),
                DataClass.ORDINARY,
                expected);
    }

    private Table delimited(InputOptions input) {
        List<String> names = input.columns();
        Table.Builder rows = Table.builder(input.file().name(), names);
        String[] keys = IntStream.range(0, names.size())
                .mapToObj(c -> names.contains(String.valueOf(c + 1)) ? names.get(c) : String.valueOf(c + 1))
                .toArray(String[]::new);
        DelimitedFile file = input.file().withMissing(missing.toArray(String[]::new));
        input.read(file, row -> {
            String[] cells = new String[keys.length];
            for (int c = 0; c < keys.length; c++) {
                cells[c] = row.value(keys[c]).orElse("");
            }
            rows.add(row.line(), cells);
        });
        return rows.build();
    }

    private static Table arff(InputOptions input) {
        try {
            ArffFile.Content content = ArffFile.read(input.path(), input.encoding());
            input.judge(content.table().name(), content.report());
            if (content.table().columns().isEmpty()) {
                throw InputRefusedException.because(content.table().name() + " is refused: its header is at fault");
            }
            return content.table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
