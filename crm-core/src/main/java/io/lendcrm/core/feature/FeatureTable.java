package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of many clients, column by column in the order of a schema; {@code NaN} where missing. Immutable and
 * thread-safe.
 */
public final class FeatureTable {

    private final FeatureSchema schema;
    private final List<ClientId> clients;
    private final double[][] columns;

    private FeatureTable(FeatureSchema schema, List<ClientId> clients, double[][] columns) {
        this.schema = schema;
        this.clients = clients;
        this.columns = columns;
    }

    /**
     * A table of these columns.
     *
     * @param schema what the columns mean
     * @param clients whose rows they are
     * @param columns one array a feature, each as long as there are clients; copied
     * @return the table
     * @throws IllegalArgumentException if a length or a value doesn't fit
     */
    public static FeatureTable of(FeatureSchema schema, List<ClientId> clients, double[]... columns) {
        requireNonNull(schema, "schema");
        if (columns.length != schema.size()) {
            throw new IllegalArgumentException(
                    "columns must be as many as the schema's " + schema.size() + " features, found " + columns.length);
        }
        double[][] copy = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            if (columns[c].length != clients.size()) {
                throw new IllegalArgumentException("column " + schema.feature(c).name() + " must have " + clients.size()
                        + " rows, found " + columns[c].length);
            }
            copy[c] = columns[c].clone();
            for (double value : copy[c]) {
                FeatureValues.check(schema.feature(c), value);
            }
        }
        return new FeatureTable(schema, List.copyOf(clients), copy);
    }

    /**
     * A table of these rows.
     *
     * @param schema what the values mean
     * @param rows the rows, all of this schema
     * @return the table
     * @throws IllegalArgumentException if a row has another schema
     */
    public static FeatureTable of(FeatureSchema schema, List<FeatureRow> rows) {
        Builder builder = builder(schema);
        rows.forEach(builder::add);
        return builder.build();
    }

    /**
     * Collects rows.
     *
     * @param schema what their values mean
     * @return an empty collection
     */
    public static Builder builder(FeatureSchema schema) {
        return new Builder(requireNonNull(schema, "schema"));
    }

    /** {@return what the columns mean} */
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return whose rows they are, in order} */
    public List<ClientId> clients() {
        return clients;
    }

    /** {@return how many rows} */
    public int rows() {
        return clients.size();
    }

    /**
     * One value.
     *
     * @param row the row, from 0
     * @param column the column, from 0
     * @return the value, {@code NaN} if missing
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * A copy of a column.
     *
     * @param index the column, from 0
     * @return its values
     */
    public double[] column(int index) {
        return columns[index].clone();
    }

    /**
     * A copy of a column.
     *
     * @param name its feature's name
     * @return its values
     * @throws IllegalArgumentException if there is no such column
     */
    public double[] column(String name) {
        return column(schema.indexOf(name));
    }

    /** {@return a copy of all columns, in the schema's order} */
    public double[][] toColumns() {
        double[][] copy = new double[columns.length][];
        for (int c = 0; c < copy.length; c++) {
            copy[c] = columns[c].clone();
        }
        return copy;
    }

    /**
     * What tells this table's content from any other's: SHA-256 over the names, types, units and levels of its features
     * and the bits of its values, column by column. Neither the clients' keys nor descriptions enter.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        Fingerprint fingerprint = Fingerprint.empty().add(schema.size());
        for (Feature feature : schema.features()) {
            fingerprint
                    .add(feature.name())
                    .add(feature.type().name())
                    .add(feature.unit())
                    .add(feature.levels().size());
            feature.levels().forEach(fingerprint::add);
        }
        for (double[] column : columns) {
            fingerprint.add(column);
        }
        return fingerprint.hex();
    }

    /**
     * Copies part of a column into the caller's array: the way of a loop that must not allocate.
     *
     * @param index the column, from 0
     * @param from the first row
     * @param to the row behind the last
     * @param target where to
     */
    public void copyColumn(int index, int from, int to, double[] target) {
        System.arraycopy(columns[index], from, target, 0, to - from);
    }

    /**
     * One client's values.
     *
     * @param row the row, from 0
     * @return the values
     */
    public FeatureRow row(int row) {
        double[] values = new double[columns.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = columns[c][row];
        }
        return FeatureRow.of(clients.get(row), schema, values);
    }

    /**
     * Some columns of this table.
     *
     * @param names their names, in the order wanted
     * @return a table of those columns
     * @throws IllegalArgumentException if there is no such column
     */
    public FeatureTable select(List<String> names) {
        double[][] chosen = new double[names.size()][];
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            int at = schema.indexOf(names.get(i));
            chosen[i] = columns[at];
            features.add(schema.feature(at));
        }
        return new FeatureTable(FeatureSchema.of(features), clients, chosen);
    }

    /** The column itself, for those of this package that don't write to it. */
    double[] shared(int index) {
        return columns[index];
    }

    /** {@return the size and the names of the columns} */
    @Override
    public String toString() {
        return "FeatureTable[" + rows() + " rows, " + schema.names() + "]";
    }

    /** Collects rows into columns. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private final FeatureSchema schema;
        private final List<ClientId> clients = new ArrayList<>();
        private final double[][] columns;

        private Builder(FeatureSchema schema) {
            this.schema = schema;
            this.columns = new double[schema.size()][16];
        }

        /**
         * Adds a row.
         *
         * @param row values of this schema
         * @return this
         * @throws IllegalArgumentException if it has another schema
         */
        public Builder add(FeatureRow row) {
            if (!row.schema().equals(schema)) {
                throw new IllegalArgumentException("row must have " + schema + ", found " + row.schema());
            }
            int at = clients.size();
            for (int c = 0; c < columns.length; c++) {
                if (at == columns[c].length) {
                    columns[c] = Arrays.copyOf(columns[c], at + (at >> 1));
                }
                columns[c][at] = row.value(c);
            }
            clients.add(row.client());
            return this;
        }

        /** {@return a table of the rows added so far} */
        public FeatureTable build() {
            double[][] exact = new double[columns.length][];
            for (int c = 0; c < exact.length; c++) {
                exact[c] = Arrays.copyOf(columns[c], clients.size());
            }
            return new FeatureTable(schema, List.copyOf(clients), exact);
        }
    }
}
