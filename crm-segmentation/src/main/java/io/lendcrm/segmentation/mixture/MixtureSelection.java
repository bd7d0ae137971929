package io.lendcrm.segmentation.mixture;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which number of components and which family of covariances suits a table best. The rule: fit each pair, and take the one
 * with the least criterion; of equal ones the one with fewer parameters. That one component is best is a possible outcome:
 * then the table shows no groups that a mixture could tell apart. A mixture with a component in which a feature keeps less
 * than a ten-thousandth of its variance isn't chosen: on rounded or equal values such a component's likelihood grows at
 * will and tells of no group. Immutable and thread-safe.
 *
 * @param criterion what decided
 * @param candidates every pair that was tried, in the order of families, then of components
 * @param best the model that won
 */
public record MixtureSelection(Criterion criterion, List<Candidate> candidates, GaussianMixtureModel best) {

    private static final double FLAT = 1e-4;

    public MixtureSelection {
        requireNonNull(criterion, "criterion");
        requireNonNull(best, "best");
        candidates = List.copyOf(candidates);
    }

    /** What a choice is made by; the smaller, the better. */
    public enum Criterion {
        /** {@link MixtureFit#bic()}: finds as many components as it takes to describe the density. */
        BIC,
        /** {@link MixtureFit#icl()}: finds components that lie apart. */
        ICL;

        double of(MixtureFit fit) {
            return this == BIC ? fit.bic() : fit.icl();
        }
    }

    /**
     * A pair that was tried.
     *
     * @param components how many
     * @param covariance the family
     * @param fit how well it fits; null if it could not be fitted
     * @param trouble why it could not be fitted or isn't to be chosen; empty if it may be
     */
    public record Candidate(
            int components, Covariance covariance, @Nullable MixtureFit fit, String trouble) {
        public Candidate {
            requireNonNull(covariance, "covariance");
            requireNonNull(trouble, "trouble");
        }
    }

    /**
     * Tries all pairs.
     *
     * @param options scale, seed, starts and the rest; its k and covariance don't matter
     * @param table numeric or yes/no features
     * @param most the greatest number of components, at least 1
     * @param families the families, at least one
     * @param criterion what decides
     * @param run its threads take part
     * @return the choice
     * @throws FitException if none could be fitted, or all have a flat component; the reason of the first
     */
    public static MixtureSelection of(
            GaussianMixture options,
            FeatureTable table,
            int most,
            List<Covariance> families,
            Criterion criterion,
            Run run) {
        if (most < 1 || families.isEmpty()) {
            throw new IllegalArgumentException(
                    "most must be at least 1 and families at least one, found " + most + " and " + families.size());
        }
        double[] overall = variances(
                options.withComponents(1).withCovariance(Covariance.DIAGONAL).fit(table, run));
        List<Candidate> candidates = new ArrayList<>();
        List<GaussianMixtureModel> models = new ArrayList<>();
        FitException first = null;
        for (Covariance family : families) {
            for (int k = 1; k <= most; k++) {
                try {
                    GaussianMixtureModel model =
                            options.withComponents(k).withCovariance(family).fit(table, run);
                    boolean flat = model.components().flattest(overall) < FLAT;
                    candidates.add(new Candidate(k, family, model.fit(), flat ? "a component is flat" : ""));
                    if (!flat) {
                        models.add(model);
                    }
                } catch (FitException e) {
                    first = first == null ? e : first;
                    candidates.add(new Candidate(k, family, null, String.valueOf(e.getMessage())));
                }
            }
        }
        if (models.isEmpty()) {
            throw first != null
                    ? first
                    : new FitException(
                            GaussianMixtureModel.TYPE,
                            "every mixture has a flat component",
                            "leaving out features that are constant or sums of others");
        }
        models.sort(Comparator.<GaussianMixtureModel>comparingDouble(m -> criterion.of(m.fit()))
                .thenComparingLong(m -> m.fit().parameters()));
        return new MixtureSelection(criterion, candidates, models.get(0));
    }

    private static double[] variances(GaussianMixtureModel one) {
        double[][] covariance = one.covariance(0);
        double[] variances = new double[covariance.length];
        for (int j = 0; j < variances.length; j++) {
            variances[j] = covariance[j][j];
        }
        return variances;
    }
}
