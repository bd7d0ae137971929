package io.lendcrm.segmentation.mixture;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A mixture of k Gaussian distributions, {@code f(x) = Σ πⱼ N(x; μⱼ, Sⱼ)}, by maximum likelihood.
 *
 * <p>Expectation maximisation starts from k-means and from random centres, 20 iterations each; the best three run on until
 * the mean log-likelihood gains at most the tolerance. Then, three times a start, a random component of the best gives way
 * to one at a random row, which is kept if it ends better (Zhao, Hautamäki and Fränti 2012). Above 8,192 rows all this is
 * done on a random sample of 4,096, and the best is iterated over all rows. A start whose component comes to stand for fewer rows than its
 * ellipsoid has axes is left: its likelihood would grow without bound and mean nothing. To each variance a millionth of the
 * feature's own is added (the ridge), so that no component collapses on equal rows.
 *
 * <p>Equal tables and options give equal models to the last bit on any number of threads. Components come by weight, the
 * greatest first. It takes numeric or yes/no features; missing values are refused unless the {@link Preparation} fills
 * them. The cost is O(rows · k · features²) an iteration. Immutable and thread-safe.
 */
public final class GaussianMixture implements Clusterer {

    private static final int STARTS = 10;
    private static final int ITERATIONS = 2000;
    private static final double TOLERANCE = 1e-8;
    private static final double RIDGE = 1e-6;
    private static final double OUTSIDE = 0.99;

    private final int k;
    private final Covariance covariance;
    private final Preparation preparation;
    private final long seed;
    private final int starts;
    private final int iterations;
    private final double tolerance;
    private final double ridge;

    private GaussianMixture(
            int k,
            Covariance covariance,
            Preparation preparation,
            long seed,
            int starts,
            int iterations,
            double tolerance,
            double ridge) {
        this.k = k;
        this.covariance = requireNonNull(covariance, "covariance");
        this.preparation = requireNonNull(preparation, "preparation");
        this.seed = seed;
        this.starts = starts;
        this.iterations = iterations;
        this.tolerance = tolerance;
        this.ridge = ridge;
        if (k < 1 || starts < 1 || iterations < 1) {
            throw new IllegalArgumentException(
                    "k, starts and iterations must be at least 1, found " + k + ", " + starts + " and " + iterations);
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be within (0, 1), found " + tolerance);
        }
        if (!(ridge >= 0 && ridge < 1)) {
            throw new IllegalArgumentException("ridge must be within [0, 1), found " + ridge);
        }
    }

    /**
     * A mixture with full covariances, on the values as they are, seed 0, 10 starts, a tolerance of 1e-8 and a ridge of
     * 1e-6.
     *
     * @param k how many components, at least 1
     * @return the fitter
     */
    public static GaussianMixture of(int k) {
        return new GaussianMixture(k, Covariance.FULL, Preparation.none(), 0, STARTS, ITERATIONS, TOLERANCE, RIDGE);
    }

    /**
     * With another number of components.
     *
     * @param newK how many, at least 1
     * @return the fitter
     */
    public GaussianMixture withComponents(int newK) {
        return new GaussianMixture(newK, covariance, preparation, seed, starts, iterations, tolerance, ridge);
    }

    /**
     * With another family of covariances.
     *
     * @param family the family
     * @return the fitter
     */
    public GaussianMixture withCovariance(Covariance family) {
        return new GaussianMixture(k, family, preparation, seed, starts, iterations, tolerance, ridge);
    }

    /**
     * With all features on one scale; the model does the same to new clients.
     *
     * @param scale the scale
     * @return the fitter
     */
    public GaussianMixture withScale(Scale scale) {
        return withPreparation(preparation.withScale(scale));
    }

    /**
     * With features prepared each in its own way, and missing values filled or refused.
     *
     * @param newPreparation how
     * @return the fitter
     */
    public GaussianMixture withPreparation(Preparation newPreparation) {
        return new GaussianMixture(k, covariance, newPreparation, seed, starts, iterations, tolerance, ridge);
    }

    /**
     * With another seed of randomness.
     *
     * @param newSeed the seed
     * @return the fitter
     */
    public GaussianMixture withSeed(long newSeed) {
        return new GaussianMixture(k, covariance, preparation, newSeed, starts, iterations, tolerance, ridge);
    }

    /**
     * With more or fewer starts.
     *
     * @param newStarts how many, at least 1; the first is from k-means
     * @return the fitter
     */
    public GaussianMixture withStarts(int newStarts) {
        return new GaussianMixture(k, covariance, preparation, seed, newStarts, iterations, tolerance, ridge);
    }

    /**
     * With another bound on the iterations over all rows; a model that met it has a warning.
     *
     * @param most how many, at least 1
     * @return the fitter
     */
    public GaussianMixture withIterations(int most) {
        return new GaussianMixture(k, covariance, preparation, seed, starts, most, tolerance, ridge);
    }

    /**
     * With another end of the iteration.
     *
     * @param gain it ends when the mean log-likelihood of a row gains at most this, above 0 and below 1
     * @return the fitter
     */
    public GaussianMixture withTolerance(double gain) {
        return new GaussianMixture(k, covariance, preparation, seed, starts, iterations, gain, ridge);
    }

    /**
     * With another ridge.
     *
     * @param part of a feature's variance over all rows that is added to its variance in every component, from 0 to below 1
     * @return the fitter
     */
    public GaussianMixture withRidge(double part) {
        return new GaussianMixture(k, covariance, preparation, seed, starts, iterations, tolerance, part);
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are fewer rows than components, the features can't be prepared, or every start
     *     collapsed
     */
    @Override
    public GaussianMixtureModel fit(FeatureTable table, Run run) {
        if (table.rows() < k) {
            throw new FitException(
                    GaussianMixtureModel.TYPE,
                    "the table has " + table.rows() + " rows for " + k + " components",
                    "more rows, or fewer components");
        }
        FittedPreparation prepared = preparation.fit(table, GaussianMixtureModel.TYPE);
        double[][] columns = prepared.columns(table);
        MixtureSearch search = new MixtureSearch(columns, k, covariance, starts, iterations, tolerance, ridge);
        ExpectationMaximisation.Fit best = search.best(seed, run);
        if (best.collapsed()) {
            throw new FitException(
                    GaussianMixtureModel.TYPE,
                    "from each of " + starts + " starts a component collapsed on fewer than "
                            + covariance.leastRows(columns.length) + " rows or a singular covariance",
                    "fewer components, a simpler covariance, or leaving out features that are constant or sums of"
                            + " others");
        }
        Components components = search.byWeight(best.components());
        MixtureFit fit = search.measure(components, best, run);
        ModelInfo info = ModelInfo.of(GaussianMixtureModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(options())
                .withSeed(seed)
                .withDiagnostics(Map.of(
                        "logLikelihood",
                        fit.logLikelihood(),
                        "parameters",
                        (double) fit.parameters(),
                        "bic",
                        fit.bic(),
                        "icl",
                        fit.icl(),
                        "iterations",
                        (double) best.iterations(),
                        "converged",
                        best.converged() ? 1.0 : 0.0))
                .withWarnings(best.converged() ? List.of() : List.of("stopped after " + iterations + " iterations"));
        return new GaussianMixtureModel(prepared, covariance, components, fit, OUTSIDE, info);
    }

    @Override
    public GaussianMixtureModel fit(FeatureTable table) {
        return fit(table, Run.sequential());
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(preparation.options());
        options.put("k", Integer.toString(k));
        options.put("covariance", covariance.code());
        options.put("starts", Integer.toString(starts));
        options.put("iterations", Integer.toString(iterations));
        options.put("tolerance", Double.toString(tolerance));
        options.put("ridge", Double.toString(ridge));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "GaussianMixture" + options() + " seed " + seed;
    }
}
