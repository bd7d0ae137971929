package io.lendcrm.segmentation.mixture;

import java.util.Arrays;

/**
 * The components of a mixture in flat arrays. Of each covariance S the lower triangle of W = L⁻¹ is kept, with S = L Lᵀ, so
 * that |W (x − μ)| is the Mahalanobis distance and the sum of ln Wᵢᵢ is −½ ln |S|.
 */
final class Components {

    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    final int k;
    final int d;
    final double[] weight;
    final double[] mean;
    private final double[] covariance;
    private final double[] whitening;
    private final double[] constant;
    private final boolean alongAxes;

    /** @param covariance the lower triangles of the k covariances, row by row */
    Components(double[] weight, double[] mean, double[] covariance, boolean alongAxes) {
        this.k = weight.length;
        this.d = mean.length / k;
        this.weight = weight;
        this.mean = mean;
        this.alongAxes = alongAxes;
        this.covariance = covariance;
        this.whitening = covariance.clone();
        this.constant = new double[k];
        int size = triangle(d);
        for (int c = 0; c < k; c++) {
            double logDeterminant = whiten(whitening, c * size);
            constant[c] = Math.log(weight[c]) - 0.5 * (d * LOG_2_PI + logDeterminant);
        }
    }

    /** The same in another order. */
    Components ordered(int[] order) {
        int size = triangle(d);
        double[] weights = new double[k];
        double[] means = new double[mean.length];
        double[] covariances = new double[covariance.length];
        for (int c = 0; c < k; c++) {
            weights[c] = weight[order[c]];
            System.arraycopy(mean, order[c] * d, means, c * d, d);
            System.arraycopy(covariance, order[c] * size, covariances, c * size, size);
        }
        return new Components(weights, means, covariances, alongAxes);
    }

    /** With a component moved to a point: as wide as all are on average, with an equal part of the clients. */
    Components swapped(int gone, double[] x, int at) {
        int size = triangle(d);
        double[] weights = new double[k];
        double[] means = mean.clone();
        double[] covariances = covariance.clone();
        Arrays.fill(covariances, gone * size, (gone + 1) * size, 0);
        for (int c = 0; c < k; c++) {
            weights[c] = c == gone ? 1.0 / k : weight[c] / (1 - weight[gone]) * (k - 1) / k;
            for (int s = 0; s < size; s++) {
                covariances[gone * size + s] += weight[c] * covariance[c * size + s];
            }
        }
        System.arraycopy(x, at, means, gone * d, d);
        return new Components(weights, means, covariances, alongAxes);
    }

    /** The lower triangle of a covariance, row by row. */
    double[] covariance(int c) {
        return Arrays.copyOfRange(covariance, c * triangle(d), (c + 1) * triangle(d));
    }

    static int triangle(int d) {
        return d * (d + 1) / 2;
    }

    /** Replaces the lower triangle of S by that of L⁻¹; {@code NaN} if S isn't positive definite. */
    private double whiten(double[] a, int at) {
        double logDeterminant = 0;
        for (int i = 0; i < d; i++) {
            int row = at + triangle(i);
            for (int j = 0; j <= i; j++) {
                int other = at + triangle(j);
                double sum = a[row + j];
                for (int m = 0; m < j; m++) {
                    sum -= a[row + m] * a[other + m];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return Double.NaN;
                    }
                    a[row + i] = Math.sqrt(sum);
                    logDeterminant += Math.log(sum);
                } else {
                    a[row + j] = sum / a[other + j];
                }
            }
        }
        for (int j = 0; j < d; j++) { // L⁻¹ column by column in place: rows below the diagonal from top to bottom
            a[at + triangle(j) + j] = 1 / a[at + triangle(j) + j];
            for (int i = j + 1; i < d; i++) {
                int row = at + triangle(i);
                double sum = 0;
                for (int m = j; m < i; m++) {
                    sum -= a[row + m] * a[at + triangle(m) + j];
                }
                a[row + j] = sum / a[row + i];
            }
        }
        return logDeterminant;
    }

    /** Whether all can be used: no covariance was singular, no number overflowed. */
    boolean sound() {
        for (double c : constant) {
            if (!Double.isFinite(c)) {
                return false;
            }
        }
        for (double m : mean) {
            if (!Double.isFinite(m)) {
                return false;
            }
        }
        return true;
    }

    /** The logarithm of weight times density; {@code difference} is filled with x − μ from {@code into} on. */
    double logDensity(int c, double[] x, int at, double[] difference, int into) {
        return constant[c] - 0.5 * squaredDistance(c, x, at, difference, into);
    }

    /** x − μ of a component. */
    void difference(int c, double[] x, int at, double[] into) {
        for (int j = 0; j < d; j++) {
            into[j] = x[at + j] - mean[c * d + j];
        }
    }

    boolean alongAxes() {
        return alongAxes;
    }

    /** The lower triangles of all W, component by component, row by row; not to be changed. */
    double[] whitening() {
        return whitening;
    }

    double constant(int c) {
        return constant[c];
    }

    /** The squared Mahalanobis distance. */
    double squaredDistance(int c, double[] x, int at, double[] difference, int into) {
        int centre = c * d;
        for (int j = 0; j < d; j++) {
            difference[into + j] = x[at + j] - mean[centre + j];
        }
        int row = c * triangle(d);
        double squared = 0;
        for (int i = 0; i < d; i++) {
            double z = whitening[row + i] * difference[into + i];
            if (!alongAxes) {
                for (int j = 0; j < i; j++) {
                    z += whitening[row + j] * difference[into + j];
                }
            }
            squared += z * z;
            row += i + 1;
        }
        return squared;
    }

    /**
     * The least variance that a feature keeps in a component when those before it are known, as a part of {@code overall}: near
     * 0 where the component lies in a plane, such as one of equal values.
     */
    double flattest(double[] overall) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < d; j++) {
                double root = whitening[c * triangle(d) + triangle(j) + j];
                least = Math.min(least, 1 / (root * root * overall[j]));
            }
        }
        return least;
    }

    /** What each feature adds to the squared distance: (x − μ)ⱼ (S⁻¹ (x − μ))ⱼ. */
    double[] parts(int c, double[] x) {
        double[] difference = new double[d];
        squaredDistance(c, x, 0, difference, 0);
        int at = c * triangle(d);
        double[] parts = new double[d];
        for (int i = 0; i < d; i++) {
            double z = 0;
            for (int j = 0; j <= i; j++) {
                z += whitening[at + triangle(i) + j] * difference[j];
            }
            for (int j = 0; j <= i; j++) {
                parts[j] += difference[j] * whitening[at + triangle(i) + j] * z;
            }
        }
        return parts;
    }
}
