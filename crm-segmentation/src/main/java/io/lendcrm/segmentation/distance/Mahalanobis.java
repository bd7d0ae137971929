package io.lendcrm.segmentation.distance;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;

/**
 * The distance that takes scale and correlation out: √ (x − y)ᵀ S⁻¹ (x − y), with S the sample covariance (of n − 1)
 * of the rows it was fitted to (Mahalanobis 1936). Units don't matter, and two features that say the same count once.
 *
 * <p>Its square to the {@link #centre} of n rows from one Gaussian is nearly χ² with as many degrees of freedom as
 * features. Missing values are refused. Immutable and thread-safe.
 */
public final class Mahalanobis implements Distance {

    private static final String NAME = "mahalanobis";
    /** A pivot below this part of the feature's variance is rounding, not information. */
    private static final double SINGULAR = 1e-12;

    private final FeatureSchema schema;
    private final double[] centre;
    /** The inverse of S's Cholesky factor L: lower triangular, and |L⁻¹ (x − y)| is the distance. */
    private final double[][] whitening;

    private Mahalanobis(FeatureSchema schema, double[] centre, double[][] whitening) {
        this.schema = schema;
        this.centre = centre;
        this.whitening = whitening;
    }

    /**
     * Fits means and covariance.
     *
     * @param table the rows in use; all features numeric or binary and known
     * @return the distance over the table's features
     * @throws IllegalArgumentException if there are no features, or one has levels
     * @throws FitException if there are fewer than two rows, a value is missing, or the features are constant or linear
     *     in each other
     */
    public static Mahalanobis fit(FeatureTable table) {
        requireNonNull(table, "table");
        FeatureSchema schema = NumericRows.checked(table.schema());
        int d = schema.size();
        if (table.rows() < 2) {
            throw new FitException(NAME, "the table has " + table.rows() + " rows", "two rows or more");
        }
        double[][] columns = new double[d][];
        double[] centre = new double[d];
        for (int j = 0; j < d; j++) {
            columns[j] = table.column(j);
            centre[j] = mean(schema.feature(j).name(), columns[j]);
        }
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int r = 0; r < table.rows(); r++) {
                    sum += (columns[i][r] - centre[i]) * (columns[j][r] - centre[j]);
                }
                covariance[i][j] = sum / (table.rows() - 1);
            }
        }
        return new Mahalanobis(schema, centre, inverse(factor(schema, covariance)));
    }

    private static double mean(String name, double[] column) {
        double sum = 0;
        for (int r = 0; r < column.length; r++) {
            if (Double.isNaN(column[r])) {
                throw new FitException(
                        NAME,
                        name + " is missing in row " + (r + 1),
                        "filling missing values or leaving such rows out");
            }
            sum += column[r];
        }
        double first = sum / column.length;
        double rest = 0; // a second pass takes out what the first one rounded
        for (double value : column) {
            rest += value - first;
        }
        return first + rest / column.length;
    }

    /** Cholesky's factor of the lower triangle. */
    private static double[][] factor(FeatureSchema schema, double[][] s) {
        double[][] l = new double[s.length][s.length];
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = s[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= l[i][k] * l[j][k];
                }
                if (i != j) {
                    l[i][j] = rest / l[j][j];
                } else if (rest > SINGULAR * s[i][i] && Double.isFinite(rest)) {
                    l[i][i] = Math.sqrt(rest);
                } else {
                    throw new FitException(
                            NAME,
                            schema.feature(i).name() + " is constant or follows from the features before it",
                            "leaving it out");
                }
            }
        }
        return l;
    }

    private static double[][] inverse(double[][] l) {
        int d = l.length;
        double[][] w = new double[d][d];
        for (int j = 0; j < d; j++) {
            w[j][j] = 1 / l[j][j];
            for (int i = j + 1; i < d; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum += l[i][k] * w[k][j];
                }
                w[i][j] = -sum / l[i][i];
            }
        }
        return w;
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return the mean of each feature over the rows it was fitted to, in the features' units} */
    public double[] centre() {
        return centre.clone();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if a value is missing or infinite; the message names the feature
     */
    @Override
    public double between(double[] one, double[] other) {
        NumericRows.checkLengths(schema, one, other);
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double[] w = whitening[i];
            double z = 0;
            for (int j = 0; j <= i; j++) {
                z += w[j] * (one[j] - other[j]);
            }
            sum += z * z;
        }
        return NumericRows.finite(schema, Math.sqrt(sum), one, other);
    }

    /** {@return the features compared} */
    @Override
    public String toString() {
        return "Mahalanobis" + schema.names();
    }
}
