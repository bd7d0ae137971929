package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.Run;

/** Pearson's correlations of the columns, weighted. */
final class Correlations {

    private Correlations() {}

    static double[][] of(LogisticData data) {
        Standardisation scale = Standardisation.of(data, true, Run.sequential());
        int size = data.schema().size();
        double[][] sums = new double[size][size];
        double[] values = new double[size];
        for (int i = 0; i < data.rows(); i++) {
            double weight = data.weight(i);
            for (int j = 0; j < size && weight > 0; j++) {
                values[j] = scale.value(data, i, 1 + j);
                for (int k = 0; k <= j; k++) {
                    sums[j][k] += weight * values[j] * values[k];
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
