package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;

/**
 * The log-likelihood of binary data in the coefficients of standardised columns, with its gradient and Fisher's
 * expected information. The constant, if there is one, is the first coordinate. Less half the ridge penalty times the
 * squares of the other coordinates.
 */
final class BinaryLikelihood {

    private final LogisticData data;
    private final BinaryLink link;
    private final Standardisation scale;
    private final double penalty;
    private final Run run;

    BinaryLikelihood(LogisticData data, BinaryLink link, Standardisation scale, double penalty, Run run) {
        this.data = data;
        this.link = link;
        this.scale = scale;
        this.penalty = penalty;
        this.run = run;
    }

    int size() {
        return scale.size();
    }

    double at(double[] point, double[] gradient, double[][] information) {
        int size = size();
        int width = 1 + size + size * (size + 1) / 2;
        double[] sums = Blocks.sum(data.rows(), width, run, (from, to, block) -> {
            double[] row = new double[size];
            for (int i = from; i < to; i++) {
                add(i, point, row, block);
            }
        });
        double value = sums[0];
        int at = 1 + size;
        for (int i = 0; i < size; i++) {
            gradient[i] = sums[1 + i];
            for (int j = 0; j <= i; j++) {
                information[i][j] = sums[at];
                information[j][i] = sums[at++];
            }
        }
        for (int i = scale.first(); i < size && penalty > 0; i++) {
            value -= penalty * point[i] * point[i] / 2;
            gradient[i] -= penalty * point[i];
            information[i][i] += penalty;
        }
        return value;
    }

    private void add(int i, double[] point, double[] row, double[] block) {
        double weight = data.weight(i);
        if (weight == 0) {
            return;
        }
        int size = row.length;
        scale.read(data, i, row);
        double predictor = data.offset(i);
        for (int j = 0; j < size; j++) {
            predictor += point[j] * row[j];
        }
        boolean yes = data.yes(i);
        block[0] += weight * link.logLikelihood(predictor, yes);
        double slope = weight * link.slope(predictor, yes);
        double bend = weight * link.information(predictor);
        int at = 1 + size;
        for (int j = 0; j < size; j++) {
            block[1 + j] += slope * row[j];
            double bent = bend * row[j];
            for (int k = 0; k <= j; k++) {
                block[at++] += bent * row[k];
            }
        }
    }
}
