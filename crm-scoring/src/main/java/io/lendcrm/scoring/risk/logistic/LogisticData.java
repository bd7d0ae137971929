package io.lendcrm.scoring.risk.logistic;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.feature.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a logistic regression is fitted on: columns of numbers, a target of 0 (no) and 1 (yes), and maybe weights and an
 * offset. All values are finite: fill or bin what is missing first. Rows are counted from 0. Immutable and thread-safe.
 */
public final class LogisticData {

    private final FeatureSchema schema;
    private final double[][] columns;
    private final double[] target;
    private final double @Nullable [] weights;
    private final double @Nullable [] offset;

    private LogisticData(
            FeatureSchema schema,
            double[][] columns,
            double[] target,
            double @Nullable [] weights,
            double @Nullable [] offset) {
        this.schema = schema;
        this.columns = columns;
        this.target = target;
        this.weights = weights;
        this.offset = offset;
    }

    /**
     * Data of named columns without units.
     *
     * @param names the columns' names, in the form of {@link Feature#name()}
     * @param columns one array each; copied
     * @param target 0 or 1 for each row; copied
     * @return the data
     * @throws IllegalArgumentException if a length or a value doesn't fit; the message names row and column
     */
    public static LogisticData of(List<String> names, double[][] columns, double[] target) {
        List<Feature> features =
                names.stream().map(name -> Feature.numeric(name, "")).toList();
        return of(FeatureSchema.of(features), columns, target);
    }

    /**
     * Data of described columns.
     *
     * @param schema what the columns mean: numbers and yes/no only
     * @param columns one array each; copied
     * @param target 0 or 1 for each row; copied
     * @return the data
     * @throws IllegalArgumentException if a length or a value doesn't fit; the message names row and column
     */
    public static LogisticData of(FeatureSchema schema, double[][] columns, double[] target) {
        return checked(
                requireNonNull(schema, "schema"),
                Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new),
                target.clone());
    }

    /**
     * Data of a table.
     *
     * @param table the columns: numbers and yes/no only
     * @param target 0 or 1 for each row of the table; copied
     * @return the data
     * @throws IllegalArgumentException if a value doesn't fit; the message names row and column
     */
    public static LogisticData from(FeatureTable table, double[] target) {
        return checked(table.schema(), table.toColumns(), target.clone());
    }

    private static LogisticData checked(FeatureSchema schema, double[][] columns, double[] target) {
        if (columns.length != schema.size()) {
            throw new IllegalArgumentException(
                    "columns must be as many as the schema's " + schema.size() + " features, found " + columns.length);
        }
        for (int i = 0; i < target.length; i++) {
            if (target[i] != 0 && target[i] != 1) {
                throw new IllegalArgumentException("target of row " + i + " must be 0 or 1, found " + target[i]);
            }
        }
        for (int c = 0; c < columns.length; c++) {
            Feature feature = schema.feature(c);
            if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
                throw new IllegalArgumentException("column " + feature.name()
                        + " must be NUMERIC or BINARY (bin levels first), found " + feature.type());
            }
            requireFinite(columns[c], "column " + feature.name(), target.length);
        }
        return new LogisticData(schema, columns, target, null, null);
    }

    /**
     * With a weight for each row: how many equal observations it stands for.
     *
     * @param newWeights at least 0 and finite, not all 0; copied
     * @return the changed data
     */
    public LogisticData withWeights(double... newWeights) {
        double[] copy = newWeights.clone();
        requireFinite(copy, "weights", target.length);
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] < 0) {
                throw new IllegalArgumentException("weight of row " + i + " must be at least 0, found " + copy[i]);
            }
        }
        return new LogisticData(schema, columns, target, copy, offset);
    }

    /**
     * With a known part of the linear predictor for each row, such as the log-odds of an older model.
     *
     * @param newOffset finite; copied
     * @return the changed data
     */
    public LogisticData withOffset(double... newOffset) {
        double[] copy = newOffset.clone();
        requireFinite(copy, "offset", target.length);
        return new LogisticData(schema, columns, target, weights, copy);
    }

    /**
     * Some of the columns.
     *
     * @param names their names, in the order wanted
     * @return the data with these columns only
     * @throws IllegalArgumentException if there is no such column
     */
    public LogisticData select(List<String> names) {
        double[][] chosen = new double[names.size()][];
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            int at = schema.indexOf(names.get(i));
            chosen[i] = columns[at];
            features.add(schema.feature(at));
        }
        return new LogisticData(FeatureSchema.of(features), chosen, target, weights, offset);
    }

    /** {@return what the columns mean} */
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return how many rows} */
    public int rows() {
        return target.length;
    }

    /** {@return the sum of the weights: how many observations the rows stand for} */
    public double observations() {
        return weights == null ? target.length : Arrays.stream(weights).sum();
    }

    double observations(boolean yes) {
        double sum = 0;
        for (int i = 0; i < target.length; i++) {
            sum += yes(i) == yes ? weight(i) : 0;
        }
        return sum;
    }

    double value(int row, int column) {
        return columns[column][row];
    }

    double[] column(int index) {
        return columns[index];
    }

    boolean yes(int row) {
        return target[row] == 1;
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    double @Nullable [] weights() {
        return weights;
    }

    double offset(int row) {
        return offset == null ? 0 : offset[row];
    }

    boolean hasOffset() {
        return offset != null;
    }

    String fingerprint() {
        Fingerprint fingerprint = Fingerprint.empty();
        for (int c = 0; c < columns.length; c++) {
            fingerprint.add(schema.feature(c).name()).add(columns[c]);
        }
        fingerprint.add("target").add(target);
        if (weights != null) {
            fingerprint.add("weights").add(weights);
        }
        if (offset != null) {
            fingerprint.add("offset").add(offset);
        }
        return fingerprint.hex();
    }

    private static void requireFinite(double[] values, String what, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException(what + " must have " + rows + " rows, found " + values.length);
        }
        for (int i = 0; i < rows; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " must be finite, found " + values[i] + " in row " + i);
            }
        }
    }

    /** {@return the number of rows and the names of the columns} */
    @Override
    public String toString() {
        return "LogisticData[" + rows() + " rows, " + schema.names() + "]";
    }
}
