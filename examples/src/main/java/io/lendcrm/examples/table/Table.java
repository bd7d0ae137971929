package io.lendcrm.examples.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file's rows and columns in memory, cells as they were written. Immutable and thread-safe. */
public final class Table {

    private final String name;
    private final List<Column> columns;
    private final long[] lines;
    private final int[] numbers;

    private Table(String name, List<Column> columns, long[] lines, int[] numbers) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.lines = lines;
        this.numbers = numbers;
    }

    /**
     * Begins a table whose columns' kinds are seen from their cells.
     *
     * @param name of the file
     * @param columns the columns' names
     * @return a builder without rows
     */
    public static Builder builder(String name, List<String> columns) {
        return new Builder(name, columns, null);
    }

    /**
     * Begins a table whose file declares what the columns hold.
     *
     * @param name of the file
     * @param columns the columns' names
     * @param kinds what each holds
     * @return a builder without rows
     */
    public static Builder builder(String name, List<String> columns, List<Column.Kind> kinds) {
        return new Builder(name, columns, List.copyOf(kinds));
    }

    /** {@return the file's name} */
    public String name() {
        return name;
    }

    /** {@return the columns in order} */
    public List<Column> columns() {
        return columns;
    }

    /** {@return the columns' names in order} */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** {@return how many rows} */
    public int rows() {
        return lines.length;
    }

    /**
     * The line of the file where a row begins.
     *
     * @param row from 0
     * @return the line, from 1
     */
    public long line(int row) {
        return lines[row];
    }

    /**
     * The number of a row among those that were read, which it keeps when others are left out.
     *
     * @param row from 0
     * @return the number, from 1
     */
    public int number(int row) {
        return numbers[row];
    }

    /**
     * Where a column stands: the one of that name, if a single one has it, else the one at that position from 1.
     *
     * @param told name or position
     * @return its place from 0; empty if there is none, or several have the name
     */
    public OptionalInt indexOf(String told) {
        int[] named = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(told))
                .toArray();
        if (named.length > 0) {
            return named.length == 1 ? OptionalInt.of(named[0]) : OptionalInt.empty();
        }
        return IntStream.range(0, columns.size())
                .filter(i -> told.equals(String.valueOf(i + 1)))
                .findFirst();
    }

    /**
     * Some of the rows.
     *
     * @param rows which, from 0
     * @return a table of these alone, columns of the same kinds
     */
    public Table rows(int[] rows) {
        return new Table(
                name,
                columns.stream().map(column -> column.rows(rows)).toList(),
                Arrays.stream(rows).mapToLong(row -> lines[row]).toArray(),
                Arrays.stream(rows).map(row -> numbers[row]).toArray());
    }

    /**
     * The same with a column taken for another kind.
     *
     * @param at its place from 0
     * @param kind what its cells are
     * @return the changed table
     */
    public Table with(int at, Column.Kind kind) {
        List<Column> changed = new ArrayList<>(columns);
        changed.set(at, changed.get(at).as(kind));
        return new Table(name, changed, lines, numbers);
    }

    /** {@return the name, and how many rows and columns} */
    @Override
    public String toString() {
        return "Table[" + name + ", " + rows() + " rows, " + columns.size() + " columns]";
    }

    /** A table while it is read. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private final String name;
        private final List<String> names;
        private final @Nullable List<Column.Kind> kinds;
        private final List<Map<String, Integer>> known = new ArrayList<>();
        private final List<List<String>> texts = new ArrayList<>();
        private final int[][] codes;
        private long[] lines = new long[64];
        private int size;

        private Builder(String name, List<String> names, @Nullable List<Column.Kind> kinds) {
            this.name = name;
            this.names = List.copyOf(names);
            this.kinds = kinds;
            this.codes = new int[names.size()][64];
            for (int c = 0; c < codes.length; c++) {
                known.add(new HashMap<>());
                texts.add(new ArrayList<>());
            }
        }

        /**
         * Adds a row.
         *
         * @param line where it begins in the file, from 1
         * @param cells a text each column, empty for missing
         */
        public void add(long line, String... cells) {
            if (cells.length != codes.length) {
                throw new IllegalArgumentException("cells must be " + codes.length + ", found " + cells.length);
            }
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, size * 2);
                for (int c = 0; c < codes.length; c++) {
                    codes[c] = Arrays.copyOf(codes[c], size * 2);
                }
            }
            for (int c = 0; c < codes.length; c++) {
                codes[c][size] = cells[c].isEmpty() ? Column.MISSING : code(c, cells[c]);
            }
            lines[size++] = line;
        }

        private int code(int column, String text) {
            Integer code = known.get(column).get(text);
            if (code == null) {
                code = texts.get(column).size();
                known.get(column).put(text, code);
                texts.get(column).add(text);
            }
            return code;
        }

        /** {@return the table of all rows added} */
        public Table build() {
            List<Column> columns = new ArrayList<>();
            for (int c = 0; c < codes.length; c++) {
                columns.add(new Column(
                        names.get(c),
                        Arrays.copyOf(codes[c], size),
                        texts.get(c),
                        kinds == null ? null : kinds.get(c)));
            }
            return new Table(
                    name,
                    columns,
                    Arrays.copyOf(lines, size),
                    IntStream.rangeClosed(1, size).toArray());
        }
    }
}
