package io.lendcrm.segmentation.structure;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Clusterer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well the clusters of one half of the rows predict those of the other: of the pairs of rows in a cluster of one half,
 * the share that the model of the other half puts together too, for the worst cluster; the mean over random halves, each
 * predicting the other. 1: always the same clusters; above 0.8 to 0.9: clusters that come back on new clients (the paper's
 * bound). A cluster of one row in a half counts as 0, and so does a half that can't be fitted.
 *
 * <p>Immutable and thread-safe. Source: Tibshirani and Walther, J. Computational and Graphical Statistics 14 (2005).
 *
 * @param mean the prediction strength, from 0 to 1
 * @param standardError of the mean over the divisions
 */
public record PredictionStrength(double mean, double standardError) {

    public PredictionStrength {
        if (!(mean >= 0 && mean <= 1) || !(standardError >= 0)) {
            throw new IllegalArgumentException(
                    "mean must be within [0, 1] and standardError at least 0, found " + mean + " and " + standardError);
        }
    }

    /**
     * The prediction strength of an engine's clusters.
     *
     * @param table the rows, of whatever types the engine takes; at least 4
     * @param clusterer the engine with its number of clusters
     * @param divisions how many random divisions into halves, at least 2
     * @param seed of the divisions
     * @param run its threads share the divisions; they change no bit
     * @return the strength
     */
    public static PredictionStrength of(FeatureTable table, Clusterer clusterer, int divisions, long seed, Run run) {
        if (divisions < 2 || table.rows() < 4) {
            throw new IllegalArgumentException(
                    "divisions must be at least 2 and rows at least 4, found " + divisions + " and " + table.rows());
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[][] orders = new int[divisions][];
        for (int m = 0; m < divisions; m++) {
            orders[m] = shuffled(table.rows(), random);
        }
        Run alone = Run.sequential().withCancellation(run.cancelled());
        double[] strength = new double[divisions];
        run.each(divisions, m -> strength[m] = division(table, clusterer, orders[m], alone));
        double mean = Arrays.stream(strength).sum() / divisions;
        double squares =
                Arrays.stream(strength).map(s -> (s - mean) * (s - mean)).sum();
        return new PredictionStrength(Math.min(1, mean), Math.sqrt(squares / (divisions - 1) / divisions));
    }

    private static double division(FeatureTable table, Clusterer clusterer, int[] order, Run run) {
        int half = order.length / 2;
        FeatureTable one = NumericTable.rows(table, Arrays.copyOf(order, half));
        FeatureTable other = NumericTable.rows(table, Arrays.copyOfRange(order, half, order.length));
        try {
            ClusterModel ofOne = clusterer.fit(one, run);
            ClusterModel ofOther = clusterer.fit(other, run);
            return (predicted(ofOne, ofOther, other) + predicted(ofOther, ofOne, one)) / 2;
        } catch (FitException e) {
            return 0; // clusters that can't be found again don't come back
        }
    }

    /** The worst cluster's share of pairs that the other half's model keeps together. */
    private static double predicted(ClusterModel model, ClusterModel own, FeatureTable table) {
        int[] cluster = own.assign(table).segmentOfRows();
        int[] guess = model.assign(table).segmentOfRows();
        int k = own.segments().size();
        long[] size = new long[k];
        long[][] common = new long[k][model.segments().size()];
        for (int i = 0; i < cluster.length; i++) {
            if (cluster[i] >= 0) {
                size[cluster[i]]++;
                if (guess[i] >= 0) {
                    common[cluster[i]][guess[i]]++;
                }
            }
        }
        double worst = 1;
        for (int c = 0; c < k; c++) {
            double together = 0;
            for (long rows : common[c]) {
                together += (double) rows * (rows - 1);
            }
            worst = Math.min(worst, size[c] < 2 ? 0 : together / ((double) size[c] * (size[c] - 1)));
        }
        return worst;
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int at = random.nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }
}
