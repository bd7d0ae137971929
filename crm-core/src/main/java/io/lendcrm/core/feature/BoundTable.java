package io.lendcrm.core.feature;

import io.lendcrm.core.ClientId;
import java.util.List;

/**
 * A table as a schema wants it: its columns in the schema's order, the codes of levels translated to the schema's. A
 * missing value stays {@code NaN}; a level that the schema lacks is {@link Feature#UNSEEN}. Made by
 * {@link FeatureSchema#bind(FeatureTable)}; columns whose codes agree aren't copied. Immutable and thread-safe.
 */
public final class BoundTable {

    private final FeatureSchema schema;
    private final List<ClientId> clients;
    private final double[][] columns;

    private BoundTable(FeatureSchema schema, List<ClientId> clients, double[][] columns) {
        this.schema = schema;
        this.clients = clients;
        this.columns = columns;
    }

    static BoundTable of(FeatureSchema schema, FeatureTable table) {
        Binding binding = Binding.of(schema, table.schema());
        double[][] columns = new double[schema.size()][];
        for (int c = 0; c < columns.length; c++) {
            double[] given = table.shared(binding.position(c));
            columns[c] = binding.keeps(c) ? given : translated(binding, c, given);
        }
        return new BoundTable(schema, table.clients(), columns);
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
     * @param column the column in the schema's order, from 0
     * @return the value; {@code NaN} if missing, {@link Feature#UNSEEN} for a level that the schema lacks
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * Copies part of a column into the caller's array: the way of a loop that must not allocate.
     *
     * @param index the column in the schema's order, from 0
     * @param from the first row
     * @param to the row behind the last
     * @param target where to, from its beginning
     */
    public void copyColumn(int index, int from, int to, double[] target) {
        System.arraycopy(columns[index], from, target, 0, to - from);
    }

    /**
     * Copies one client's values into the caller's array.
     *
     * @param row the row, from 0
     * @param target where to; as long as the schema has features
     */
    public void copyRow(int row, double[] target) {
        for (int c = 0; c < columns.length; c++) {
            target[c] = columns[c][row];
        }
    }

    /**
     * One client's values.
     *
     * @param row the row, from 0
     * @return the values, of the schema that it was bound to
     */
    public FeatureRow row(int row) {
        double[] values = new double[columns.length];
        copyRow(row, values);
        return FeatureRow.of(clients.get(row), schema, values);
    }

    /** {@return the size and the names of the columns} */
    @Override
    public String toString() {
        return "BoundTable[" + rows() + " rows, " + schema.names() + "]";
    }

    private static double[] translated(Binding binding, int index, double[] given) {
        double[] values = new double[given.length];
        for (int r = 0; r < values.length; r++) {
            values[r] = binding.translate(index, given[r]);
        }
        return values;
    }
}
