package io.lendcrm.segmentation.density;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * HDBSCAN: clusters of whatever density lasts longest, without a radius.
 *
 * <p>A client's core distance is that to the {@code minPoints}-th nearest client, itself the first; two clients reach one
 * another at the greatest of both core distances and their distance. As the reach shrinks, clusters lose clients and split;
 * one that falls below the least size is gone. With λ = 1 / reach a cluster's stability is Σ over its clients of (λ at which
 * the client leaves − λ at which the cluster appeared), and those are chosen whose stabilities add up to most, none within
 * another. All clients together are never chosen, so "no cluster" is a possible outcome; the model then has a warning.
 *
 * <p>Distances are Euclidean in the coordinates of the {@link Preparation}. Equal rows are taken together first, and a reach
 * of 0 counts as the least above 0. Parts that come apart at one reach come apart at once, so that the order of rows doesn't
 * matter. It takes numeric or yes/no features; missing values are refused unless the preparation fills them. Equal tables and
 * options give equal models on any number of threads. The memory is that of the rows; the time about O(rows · log² rows) with
 * few features, and near O(rows²) with many. Immutable and thread-safe.
 *
 * <p>Source: Campello, Moulavi, Zimek and Sander, "Hierarchical density estimates for data clustering, visualization, and
 * outlier detection", ACM TKDD 10 (2015).
 */
public final class Hdbscan implements Clusterer {

    private static final int BLOCK = 1024;

    private final int minSize;
    private final int minPoints;
    private final Preparation preparation;

    private Hdbscan(int minSize, int minPoints, Preparation preparation) {
        this.minSize = minSize;
        this.minPoints = minPoints;
        this.preparation = requireNonNull(preparation, "preparation");
        if (minSize < 2) {
            throw new IllegalArgumentException("minSize must be at least 2, found " + minSize);
        }
        if (minPoints < 1) {
            throw new IllegalArgumentException("minPoints must be at least 1, found " + minPoints);
        }
    }

    /**
     * HDBSCAN on the values as they are, with as many {@code minPoints}.
     *
     * @param minSize the fewest clients of a cluster, at least 2
     * @return the fitter
     */
    public static Hdbscan of(int minSize) {
        return new Hdbscan(minSize, minSize, Preparation.none());
    }

    /**
     * With core distances to another neighbour: the farther, the smoother.
     *
     * @param newMinPoints which, the client itself the first, at least 1
     * @return the fitter
     */
    public Hdbscan withMinPoints(int newMinPoints) {
        return new Hdbscan(minSize, newMinPoints, preparation);
    }

    /**
     * With all features on one scale; the model does the same to new clients.
     *
     * @param scale the scale
     * @return the fitter
     */
    public Hdbscan withScale(Scale scale) {
        return withPreparation(preparation.withScale(scale));
    }

    /**
     * With features prepared each in its own way, and missing values filled or refused.
     *
     * @param newPreparation how
     * @return the fitter
     */
    public Hdbscan withPreparation(Preparation newPreparation) {
        return new Hdbscan(minSize, minPoints, newPreparation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are fewer rows than {@code minPoints}, or the features can't be prepared
     */
    @Override
    public HdbscanModel fit(FeatureTable table, Run run) {
        Checked.requireRows(HdbscanModel.TYPE, table, minPoints);
        FittedPreparation prepared = preparation.fit(table, HdbscanModel.TYPE);
        DistinctRows rows = Checked.rows(HdbscanModel.TYPE, prepared.columns(table));
        KdTree tree = new KdTree(rows.x(), rows.d());
        DistinctRows placed = rows.only(tree.order); // from here on rows are in the order of the tree
        double[] squaredCore = squaredCore(tree, placed.clients(), run);
        double[] core = Arrays.stream(squaredCore).map(Math::sqrt).toArray();
        SpanningTree spanning = new SpanningTree(tree, squaredCore, run);
        CondensedTree condensed = new CondensedTree(spanning, placed.clients(), core, minSize);
        DenseSegments segments = DenseSegments.of(condensed, placed);
        long noise = table.rows() - LongStream.of(segments.sizes()).sum();
        ModelInfo info = ModelInfo.of(HdbscanModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(options())
                .withDiagnostics(Map.of(
                        "clusters", (double) segments.sizes().length,
                        "noise", (double) noise,
                        "distinctRows", (double) rows.rows()))
                .withWarnings(
                        segments.sizes().length == 0
                                ? List.of("no cluster: the clients never part into two groups of " + minSize)
                                : List.of());
        DenseRows dense = DenseRows.of(placed, squaredCore, segments.segmentOf(), condensed);
        return new HdbscanModel(prepared, minPoints, dense, segments, noise, info);
    }

    @Override
    public HdbscanModel fit(FeatureTable table) {
        return fit(table, Run.sequential());
    }

    private double[] squaredCore(KdTree tree, int[] clients, Run run) {
        double[] core = new double[tree.n];
        run.each((tree.n + BLOCK - 1) / BLOCK, b -> {
            CoreDistance distance = new CoreDistance(tree, clients, minPoints);
            for (int p = b * BLOCK; p < Math.min(tree.n, (b + 1) * BLOCK); p++) {
                core[p] = distance.of(tree.x, p * tree.d);
            }
        });
        return core;
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(preparation.options());
        options.put("minSize", Integer.toString(minSize));
        options.put("minPoints", Integer.toString(minPoints));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "Hdbscan" + options();
    }
}
