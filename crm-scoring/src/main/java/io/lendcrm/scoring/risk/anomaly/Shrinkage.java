package io.lendcrm.scoring.risk.anomaly;

/**
 * Correlations shrunk towards 0 by λ = Σ var(r) / Σ r² over all pairs, variances kept (Schäfer and Strimmer, Statistical
 * Applications in Genetics and Molecular Biology 4, 2005).
 */
final class Shrinkage {

    private Shrinkage() {}

    static Scatter of(double[][] rows, Scatter sample) {
        int n = rows.length;
        int p = sample.mean().length;
        double[] scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = Math.sqrt(sample.covariance()[j][j]);
        }
        double noise = 0;
        double signal = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                double correlation = sample.covariance()[i][j] / scale[i] / scale[j];
                double mean = correlation * (n - 1) / n;
                double squares = 0;
                for (double[] row : rows) {
                    double product = (row[i] - sample.mean()[i]) / scale[i] * (row[j] - sample.mean()[j]) / scale[j];
                    squares += (product - mean) * (product - mean);
                }
                noise += squares * n / Math.pow(n - 1.0, 3);
                signal += correlation * correlation;
            }
        }
        double kept = 1 - (signal == 0 ? 1 : Math.min(1, noise / signal));
        double[][] shrunk = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                shrunk[i][j] = sample.covariance()[i][j] * (i == j ? 1 : kept);
            }
        }
        return new Scatter(sample.mean(), shrunk);
    }
}
