package io.lendcrm.segmentation.hierarchy;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.distance.RowDistances;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.validity.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Agglomerative clusters: each client is one at first; the two nearest merge again and again, by a {@link Linkage}; what is
 * left when there are k are the segments.
 *
 * <p>Distances are Euclidean in the coordinates of the {@link Preparation} (numeric and yes/no features, missing values
 * refused unless filled), or Gower's ({@link #withGower}: all types, missing values). The time is O(rows²). Ward's, complete
 * and average linkage hold all distances, 4 · rows² bytes, and take at most 20,000 rows (1.6 GB); single linkage holds none
 * and takes at most 50,000. Where distances tie, another order of rows can give another tree, as in every agglomerative
 * method; the same table gives the same tree on any number of threads. Immutable and thread-safe.
 *
 * <p>Source: nearest-neighbour chains, Murtagh, "A survey of recent advances in hierarchical clustering algorithms", Computer
 * Journal 26 (1983); heights as R's {@code hclust} has them, Ward's as {@code ward.D2}.
 */
public final class Agglomerative implements Clusterer {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_ROWS_SINGLE = 50_000;

    private final Linkage linkage;
    private final int k;
    private final Preparation preparation;
    private final Optional<Gower> gower;

    private Agglomerative(Linkage linkage, int k, Preparation preparation, Optional<Gower> gower) {
        this.linkage = requireNonNull(linkage, "linkage");
        this.k = k;
        this.preparation = requireNonNull(preparation, "preparation");
        this.gower = gower;
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, found " + k);
        }
    }

    /**
     * Clusters of the values as they are.
     *
     * @param linkage how far two clusters are apart
     * @param k how many segments, at least 1
     * @return the fitter
     */
    public static Agglomerative of(Linkage linkage, int k) {
        return new Agglomerative(linkage, k, Preparation.none(), Optional.empty());
    }

    /**
     * With all features on one scale; the model does the same to new clients.
     *
     * @param scale the scale
     * @return the fitter
     */
    public Agglomerative withScale(Scale scale) {
        return withPreparation(preparation.withScale(scale));
    }

    /**
     * With Euclidean distances of features prepared each in its own way, and missing values filled or refused.
     *
     * @param newPreparation how
     * @return the fitter
     */
    public Agglomerative withPreparation(Preparation newPreparation) {
        return new Agglomerative(linkage, k, newPreparation, Optional.empty());
    }

    /**
     * With Gower's distance of the values as they are, its ranges taken from the table; nothing is prepared then.
     *
     * @param options of the distance
     * @return the fitter
     */
    public Agglomerative withGower(Gower options) {
        return new Agglomerative(linkage, k, Preparation.none(), Optional.of(options));
    }

    /**
     * The whole tree of a table's rows.
     *
     * @param table at least two rows
     * @param run the circumstances
     * @return the tree
     * @throws FitException as {@link #fit(FeatureTable, Run)} says
     */
    public Dendrogram dendrogram(FeatureTable table, Run run) {
        requireRows(table.rows());
        return dendrogram(MeasuredRows.of(measure(table), table), run);
    }

    /**
     * The whole tree of rows under any distance, with this linkage; other options aren't used.
     *
     * @param distances the rows and their distance
     * @param run the circumstances
     * @return the tree
     * @throws FitException if there are fewer than two rows or too many, or two can't be compared
     */
    public Dendrogram dendrogram(RowDistances distances, Run run) {
        requireRows(distances.rows());
        return dendrogram(
                new Pairs() {
                    @Override
                    public int rows() {
                        return distances.rows();
                    }

                    @Override
                    public double between(int one, int other) {
                        return MeasuredRows.comparable(distances.between(one, other), one, other);
                    }
                },
                run);
    }

    private Dendrogram dendrogram(Pairs pairs, Run run) {
        MergeList merges = linkage == Linkage.SINGLE
                ? SingleLinkage.merges(pairs, run)
                : NeighbourChain.merges(pairs, linkage, run);
        return Dendrogram.of(pairs.rows(), merges);
    }

    private void requireRows(int rows) {
        int most = linkage == Linkage.SINGLE ? MOST_ROWS_SINGLE : MOST_ROWS;
        if (rows < Math.max(2, k)) {
            throw new FitException(
                    HierarchyModel.TYPE,
                    "the table has " + rows + " rows for " + k + " clusters",
                    "at least two rows and k");
        }
        if (rows > most) {
            throw new FitException(
                    HierarchyModel.TYPE,
                    "the table has " + rows + " rows, and " + linkage.code() + " linkage takes at most " + most
                            + " for time and memory grow with their square",
                    "a sample, or clusters by density or around centres");
        }
    }

    /** A cut below the first distance would part clients that are alike. */
    private void requireDistinct(Dendrogram tree) {
        long distinct =
                1 + tree.merges().stream().filter(merge -> merge.height() > 0).count();
        if (k > distinct) {
            throw new FitException(
                    HierarchyModel.TYPE,
                    "the rows have " + distinct + " distinct values for " + k + " clusters",
                    "at most " + distinct + " clusters");
        }
    }

    private Measure measure(FeatureTable table) {
        return gower.<Measure>map(options -> new Measure.Mixed(options.fit(table)))
                .orElseGet(() -> new Measure.Coordinates(preparation.fit(table, HierarchyModel.TYPE)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are fewer rows than segments or than two, fewer distinct ones than segments, or more
     *     than the linkage takes, the features can't be prepared, or two rows can't be compared
     */
    @Override
    public HierarchyModel fit(FeatureTable table, Run run) {
        requireRows(table.rows());
        Measure measure = measure(table);
        MeasuredRows rows = MeasuredRows.of(measure, table);
        Dendrogram tree = dendrogram(rows, run);
        requireDistinct(tree);
        Labels labels = tree.cut(k);
        List<Medoid> medoids = rows.medoids(labels);
        double height = k > 1 ? tree.merges().get(table.rows() - k).height() : 0;
        ModelInfo info = ModelInfo.of(HierarchyModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(options())
                .withDiagnostics(Map.of(
                        "heightBelow",
                        k < table.rows()
                                ? tree.merges().get(table.rows() - k - 1).height()
                                : 0,
                        "heightAbove",
                        height));
        return new HierarchyModel(measure, linkage, medoids, info);
    }

    @Override
    public HierarchyModel fit(FeatureTable table) {
        return fit(table, Run.sequential());
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(gower.isPresent() ? Map.of() : preparation.options());
        options.put("linkage", linkage.code());
        options.put("k", Integer.toString(k));
        options.put("distance", gower.map(Gower::toString).orElse("euclidean"));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "Agglomerative" + options();
    }
}
