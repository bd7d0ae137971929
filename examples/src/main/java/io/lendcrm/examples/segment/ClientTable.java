package io.lendcrm.examples.segment;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.examples.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a file, one a row, by their keys or else by the numbers of their rows.
 *
 * @param name the file's
 * @param features the clients' features
 */
record ClientTable(String name, FeatureTable features) {

    private static final int NONE = -1;

    /** The clients that a model is fitted to, or the file is refused. */
    static ClientTable toFit(
            InputOptions input,
            TableOptions tables,
            @Nullable String id,
            List<String> columns,
            @Nullable String types,
            Engine engine) {
        Table read = tables.read(input);
        int[] at = columns.stream()
                .mapToInt(told -> tables.column(input, read, "--columns", told))
                .toArray();
        int key = id == null ? NONE : tables.column(input, read, "--id", id);
        ColumnTypes typed = ColumnTypes.of(input, tables, read, at, types);
        Table table = typed.table();
        for (int column : at) {
            if (!engine.takesLevels() && table.columns().get(column).kind() == Column.Kind.TEXT) {
                table = asNumbers(input, table, column, engine);
            }
        }
        tables.warnOfStrays(table, at);
        table = tables.usable(input, table, at, engine.refusesMissing() ? at : new int[0]);
        table = good(input, table, key, engine.takesLogarithm() ? at : new int[0]);
        return new ClientTable(table.name(), keyed(table, FeatureColumns.of(table, at, typed.ordinal()), key));
    }

    /** The clients that a model is asked about, or the file is refused. */
    static ClientTable forModel(InputOptions input, TableOptions tables, @Nullable String id, FeatureSchema schema) {
        Table read = tables.readForModel(input);
        int key = id == null ? NONE : tables.column(input, read, "--id", id);
        Table table = good(input, rowsForModel(input, tables, read, schema), key, new int[0]);
        return new ClientTable(table.name(), keyed(table, FeatureColumns.of(table, schema), key));
    }

    /** The rows that a model can be asked about and that have what is needed beside, or the file is refused. */
    static Table rowsForModel(
            InputOptions input, TableOptions tables, Table read, FeatureSchema schema, int... needed) {
        List<String> absent = FeatureColumns.absent(read, schema);
        if (!absent.isEmpty()) {
            throw InputRefusedException.because(
                    read.name() + " is refused: it lacks the columns " + absent + " of the model");
        }
        Table table = read;
        int[] at = FeatureColumns.positions(table, schema);
        for (int j = 0; j < at.length; j++) {
            table = table.with(at[j], schema.feature(j).type().hasLevels() ? Column.Kind.TEXT : Column.Kind.NUMBER);
        }
        return tables.usable(input, table, at, needed);
    }

    /** A model's features of rows by their numbers. */
    static FeatureTable numbered(Table table, FeatureSchema schema) {
        return keyed(table, FeatureColumns.of(table, schema), NONE);
    }

    /** A column of texts for an engine of numbers: single strays have their rows refused, a column of names is a mistake. */
    private static Table asNumbers(InputOptions input, Table table, int at, Engine engine) {
        Column column = table.columns().get(at);
        if (2 * column.distinctNumbers() < column.texts().size()) {
            throw input.usage("--method " + engine.method() + " takes numbers only, and the column " + column.name()
                    + " holds texts; medoids and kprototypes take both");
        }
        return table.with(at, Column.Kind.NUMBER);
    }

    /** Leaves out rows without a key of their own, and those whose logarithm doesn't exist. */
    private static Table good(InputOptions input, Table table, int key, int[] logarithms) {
        Set<String> keys = new HashSet<>();
        QualityReport.Builder report = QualityReport.builder();
        int[] good = IntStream.range(0, table.rows())
                .filter(row -> {
                    List<Finding> faults = new ArrayList<>();
                    for (int at : logarithms) {
                        Column column = table.columns().get(at);
                        if (column.number(row) <= -1) {
                            faults.add(fault(
                                    "refused-value", table, row, column, DataClass.ORDINARY, "a number above -1"));
                        }
                    }
                    if (key != NONE) {
                        Column column = table.columns().get(key);
                        if (column.isMissing(row)) {
                            faults.add(fault("missing-value", table, row, column, DataClass.IDENTIFIER, "a key"));
                        } else if (keys.contains(column.text(row))) {
                            faults.add(fault(
                                    "refused-value",
                                    table,
                                    row,
                                    column,
                                    DataClass.IDENTIFIER,
                                    "a key that no earlier row has"));
                        } else if (faults.isEmpty()) {
                            keys.add(column.text(row));
                        }
                    }
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

    private static Finding fault(String rule, Table table, int row, Column column, DataClass shown, String expected) {
        return Finding.of(
                rule,
                Severity.ERROR,
                Place.of(table.name(), table.line(row)),
                column.name(),
                column.text(row),
                shown,
                expected);
    }

    private static FeatureTable keyed(Table table, FeatureTable features, int key) {
        List<ClientId> clients = IntStream.range(0, table.rows())
                .mapToObj(row -> ClientId.of(
                        key == NONE
                                ? String.valueOf(table.number(row))
                                : table.columns().get(key).text(row)))
                .toList();
        return FeatureTable.of(features.schema(), clients, features.toColumns());
    }
}
