package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.util.Arrays;

/**
 * The values of one client, in the order of a schema; {@code NaN} where missing. Printed without the values, since some
 * may be personal. Immutable and thread-safe.
 */
public final class FeatureRow {

    private final ClientId client;
    private final FeatureSchema schema;
    private final double[] values;

    private FeatureRow(ClientId client, FeatureSchema schema, double[] values) {
        this.client = requireNonNull(client, "client");
        this.schema = requireNonNull(schema, "schema");
        this.values = values.clone();
        if (values.length != schema.size()) {
            throw new IllegalArgumentException(
                    "values must be as many as the schema's " + schema.size() + " features, found " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            FeatureValues.check(schema.feature(i), values[i]);
        }
    }

    /**
     * A row of these values.
     *
     * @param client whose
     * @param schema what they mean
     * @param values the values in the schema's order; copied
     * @return the row
     * @throws IllegalArgumentException if there are too many or too few, one is infinite, or a level's position or a
     *     yes/no value isn't one
     */
    public static FeatureRow of(ClientId client, FeatureSchema schema, double... values) {
        return new FeatureRow(client, schema, values);
    }

    /** {@return whose values} */
    public ClientId client() {
        return client;
    }

    /** {@return what they mean} */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The value at a position.
     *
     * @param index from 0
     * @return the value, {@code NaN} if missing
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * The value of a feature.
     *
     * @param name its name
     * @return the value, {@code NaN} if missing
     * @throws IllegalArgumentException if the schema has no such feature
     */
    public double value(String name) {
        return values[schema.indexOf(name)];
    }

    /** {@return a copy of the values} */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureRow that
                && client.equals(that.client)
                && schema.equals(that.schema)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * client.hashCode() + Arrays.hashCode(values);
    }

    /** {@return the client's fingerprint and the number of values} */
    @Override
    public String toString() {
        return "FeatureRow[" + client + ", " + values.length + " values]";
    }
}
