package io.lendcrm.segmentation.prototype;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * K-prototypes (Huang 1998): the k prototypes with the least cost over all clients,
 *
 * <pre>
 * cost = Σ ( Σ over numbers (x − mean)² + γ · how many levels aren't the prototype's )
 * </pre>
 *
 * <p>where the prototype of a cluster has the means of its numbers and the most frequent levels (modes) of its
 * categories. Numeric features enter by their coordinates on the scale; ordinal ones as numbers, by the places 0, 1,
 * … of their levels, scaled alike; nominal and yes/no ones match or don't. Of nominal features alone this is k-modes,
 * of numbers alone k-means.
 *
 * <p>By default numbers are standardised ({@link Scale#Z}) and γ is half the mean variance of the coordinates, so
 * that a level that doesn't match weighs as much as a number √½ standard deviations off. On standardised numbers that
 * is ½, as Huang's rule of half the mean standard deviation has it, but it also stays in step with other units and
 * scales. Without numbers, or if they are all constant, γ is 1, and the cost of k-modes is the number of levels that
 * don't match.
 *
 * <p>Missing values follow the {@link Preparation}: refused by default; filled by mean or median, a level by the most
 * frequent one. A row without any known value is refused. A level that its feature lacks is known and unlike every
 * other: it matches no prototype; of an ordinal feature it counts as missing.
 *
 * <p>Equal rows are taken together. Cao's start of dense rows far apart (2009), and seeded starts by greedy k-means++
 * on the mixed distance are improved by single moves of clients with the exact change in cost, changes of modes
 * included; the seeded ones then by random swaps of a prototype for a row until twenty in a row gain nothing; the
 * best wins. There are 10,000 / rows seeded starts, from 2 to 8. Of more than 8,192 distinct rows a random sample of
 * 4,096, or of k if that is more, is searched so, and what was found there and Cao's start are iterated over all. Equal
 * tables and options give equal models to the last bit on any number of threads. What is found is a local optimum.
 *
 * <p>Clusters come largest first. Immutable and thread-safe.
 */
public final class KPrototypes implements Clusterer {

    private static final double OUTSIDE = 0.99;
    private static final int MOST_STARTS = 8;
    private static final int LEAST_STARTS = 2;
    private static final int START_BUDGET = 10_000;

    /** Beyond it sums of squares could leave the range of doubles. */
    private static final double GREATEST_COST = 1e300;

    private final int k;
    private final long seed;
    private final Preparation preparation;
    private final OptionalDouble gamma;
    private final OptionalInt starts;

    private KPrototypes(int k, long seed, Preparation preparation, OptionalDouble gamma, OptionalInt starts) {
        this.k = k;
        this.seed = seed;
        this.preparation = requireNonNull(preparation, "preparation");
        this.gamma = gamma;
        this.starts = starts;
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, found " + k);
        }
        if (gamma.isPresent() && !(gamma.getAsDouble() > 0 && gamma.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gamma must be above 0 and finite, found " + gamma.getAsDouble());
        }
        if (starts.isPresent() && starts.getAsInt() < 1) {
            throw new IllegalArgumentException("starts must be at least 1, found " + starts.getAsInt());
        }
    }

    /**
     * K-prototypes of standardised numbers, missing values refused, γ half the mean variance, seed 0.
     *
     * @param k how many clusters, at least 1
     * @return the fitter
     */
    public static KPrototypes of(int k) {
        return new KPrototypes(k, 0, Preparation.of(Scale.Z), OptionalDouble.empty(), OptionalInt.empty());
    }

    /**
     * With another seed of randomness.
     *
     * @param newSeed the seed
     * @return the fitter
     */
    public KPrototypes withSeed(long newSeed) {
        return new KPrototypes(k, newSeed, preparation, gamma, starts);
    }

    /**
     * With numbers made comparable in another way, and missing values filled or refused; the model does the same to new
     * clients. Nominal and yes/no features may have a policy of missing values of their own, but no scale.
     *
     * @param newPreparation how
     * @return the fitter
     */
    public KPrototypes withPreparation(Preparation newPreparation) {
        return new KPrototypes(k, seed, newPreparation, gamma, starts);
    }

    /**
     * With another weight of levels that don't match.
     *
     * @param newGamma γ: what a mismatch costs beside squared distances on the scale, above 0
     * @return the fitter
     */
    public KPrototypes withGamma(double newGamma) {
        return new KPrototypes(k, seed, preparation, OptionalDouble.of(newGamma), starts);
    }

    /**
     * With another number of seeded starts.
     *
     * @param newStarts how many beside Cao's, at least 1
     * @return the fitter
     */
    public KPrototypes withStarts(int newStarts) {
        return new KPrototypes(k, seed, preparation, gamma, OptionalInt.of(newStarts));
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are fewer distinct rows than clusters, a value is missing and refused, a row has
     *     no known value, a number can't be scaled, or distances leave the range of doubles
     */
    @Override
    public KPrototypesModel fit(FeatureTable table, Run run) {
        if (table.rows() == 0 || table.schema().size() == 0) {
            throw new FitException(
                    KPrototypesModel.TYPE,
                    "the table has " + table.rows() + " rows and "
                            + table.schema().size() + " columns",
                    "at least one row of at least one feature");
        }
        MixedPreparation prepared = MixedPreparation.fit(table, preparation, KPrototypesModel.TYPE);
        MixedRows rows = MixedRows.of(table, prepared);
        if (rows.n < k) {
            throw new FitException(
                    KPrototypesModel.TYPE,
                    "the table has " + rows.n + " distinct rows for " + k + " clusters",
                    "more rows, or fewer clusters");
        }
        rows = rows.withGamma(gamma.orElse(rows.halfMeanVariance()));
        int many = starts.orElse(Math.max(LEAST_STARTS, Math.min(MOST_STARTS, START_BUDGET / rows.n)));
        requireFinite(rows);
        Partition best = new PrototypeSearch(k, many, run).best(rows, seed);
        PrototypeClusters clusters = PrototypeClusters.of(best, OUTSIDE);
        ModelInfo info = ModelInfo.of(KPrototypesModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(options(many))
                .withSeed(seed)
                .withDiagnostics(Map.of("cost", clusters.cost(), "gamma", rows.gamma, "distinctRows", (double) rows.n));
        return new KPrototypesModel(prepared, rows.gamma, clusters, info);
    }

    @Override
    public KPrototypesModel fit(FeatureTable table) {
        return fit(table, Run.sequential());
    }

    private static void requireFinite(MixedRows rows) {
        Partition all = new Partition(rows, Prototypes.empty(rows, 1));
        all.assign(Run.sequential());
        all.update();
        if (!(all.cost < GREATEST_COST)) {
            throw new FitException(
                    KPrototypesModel.TYPE,
                    "squared distances leave the range of doubles",
                    "another scale, or a smaller gamma");
        }
    }

    private Map<String, String> options(int many) {
        Map<String, String> options = new TreeMap<>(preparation.options());
        options.put("k", Integer.toString(k));
        options.put("starts", Integer.toString(many));
        options.put("gamma", gamma.isPresent() ? Double.toString(gamma.getAsDouble()) : "half-mean-variance");
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "KPrototypes[k=" + k + ", " + preparation + ", gamma "
                + (gamma.isPresent() ? gamma.getAsDouble() : "half the mean variance") + ", seed " + seed + "]";
    }
}
