package io.lendcrm.segmentation.density;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The clusters HDBSCAN found, with the rows they are made of. Segments are named {@code cluster-1}, {@code cluster-2}, … by
 * size; there may be none.
 *
 * <p>A client's core distance is that to the {@code minPoints}-th nearest of the clients fitted (itself if it is one). It
 * joins the segment of the clustered row it reaches first, if it reaches it before the segment merged with others; among
 * equal reaches the nearest counts, then the first segment. So the clients it was fitted to get the clusters they were found
 * in, and others an approximation: the clusters aren't changed by them. Clients that reach none in time are noise and aren't
 * assigned ({@code segment.noise}), nor are those with a missing value that isn't filled ({@code segment.missing}) or without
 * a finite distance ({@code segment.out-of-range}). The distance is the reach; the margin is how much greater the reach to
 * the second segment is; nobody assigned is outside.
 *
 * <p>Reasons add up to the margin: {@code density.nearer} or {@code density.farther} of each feature, as {@link DbscanModel}
 * has them, and {@code density.spread} for the rest, which lies in how densely the segments stand.
 *
 * <p>It holds the coordinates of all distinct rows, which are clients' own: protect a stored model as the data. Immutable and
 * thread-safe.
 */
public final class HdbscanModel implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "hdbscan";

    private final FittedPreparation preparation;
    private final int minPoints;
    private final DenseRows rows;
    private final DenseSegments dense;
    private final long noise;
    private final ModelInfo info;
    private final List<Segment> segments;
    private final ClusteredRows clustered;
    private final ClusteredRows all;
    private final int[] clients;

    HdbscanModel(
            FittedPreparation preparation,
            int minPoints,
            DenseRows rows,
            DenseSegments dense,
            long noise,
            ModelInfo info) {
        this.preparation = requireNonNull(preparation, "preparation");
        this.minPoints = minPoints;
        this.rows = rows;
        this.dense = dense;
        this.noise = noise;
        this.info = requireNonNull(info, "info");
        this.clustered = rows.clustered();
        this.all = rows.asOne(clustered.tree);
        this.clients = new int[clustered.tree.n];
        for (int p = 0; p < clients.length; p++) {
            clients[p] = rows.rows().clients()[clustered.tree.order[p]];
        }
        this.segments = List.copyOf(Assigner.segments(
                dense.sizes(), noise + Arrays.stream(dense.sizes()).sum()));
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    /** {@return how the features are made comparable, and what stands for missing values} */
    public FittedPreparation preparation() {
        return preparation;
    }

    /** {@return to which neighbour core distances are taken, the client itself the first} */
    public int minPoints() {
        return minPoints;
    }

    /** {@return how many of the clients it was fitted to were in no cluster} */
    public long noise() {
        return noise;
    }

    /**
     * How long a segment lasts: Σ over its clients of λ at which each left less λ at which it appeared.
     *
     * @param segment its place among {@link #segments()}
     * @return at least 0, in clients by the preparation's unit of distance
     */
    public double stability(int segment) {
        return dense.stability()[segment];
    }

    /**
     * The reach at which a segment appeared; at that reach it merges with others.
     *
     * @param segment its place among {@link #segments()}
     * @return above 0
     */
    public double birth(int segment) {
        return dense.birth()[segment];
    }

    /** {@return nothing: the chosen stabilities are made great, not small} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.empty();
    }

    @Override
    public Assignment assign(FeatureRow client) {
        return assigner().one(schema().bind(client));
    }

    @Override
    public Assignments assign(FeatureTable table) {
        return assigner().table(schema().bind(table));
    }

    /**
     * How firmly a client belongs to its segment: the least reach of the segment by the reach at which the client leaves it.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return above 0, 1 for those in its densest part; 0 for noise; empty if it can't be placed at all
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public OptionalDouble strength(FeatureRow client) {
        Assigner assigner = assigner();
        double[] x = preparation.scaled(schema().bind(client).toArray());
        if (!assigner.measurable(x)) {
            return OptionalDouble.empty();
        }
        ClusteredRows.Nearest nearest = clustered.new Nearest();
        double core = squaredCore(x);
        if (!nearest.find(x, core, ClusteredRows.NOISE, Double.POSITIVE_INFINITY)
                || !belongs(nearest.segment(), nearest.reach())) {
            return OptionalDouble.of(0);
        }
        double end = dense.end()[nearest.segment()];
        double leaves = Math.max(Math.sqrt(nearest.reach()), rows.leaves()[nearest.row()]);
        return OptionalDouble.of(end / Math.max(end, leaves));
    }

    /**
     * How strange a client is by GLOSH: 1 − ε / reach, with the reach at which the client falls out of its last cluster, and ε
     * the least at which that cluster or one within it still stands. A new client takes these of the row it reaches first.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return from 0 (in the densest part of its surroundings) to below 1; empty if it can't be placed at all
     * @throws IllegalArgumentException if a feature isn't there or means something else
     */
    public OptionalDouble outlierScore(FeatureRow client) {
        double[] x = preparation.scaled(schema().bind(client).toArray());
        if (!assigner().measurable(x)) {
            return OptionalDouble.empty();
        }
        ClusteredRows.Nearest nearest = all.new Nearest();
        nearest.find(x, squaredCore(x), ClusteredRows.NOISE, Double.POSITIVE_INFINITY);
        int row = nearest.row();
        return OptionalDouble.of(1 - rows.least()[row] / Math.max(Math.sqrt(nearest.reach()), rows.leaves()[row]));
    }

    private double squaredCore(double[] x) {
        return new CoreDistance(clustered.tree, clients, minPoints).of(x, 0);
    }

    private boolean belongs(int segment, double squaredReach) {
        return Math.sqrt(squaredReach) < dense.birth()[segment];
    }

    private Assigner assigner() {
        return new Assigner(
                preparation, segments, clustered, this::squaredCore, Double.POSITIVE_INFINITY, this::belongs);
    }

    DenseRows rows() {
        return rows;
    }

    DenseSegments dense() {
        return dense;
    }

    /** {@return how many clusters and how much noise} */
    @Override
    public String toString() {
        return "HdbscanModel[" + segments.size() + " clusters, " + noise + " of noise]";
    }
}
