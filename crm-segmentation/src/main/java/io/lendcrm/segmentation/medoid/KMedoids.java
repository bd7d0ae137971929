package io.lendcrm.segmentation.medoid;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.preparation.Preparation;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * K-medoids: the k clients with the least mean distance from every client to the nearest of them (partitioning around
 * medoids, Kaufman and Rousseeuw 1990).
 *
 * <p>By default distances are Gower's, so that numbers, levels, yes/no and missing values all count; the Euclidean distance
 * of prepared numbers is the other choice. Equal rows are taken together. Up to 5,000 distinct rows all distances are kept
 * (at most 100 MB), and eager swaps of medoids (FasterPAM, Schubert and Rousseeuw 2021) run from the BUILD medoids and from
 * random ones: 20,000 / rows starts, from 3 to 20. With more rows five samples of 2,000 are searched, each with the best
 * medoids so far in it, and those win that all rows lie nearest to (CLARA). Equal tables and options give equal models to
 * the last bit on any number of threads. What is found is a local optimum.
 *
 * <p>Clusters come largest first. Immutable and thread-safe.
 */
public final class KMedoids implements Clusterer {

    private static final double OUTSIDE = 0.99;

    private final int k;
    private final long seed;
    private final OptionalInt starts;
    private final Gower gower;
    private final @Nullable Preparation preparation;

    private KMedoids(int k, long seed, OptionalInt starts, Gower gower, @Nullable Preparation preparation) {
        this.k = k;
        this.seed = seed;
        this.starts = starts;
        this.gower = requireNonNull(gower, "gower");
        this.preparation = preparation;
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, found " + k);
        }
        if (starts.isPresent() && starts.getAsInt() < 1) {
            throw new IllegalArgumentException("starts must be at least 1, found " + starts.getAsInt());
        }
    }

    /**
     * K-medoids by Gower's distance, every feature with weight 1, seed 0.
     *
     * @param k how many clusters, at least 1
     * @return the fitter
     */
    public static KMedoids of(int k) {
        return new KMedoids(k, 0, OptionalInt.empty(), Gower.defaults(), null);
    }

    /**
     * By Gower's distance with weights and asymmetric features.
     *
     * @param options the weights and the asymmetric features
     * @return the fitter
     */
    public KMedoids withGower(Gower options) {
        return new KMedoids(k, seed, starts, options, null);
    }

    /**
     * By the Euclidean distance of prepared numbers.
     *
     * @param newPreparation how features are made comparable, and what stands for missing values
     * @return the fitter
     */
    public KMedoids withEuclidean(Preparation newPreparation) {
        return new KMedoids(k, seed, starts, gower, requireNonNull(newPreparation, "newPreparation"));
    }

    /**
     * With another seed of randomness.
     *
     * @param newSeed the seed
     * @return the fitter
     */
    public KMedoids withSeed(long newSeed) {
        return new KMedoids(k, newSeed, starts, gower, preparation);
    }

    /**
     * With another number of starts, or of samples above 5,000 distinct rows.
     *
     * @param newStarts how many, at least 1
     * @return the fitter
     */
    public KMedoids withStarts(int newStarts) {
        return new KMedoids(k, seed, OptionalInt.of(newStarts), gower, preparation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are fewer distinct rows than clusters, a row has no known value, two rows have no
     *     distance, or features can't be prepared
     */
    @Override
    public KMedoidsModel fit(FeatureTable table, Run run) {
        if (table.rows() == 0 || table.schema().size() == 0) {
            throw new FitException(
                    KMedoidsModel.TYPE,
                    "the table has " + table.rows() + " rows and "
                            + table.schema().size() + " columns",
                    "at least one row of at least one feature");
        }
        Measure measure = preparation == null
                ? new Measure.ByGower(gower.fit(table))
                : new Measure.Euclidean(preparation.fit(table, KMedoidsModel.TYPE));
        Rows rows = new Rows(table, measure);
        if (rows.size() < k) {
            throw new FitException(
                    KMedoidsModel.TYPE,
                    "the table has " + rows.size() + " distinct rows for " + k + " clusters",
                    "more rows, or fewer clusters");
        }
        int many = starts.orElse(MedoidSearch.starts(rows.size()));
        int[] medoids = new MedoidSearch(rows, measure, k, run).best(many, seed);
        MedoidClusters clusters = MedoidClusters.of(rows, measure, medoids, OUTSIDE);
        ModelInfo info = ModelInfo.of(KMedoidsModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(options(many))
                .withSeed(seed)
                .withDiagnostics(Map.of("meanDistance", clusters.meanDistance(), "distinctRows", (double) rows.size()));
        return new KMedoidsModel(measure, clusters, info);
    }

    @Override
    public KMedoidsModel fit(FeatureTable table) {
        return fit(table, Run.sequential());
    }

    private Map<String, String> options(int many) {
        Map<String, String> options = new TreeMap<>();
        if (preparation == null) {
            options.put("distance", gower.toString());
        } else {
            options.putAll(preparation.options());
            options.put("distance", "euclidean");
        }
        options.put("k", Integer.toString(k));
        options.put("starts", Integer.toString(many));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "KMedoids[k=" + k + ", " + (preparation == null ? gower : preparation) + ", seed " + seed + "]";
    }
}
