package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Features and what became of their clients: bad (the event, such as a default) or good. Immutable and thread-safe.
 */
public final class LabelledTable {

    private final FeatureTable features;
    private final boolean[] bad;
    private final double @Nullable [] weights;

    private LabelledTable(FeatureTable features, boolean[] bad, double @Nullable [] weights) {
        this.features = requireNonNull(features, "features");
        this.bad = bad;
        this.weights = weights;
        if (bad.length != features.rows()) {
            throw new IllegalArgumentException(
                    "bad must have the table's " + features.rows() + " rows, found " + bad.length);
        }
    }

    /**
     * Features with outcomes, each row counting once.
     *
     * @param features the features
     * @param bad whether the event happened, row by row; copied
     * @return both
     * @throws IllegalArgumentException if the lengths differ
     */
    public static LabelledTable of(FeatureTable features, boolean[] bad) {
        return new LabelledTable(features, bad.clone(), null);
    }

    /**
     * Features with a column that tells the outcome, which is taken out.
     *
     * @param table features and outcome
     * @param target the yes/no feature that is 1 where the event happened
     * @return features and outcomes
     * @throws IllegalArgumentException if the column isn't yes/no, or has a missing value
     */
    public static LabelledTable from(FeatureTable table, String target) {
        int at = table.schema().indexOf(target);
        if (table.schema().feature(at).type() != FeatureType.BINARY) {
            throw new IllegalArgumentException("target " + target + " must be " + FeatureType.BINARY + ", found "
                    + table.schema().feature(at).type());
        }
        boolean[] bad = new boolean[table.rows()];
        for (int row = 0; row < bad.length; row++) {
            double value = table.value(row, at);
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("target " + target + " must be 0 or 1, missing in row " + row);
            }
            bad[row] = value == 1;
        }
        List<String> others = new ArrayList<>(table.schema().names());
        others.remove(at);
        return new LabelledTable(table.select(others), bad, null);
    }

    /**
     * The same rows with weights: a row counts as so many.
     *
     * @param rowWeights one a row, finite and at least 0; copied
     * @return the weighted table
     * @throws IllegalArgumentException if a weight is out of range or there are too many or too few
     */
    public LabelledTable withWeights(double[] rowWeights) {
        if (rowWeights.length != bad.length) {
            throw new IllegalArgumentException(
                    "weights must be as many as the table's " + bad.length + " rows, found " + rowWeights.length);
        }
        for (double weight : rowWeights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0, found " + weight);
            }
        }
        return new LabelledTable(features, bad, rowWeights.clone());
    }

    /** {@return the features} */
    public FeatureTable features() {
        return features;
    }

    /** {@return how many rows} */
    public int rows() {
        return bad.length;
    }

    /**
     * The outcome of a row.
     *
     * @param row from 0
     * @return true if the event happened
     */
    public boolean isBad(int row) {
        return bad[row];
    }

    /**
     * How much a row counts.
     *
     * @param row from 0
     * @return its weight, 1 unless weights were given
     */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** {@return a copy of the outcomes} */
    public boolean[] bad() {
        return bad.clone();
    }

    ValueCounts counts(int column) {
        return ValueCounts.of(features.schema().feature(column), features.column(column), bad, weights);
    }

    /** {@return how many rows, and the names of the features} */
    @Override
    public String toString() {
        return "LabelledTable[" + features + (weights == null ? "]" : ", weighted]");
    }
}
