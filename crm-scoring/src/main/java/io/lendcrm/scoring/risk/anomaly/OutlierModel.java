package io.lendcrm.scoring.risk.anomaly;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.special.Tails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A center and a covariance, and how far from them is too far: Mahalanobis' distance d² = (x − m)' S⁻¹ (x − m), about χ² with one
 * degree a value. Missing values are left out, the rest judged by their own part of S. Immutable and thread-safe.
 */
public final class OutlierModel implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "outliers";

    /** What is farther isn't told from it: squares would leave double. */
    private static final double FARTHEST = 1e300;

    private final ModelInfo info;
    private final FeatureSchema schema;
    private final double[] center;
    private final double[][] covariance;
    private final double alpha;

    /** The arrays become the model's own. */
    OutlierModel(ModelInfo info, double[] center, double[][] covariance, double alpha) {
        this.info = info;
        this.schema = info.schema();
        this.center = center;
        this.covariance = covariance;
        this.alpha = alpha;
        int p = schema.size();
        if (center.length != p || covariance.length != p) {
            throw new IllegalArgumentException("center and covariance must have " + p + " rows, one a feature, found "
                    + center.length + " and " + covariance.length);
        }
        for (double[] row : covariance) {
            if (row.length != p) {
                throw new IllegalArgumentException("covariance must be square, found a row of " + row.length);
            }
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be within (0, 1), found " + alpha);
        }
        if (Cholesky.of(covariance).singular()) {
            throw new IllegalArgumentException("covariance must be positive definite");
        }
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return the share of usual rows that is flagged all the same} */
    public double alpha() {
        return alpha;
    }

    /** {@return the features it judges by} */
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return a copy of the center} */
    public double[] center() {
        return center.clone();
    }

    /**
     * The covariance of two features.
     *
     * @param first from 0
     * @param second from 0
     * @return the covariance, the variance if they are the same
     */
    public double covariance(int first, int second) {
        return covariance[first][second];
    }

    /**
     * Judges a client.
     *
     * @param client the client's values
     * @return how unlike the others
     * @throws IllegalArgumentException if features are missing from its schema
     */
    public Outlier judge(FeatureRow client) {
        FeatureRow bound = schema.bind(client);
        double[] row = new double[center.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = bound.value(i);
        }
        return judge(row);
    }

    /**
     * Judges a row.
     *
     * @param row values in the order of the schema, {@code NaN} where missing
     * @return how unlike the others
     * @throws IllegalArgumentException if there are too many or too few values or one is infinite
     */
    public Outlier judge(double[] row) {
        if (row.length != center.length) {
            throw new IllegalArgumentException("row must have " + center.length + " values, found " + row.length);
        }
        int[] there = new int[row.length];
        int n = 0;
        for (int i = 0; i < row.length; i++) {
            if (Double.isInfinite(row[i])) {
                throw new IllegalArgumentException(
                        schema.feature(i).name() + " must be finite or NaN for missing, found " + row[i]);
            }
            if (!Double.isNaN(row[i])) {
                there[n++] = i;
            }
        }
        if (n == 0) {
            return new Outlier(0, 0, 1, false, List.of());
        }
        double[] away = new double[n];
        double[][] part = new double[n][n];
        for (int i = 0; i < n; i++) {
            away[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, row[there[i]] - center[there[i]]));
            for (int j = 0; j < n; j++) {
                part[i][j] = covariance[there[i]][there[j]];
            }
        }
        double[] shares = shares(part, away);
        double squared = 0;
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            squared += shares[i];
            reasons.add(Reason.of(
                    "anomaly.outlier",
                    shares[i],
                    Map.of(
                            "feature", schema.feature(there[i]).name(),
                            "value", text(row[there[i]]),
                            "center", text(center[there[i]]))));
        }
        reasons.sort(Comparator.comparingDouble(Reason::contribution).reversed());
        squared = Math.max(0, squared);
        double pValue = Tails.chiSquare(squared, n);
        return new Outlier(squared, n, pValue, pValue < alpha, reasons);
    }

    /** Each value's part of the squared distance; in proportion, and within {@link #FARTHEST}, where it is beyond that. */
    private static double[] shares(double[][] covariance, double[] away) {
        double[] shares = products(covariance, away);
        if (Arrays.stream(shares).map(Math::abs).sum() <= FARTHEST) {
            return shares;
        }
        double largest = 0;
        for (double value : away) {
            largest = Math.max(largest, Math.abs(value));
        }
        double[] small = new double[away.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = away[i] / largest;
        }
        shares = products(covariance, small);
        double sum = Arrays.stream(shares).map(Math::abs).sum();
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= FARTHEST / sum;
        }
        return shares;
    }

    private static double[] products(double[][] covariance, double[] away) {
        double[] products = Cholesky.of(covariance).solve(away);
        for (int i = 0; i < products.length; i++) {
            products[i] *= away[i];
        }
        return products;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** {@return the features} */
    @Override
    public String toString() {
        return "OutlierModel[" + schema.names() + "]";
    }
}
