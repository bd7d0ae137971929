package io.lendcrm.examples.model;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The rows of a table as a model takes them. A feature is the column of its name in the model's file; failing that the one
 * whose name is the same but for case and signs; and {@code purpose=car} is 1 where the column {@code purpose} says car, 0 where
 * it says something else, and missing where it is empty. Immutable and thread-safe.
 */
public final class ModelColumns {

    private final Table table;
    private final FeatureSchema schema;
    private final int[] columns;
    private final String[] levels;

    private ModelColumns(Table table, FeatureSchema schema, int[] columns, String[] levels) {
        this.table = table;
        this.schema = schema;
        this.columns = columns;
        this.levels = levels;
    }

    /**
     * Finds a model's features in a file; refuses the file, naming what is absent, if it lacks one, and tells rows that can't be
     * used.
     *
     * @param source the model
     * @param read the file's content
     * @param input which file
     * @param options how unusable rows are dealt with
     * @param needed columns that must have a value, from 0
     * @return the rows that can be used
     */
    public static ModelColumns of(
            ModelSource source, Table read, InputOptions input, TableOptions options, int... needed) {
        FeatureSchema schema = source.model().schema();
        int[] columns = new int[schema.size()];
        String[] levels = new String[schema.size()];
        List<String> absent = new ArrayList<>();
        for (int f = 0; f < columns.length; f++) {
            String field = source.fields().get(f);
            columns[f] = find(read, field, schema.feature(f));
            levels[f] = "";
            int sign = field.indexOf('=');
            if (columns[f] < 0 && sign > 0) {
                columns[f] = only(read, field.substring(0, sign));
                levels[f] = field.substring(sign + 1);
            }
            if (columns[f] < 0) {
                absent.add(field);
            }
        }
        if (!absent.isEmpty()) {
            throw InputRefusedException.because(read.name() + " doesn't fit the model: it lacks the columns " + absent
                    + ", it has " + read.names());
        }
        Table table = read;
        for (int f = 0; f < columns.length; f++) {
            boolean text = schema.feature(f).type().hasLevels() || !levels[f].isEmpty();
            table = table.with(columns[f], text ? Column.Kind.TEXT : Column.Kind.NUMBER);
        }
        int[] distinct = Arrays.stream(columns).distinct().toArray();
        return new ModelColumns(options.usable(input, table, distinct, needed), schema, columns, levels);
    }

    private static int find(Table table, String field, Feature feature) {
        int exact = only(table, field);
        if (exact >= 0) {
            return exact;
        }
        int[] alike = IntStream.range(0, table.names().size())
                .filter(i -> plain(table.names().get(i)).equals(feature.name())
                        || plain(table.names().get(i)).equals(plain(field)))
                .toArray();
        return alike.length == 1 ? alike[0] : -1;
    }

    private static int only(Table table, String name) {
        int[] found = IntStream.range(0, table.names().size())
                .filter(i -> table.names().get(i).equals(name))
                .toArray();
        return found.length == 1 ? found[0] : -1;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    }

    /** {@return the rows that can be used} */
    public Table table() {
        return table;
    }

    /** {@return how many rows} */
    public int rows() {
        return table.rows();
    }

    /**
     * A row as the model takes it.
     *
     * @param row from 0
     * @return the values in the order of the model's schema, {@code NaN} where missing
     */
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int f = 0; f < values.length; f++) {
            Column column = table.columns().get(columns[f]);
            Feature feature = schema.feature(f);
            if (column.isMissing(row)) {
                values[f] = Double.NaN;
            } else if (!levels[f].isEmpty()) {
                values[f] = column.text(row).equals(levels[f]) ? 1 : 0;
            } else {
                values[f] = feature.type().hasLevels() ? feature.code(column.text(row)) : column.number(row);
            }
        }
        return values;
    }

    /** {@return all rows} */
    public double[][] all() {
        return IntStream.range(0, rows()).mapToObj(this::row).toArray(double[][]::new);
    }

    /**
     * What stands in the file.
     *
     * @param row from 0
     * @param feature its place in the schema
     * @return the cell's text, empty if missing
     */
    public String text(int row, int feature) {
        return table.columns().get(columns[feature]).text(row);
    }
}
