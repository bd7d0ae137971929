package io.lendcrm.scoring.risk.anomaly;

/** A positive definite matrix as L L'. Immutable, though its array is shared. */
@SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
record Cholesky(double[][] lower) {

    private static final double SMALLEST = 1e-12;

    static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > SMALLEST * matrix[i][i])) {
                    return new Cholesky(new double[0][]);
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    /** Whether the matrix isn't positive definite: a column is constant or follows from others. */
    boolean singular() {
        return lower.length == 0;
    }

    /** Minus infinity if it is singular. */
    double logDeterminant() {
        if (singular()) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }

    /** y of L y = v. */
    double[] forward(double[] v) {
        double[] y = v.clone();
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < i; k++) {
                y[i] -= lower[i][k] * y[k];
            }
            y[i] /= lower[i][i];
        }
        return y;
    }

    double squaredDistance(double[] away) {
        double sum = 0;
        for (double y : forward(away)) {
            sum += y * y;
        }
        return sum;
    }

    double[] solve(double[] v) {
        double[] x = forward(v);
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
