package io.lendcrm.scoring.risk.logistic;

/** Pearson's correlations of the columns, weighted. */
final class Correlations {

    private Correlations() {}

    static double[][] of(LogisticData data) {
        Standardisation scale = Standardisation.of(data, true);
        int size = data.schema().size();
        double[][] sums = new double[size][size];
        double[] row = new double[size + 1];
        for (int i = 0; i < data.rows(); i++) {
            scale.read(data, i, row);
            for (int j = 0; j < size; j++) {
                double weighted = data.weight(i) * row[1 + j];
                for (int k = 0; k <= j; k++) {
                    sums[j][k] += weighted * row[1 + k];
                }
            }
        }
        double total = data.observations();
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                sums[j][k] = Math.max(-1, Math.min(1, sums[j][k] / total));
                sums[k][j] = sums[j][k];
            }
            sums[j][j] = 1;
        }
        return sums;
    }
}
