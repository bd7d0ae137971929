package io.lendcrm.segmentation.structure;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Clusterer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which clusters come back when the rows change: each is compared with the clusters of bootstrap samples (rows drawn with
 * replacement, each kept once, as R's {@code clusterboot} does) by the greatest Jaccard similarity |A ∩ B| / |A ∪ B| over
 * the rows sampled. Below 0.6: dissolves; above 0.75: holds; above 0.85: holds well. A sample without a row of the
 * cluster, or that can't be fitted, counts as 0.
 *
 * <p>Immutable and thread-safe. Source: Hennig, Computational Statistics and Data Analysis 52 (2007).
 *
 * @param jaccard the mean similarity of each cluster, in the model's order, from 0 to 1
 */
public record ClusterStability(List<Double> jaccard) {

    public ClusterStability {
        jaccard = List.copyOf(jaccard);
        if (jaccard.isEmpty() || jaccard.stream().anyMatch(similarity -> !(similarity >= 0 && similarity <= 1))) {
            throw new IllegalArgumentException("jaccard must be within [0, 1] for a cluster or more, found " + jaccard);
        }
    }

    /**
     * The stability of an engine's clusters.
     *
     * @param table the rows, of whatever types the engine takes
     * @param clusterer the engine with its number of clusters
     * @param samples how many bootstrap samples, at least 2
     * @param seed of the samples
     * @param run its threads share the samples; they change no bit
     * @return the stability
     * @throws FitException if the engine can't fit all rows
     */
    public static ClusterStability of(FeatureTable table, Clusterer clusterer, int samples, long seed, Run run) {
        if (samples < 2) {
            throw new IllegalArgumentException("samples must be at least 2, found " + samples);
        }
        ClusterModel model = clusterer.fit(table, run);
        int[] label = model.assign(table).segmentOfRows();
        int k = model.segments().size();
        SplittableRandom random = new SplittableRandom(seed);
        int[][] rows = new int[samples][];
        for (int b = 0; b < samples; b++) {
            rows[b] = sample(table.rows(), random);
        }
        Run alone = Run.sequential().withCancellation(run.cancelled());
        double[][] found = new double[samples][];
        run.each(samples, b -> found[b] = similarities(table, clusterer, label, k, rows[b], alone));
        double[] mean = new double[k];
        for (double[] one : found) {
            for (int c = 0; c < k; c++) {
                mean[c] += one[c];
            }
        }
        return new ClusterStability(
                DoubleStream.of(mean).map(sum -> sum / samples).boxed().toList());
    }

    /** {@return the similarity of the least stable cluster} */
    public double least() {
        return jaccard.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static double[] similarities(
            FeatureTable table, Clusterer clusterer, int[] label, int k, int[] rows, Run run) {
        double[] best = new double[k];
        ClusterModel model;
        FeatureTable sampled = NumericTable.rows(table, rows);
        try {
            model = clusterer.fit(sampled, run);
        } catch (FitException e) {
            return best;
        }
        int[] again = model.assign(sampled).segmentOfRows();
        int others = model.segments().size();
        double[] size = new double[k];
        double[] otherSize = new double[others];
        double[][] common = new double[k][others];
        for (int i = 0; i < rows.length; i++) {
            int own = label[rows[i]];
            if (own >= 0) {
                size[own]++;
            }
            if (again[i] >= 0) {
                otherSize[again[i]]++;
                if (own >= 0) {
                    common[own][again[i]]++;
                }
            }
        }
        for (int c = 0; c < k; c++) {
            for (int o = 0; o < others; o++) {
                double union = size[c] + otherSize[o] - common[c][o];
                best[c] = union == 0 ? best[c] : Math.max(best[c], common[c][o] / union);
            }
        }
        return best;
    }

    private static int[] sample(int n, SplittableRandom random) {
        boolean[] taken = new boolean[n];
        for (int i = 0; i < n; i++) {
            taken[random.nextInt(n)] = true;
        }
        return IntStream.range(0, n).filter(i -> taken[i]).toArray();
    }

    /** {@return the similarities} */
    @Override
    public String toString() {
        return "ClusterStability" + Arrays.toString(jaccard.toArray());
    }
}
