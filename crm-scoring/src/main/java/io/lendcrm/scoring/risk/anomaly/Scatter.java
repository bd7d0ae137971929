package io.lendcrm.scoring.risk.anomaly;

/** The mean and the covariance of chosen rows. Immutable, though its arrays are shared. */
@SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
record Scatter(double[] mean, double[][] covariance) {

    static Scatter of(double[][] rows, int[] chosen, int count) {
        int p = rows[0].length;
        double[] mean = new double[p];
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < p; j++) {
                mean[j] += rows[chosen[k]][j] / count;
            }
        }
        double[][] covariance = new double[p][p];
        for (int k = 0; k < count; k++) {
            double[] row = rows[chosen[k]];
            for (int i = 0; i < p; i++) {
                double away = row[i] - mean[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += away * (row[j] - mean[j]);
                }
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= count - 1;
                covariance[j][i] = covariance[i][j];
            }
        }
        return new Scatter(mean, covariance);
    }

    Scatter times(double factor) {
        double[][] scaled = new double[mean.length][mean.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled.length; j++) {
                scaled[i][j] = covariance[i][j] * factor;
            }
        }
        return new Scatter(mean, scaled);
    }

    /** Squared distances of all rows. */
    double[] distances(double[][] rows, Cholesky factor) {
        double[] distances = new double[rows.length];
        double[] away = new double[mean.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < away.length; j++) {
                away[j] = rows[i][j] - mean[j];
            }
            distances[i] = factor.squaredDistance(away);
        }
        return distances;
    }
}
