package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.density.Dbscan;
import io.lendcrm.segmentation.density.DbscanModel;
import io.lendcrm.segmentation.density.Hdbscan;
import io.lendcrm.segmentation.density.HdbscanModel;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.distance.RowDistances;
import io.lendcrm.segmentation.medoid.KMedoids;
import io.lendcrm.segmentation.medoid.KMedoidsModel;
import io.lendcrm.segmentation.mixture.Covariance;
import io.lendcrm.segmentation.mixture.GaussianMixture;
import io.lendcrm.segmentation.mixture.GaussianMixtureModel;
import io.lendcrm.segmentation.mixture.MixtureSelection;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.List;
import java.util.Optional;

/**
 * An engine as the command line offers it.
 *
 * @param kind which
 * @param preparation how numbers are made comparable
 * @param seed the seed of randomness, where there is any
 * @param radius of DBSCAN
 * @param least how many clients are dense
 */
record Engine(SegmentMethod kind, Preparation preparation, long seed, double radius, int least) {

    /** The name that {@code --method} takes. */
    String method() {
        return Choice.word(kind);
    }

    /** Whether it takes texts beside numbers. */
    boolean takesLevels() {
        return kind == SegmentMethod.MEDOIDS;
    }

    /** Whether it is told how many groups to find. */
    boolean takesK() {
        return kind != SegmentMethod.DBSCAN && kind != SegmentMethod.HDBSCAN;
    }

    /** Whether a client with a missing value can't be used; medoids say so themselves where they can't. */
    boolean refusesMissing() {
        return !takesLevels() && preparation.missing("") == MissingValues.REFUSE;
    }

    boolean takesLogarithm() {
        return preparation.scale("") == Scale.LOG1P || preparation.scale("") == Scale.LOG1P_Z;
    }

    /** The fitter of so many groups; those that find the number themselves don't mind it. */
    Clusterer of(int k, FeatureTable table) {
        return switch (kind) {
            case KMEANS -> KMeans.of(k).withPreparation(preparation).withSeed(seed);
            case MEDOIDS ->
                isMixed(table)
                        ? KMedoids.of(k).withSeed(seed)
                        : KMedoids.of(k).withEuclidean(preparation).withSeed(seed);
            case GMM -> GaussianMixture.of(k).withPreparation(preparation).withSeed(seed);
            case DBSCAN -> Dbscan.of(radius, least).withPreparation(preparation);
            case HDBSCAN -> Hdbscan.of(Math.max(2, least)).withMinPoints(least).withPreparation(preparation);
        };
    }

    /** The mixture with the least BIC over numbers of components and families. */
    MixtureSelection selection(FeatureTable table, int most, Run run) {
        GaussianMixture options =
                GaussianMixture.of(1).withPreparation(preparation).withSeed(seed);
        return MixtureSelection.of(
                options, table, most, List.of(Covariance.values()), MixtureSelection.Criterion.BIC, run);
    }

    /** The distances of clients as the model takes them. */
    static RowDistances distances(ClusterModel model, FeatureTable table) {
        Optional<FeatureTable> coordinates = coordinates(model, table);
        return coordinates.isPresent()
                ? Euclidean.of(coordinates.get().schema()).over(coordinates.get())
                : Gower.defaults().fit(table).over(table);
    }

    /** The clients' places in the model's coordinates, if it has any. */
    static Optional<FeatureTable> coordinates(ClusterModel model, FeatureTable table) {
        return preparation(model)
                .map(prepared -> FeatureTable.of(table.schema(), table.clients(), prepared.columns(table)));
    }

    private static Optional<FittedPreparation> preparation(ClusterModel model) {
        if (model instanceof KMeansModel means) {
            return Optional.of(means.preparation());
        }
        if (model instanceof GaussianMixtureModel mixture) {
            return Optional.of(mixture.preparation());
        }
        if (model instanceof DbscanModel dense) {
            return Optional.of(dense.preparation());
        }
        if (model instanceof HdbscanModel dense) {
            return Optional.of(dense.preparation());
        }
        return model instanceof KMedoidsModel medoids ? medoids.preparation() : Optional.empty();
    }

    private static boolean isMixed(FeatureTable table) {
        return table.schema().features().stream()
                .anyMatch(feature -> feature.type().hasLevels());
    }
}
