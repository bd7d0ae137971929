package io.lendcrm.segmentation.validity;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;

/**
 * How far the clusters of points lie apart for their width, by squared and straight Euclidean distances in the
 * features' own units. Immutable and thread-safe.
 *
 * @param calinskiHarabasz (between / (k − 1)) / (within / (n − k)), sums of squares between and within k clusters of n
 *     rows: greater is better; infinite if every row lies on its centre. Source: Calinski and Harabasz, Communications in
 *     Statistics 3 (1974)
 * @param daviesBouldin the mean over clusters of the worst (s + s′) / d, with s the mean distance to the centre and d
 *     that of the centres: smaller is better; infinite if two centres are the same. Source: Davies and Bouldin, IEEE
 *     Trans. Pattern Analysis 1 (1979)
 */
public record Separation(double calinskiHarabasz, double daviesBouldin) {

    public Separation {
        if (!(calinskiHarabasz >= 0) || !(daviesBouldin >= 0)) {
            throw new IllegalArgumentException(
                    "indices must be 0 or more, found " + calinskiHarabasz + " and " + daviesBouldin);
        }
    }

    /**
     * Both indices of clusters of rows.
     *
     * @param table the rows, all features numeric or binary and known; scaled as the clusters were found
     * @param labels the cluster of each row
     * @return the indices
     * @throws IllegalArgumentException if a feature has levels or a missing value, there aren't as many labels as rows,
     *     or fewer than two clusters or not fewer clusters than rows
     */
    public static Separation of(FeatureTable table, Labels labels) {
        requireNonNull(labels, "labels").checked(table.rows());
        double[][] x = columns(table);
        int n = table.rows();
        int k = labels.clusters();
        if (k >= n) {
            throw new IllegalArgumentException("clusters must be fewer than the " + n + " rows, found " + k);
        }
        double[][] centre = new double[labels.bound()][x.length];
        double between = 0;
        for (int j = 0; j < x.length; j++) {
            double all = 0;
            for (int i = 0; i < n; i++) {
                centre[labels.cluster(i)][j] += x[j][i];
                all += x[j][i];
            }
            for (int c = 0; c < centre.length; c++) {
                if (labels.size(c) > 0) {
                    centre[c][j] /= labels.size(c);
                    double off = centre[c][j] - all / n;
                    between += labels.size(c) * off * off;
                }
            }
        }
        double within = 0;
        double[] scatter = new double[centre.length];
        for (int i = 0; i < n; i++) {
            int own = labels.cluster(i);
            double squared = 0;
            for (int j = 0; j < x.length; j++) {
                double off = x[j][i] - centre[own][j];
                squared += off * off;
            }
            within += squared;
            scatter[own] += Math.sqrt(squared) / labels.size(own);
        }
        double ratio = within == 0 ? Double.POSITIVE_INFINITY : between / (k - 1) / (within / (n - k));
        return new Separation(ratio, daviesBouldin(centre, scatter, labels));
    }

    private static double daviesBouldin(double[][] centre, double[] scatter, Labels labels) {
        double sum = 0;
        for (int a = 0; a < centre.length; a++) {
            double worst = 0;
            for (int b = 0; b < centre.length; b++) {
                if (a != b && labels.size(a) > 0 && labels.size(b) > 0) {
                    double apart = apart(centre[a], centre[b]);
                    worst = Math.max(worst, apart == 0 ? Double.POSITIVE_INFINITY : (scatter[a] + scatter[b]) / apart);
                }
            }
            sum += worst;
        }
        return sum / labels.clusters();
    }

    private static double apart(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return Math.sqrt(sum);
    }

    private static double[][] columns(FeatureTable table) {
        if (table.rows() == 0 || table.schema().size() == 0) {
            throw new IllegalArgumentException("table must have a row and a feature, found " + table.rows()
                    + " rows and " + table.schema().size() + " features");
        }
        double[][] columns = table.toColumns();
        for (int j = 0; j < columns.length; j++) {
            Feature feature = table.schema().feature(j);
            if (feature.type() != FeatureType.NUMERIC && feature.type() != FeatureType.BINARY) {
                throw new IllegalArgumentException("features must be " + FeatureType.NUMERIC + " or "
                        + FeatureType.BINARY + ", found " + feature.name() + ", which is " + feature.type());
            }
            for (int i = 0; i < columns[j].length; i++) {
                if (Double.isNaN(columns[j][i])) {
                    throw new IllegalArgumentException(
                            feature.name() + " must be known in every row, found it missing in row " + (i + 1));
                }
            }
        }
        return columns;
    }
}
