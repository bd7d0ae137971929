package io.lendcrm.segmentation.structure;

/** The axes along which rows vary independently: eigenvectors of their covariance, by Jacobi's rotations. */
final class PrincipalAxes {

    private static final int SWEEPS = 60;

    private final double[] mean;
    private final double[][] axis;
    private final double[] variance;

    PrincipalAxes(double[][] columns) {
        int d = columns.length;
        int n = columns[0].length;
        mean = new double[d];
        for (int j = 0; j < d; j++) {
            for (double value : columns[j]) {
                mean[j] += value / n;
            }
        }
        double[][] covariance = new double[d][d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (columns[a][i] - mean[a]) * (columns[b][i] - mean[b]);
                }
                covariance[a][b] = sum / Math.max(1, n - 1);
                covariance[b][a] = covariance[a][b];
            }
        }
        axis = new double[d][d];
        for (int j = 0; j < d; j++) {
            axis[j][j] = 1;
        }
        rotate(covariance);
        variance = new double[d];
        for (int j = 0; j < d; j++) {
            variance[j] = Math.max(0, covariance[j][j]);
        }
    }

    private void rotate(double[][] a) {
        int d = a.length;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            double on = 0;
            for (int p = 0; p < d; p++) {
                on += a[p][p] * a[p][p];
                for (int q = 0; q < p; q++) {
                    off += a[p][q] * a[p][q];
                }
            }
            if (off <= 1e-30 * on) {
                return;
            }
            for (int p = 1; p < d; p++) {
                for (int q = 0; q < p; q++) {
                    if (a[p][q] != 0) {
                        rotate(a, p, q);
                    }
                }
            }
        }
    }

    private void rotate(double[][] a, int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (double[] row : a) {
            turn(row, p, q, c, s);
        }
        for (int j = 0; j < a.length; j++) {
            double atP = a[p][j];
            double atQ = a[q][j];
            a[p][j] = c * atP - s * atQ;
            a[q][j] = s * atP + c * atQ;
        }
        for (double[] row : axis) {
            turn(row, p, q, c, s);
        }
    }

    private static void turn(double[] row, int p, int q, double c, double s) {
        double atP = row[p];
        double atQ = row[q];
        row[p] = c * atP - s * atQ;
        row[q] = s * atP + c * atQ;
    }

    /** The variance along each axis. */
    double[] variance() {
        return variance;
    }

    /** Columns as coordinates along the axes, from the mean. */
    double[][] onAxes(double[][] columns) {
        int d = columns.length;
        int n = columns[0].length;
        double[][] scores = new double[d][n];
        for (int p = 0; p < d; p++) {
            for (int j = 0; j < d; j++) {
                for (int i = 0; i < n; i++) {
                    scores[p][i] += (columns[j][i] - mean[j]) * axis[j][p];
                }
            }
        }
        return scores;
    }

    /** Coordinates along the axes as columns. */
    double[][] back(double[][] scores) {
        int d = scores.length;
        int n = scores[0].length;
        double[][] columns = new double[d][n];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < n; i++) {
                double value = mean[j];
                for (int p = 0; p < d; p++) {
                    value += scores[p][i] * axis[j][p];
                }
                columns[j][i] = value;
            }
        }
        return columns;
    }
}
