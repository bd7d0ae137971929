package io.lendcrm.scoring.risk.logistic;

import java.util.List;
import java.util.Random;

/** Clients whose true coefficients are known. */
final class Simulated {

    static final double CONSTANT = -1.5;
    static final double[] SLOPES = {0.8, -0.5, 0.25};

    private Simulated() {}

    static LogisticData book(int clients, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[3][clients];
        double[] yes = new double[clients];
        for (int i = 0; i < clients; i++) {
            columns[0][i] = random.nextGaussian();
            columns[1][i] = 3 + 2 * random.nextGaussian() + columns[0][i];
            columns[2][i] = random.nextInt(4);
            double predictor = CONSTANT;
            for (int c = 0; c < 3; c++) {
                predictor += SLOPES[c] * columns[c][i];
            }
            yes[i] = random.nextDouble() < BinaryLink.LOGIT.probability(predictor) ? 1 : 0;
        }
        return LogisticData.of(List.of("a", "b", "c"), columns, yes);
    }
}
