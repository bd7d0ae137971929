package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.density.Dbscan;
import io.lendcrm.segmentation.density.Hdbscan;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.distance.RowDistances;
import io.lendcrm.segmentation.hierarchy.Agglomerative;
import io.lendcrm.segmentation.hierarchy.Dendrogram;
import io.lendcrm.segmentation.hierarchy.Linkage;
import io.lendcrm.segmentation.medoid.KMedoids;
import io.lendcrm.segmentation.mixture.Covariance;
import io.lendcrm.segmentation.mixture.GaussianMixture;
import io.lendcrm.segmentation.mixture.MixtureSelection;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import io.lendcrm.segmentation.prototype.KPrototypes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An engine as the command line offers it.
 *
 * @param kind which
 * @param preparation how numbers are made comparable
 * @param seed the seed of randomness, where there is any
 * @param radius of DBSCAN
 * @param least how many clients are dense
 * @param gamma what a text that doesn't match costs k-prototypes; empty for their default
 */
record Engine(SegmentMethod kind, Preparation preparation, long seed, double radius, int least, OptionalDouble gamma) {

    /** The name that {@code --method} takes. */
    String method() {
        return Choice.word(kind);
    }

    /** Whether it takes texts beside numbers. */
    boolean takesLevels() {
        return kind == SegmentMethod.MEDOIDS
                || kind == SegmentMethod.KPROTOTYPES
                || kind == SegmentMethod.AGGLOMERATIVE;
    }

    /** Whether it is told how many groups to find. */
    boolean takesK() {
        return kind != SegmentMethod.DBSCAN && kind != SegmentMethod.HDBSCAN;
    }

    /** Whether a client with a missing value can't be used; medoids say so themselves where they can't. */
    boolean refusesMissing() {
        return (kind == SegmentMethod.KPROTOTYPES || !takesLevels()) && preparation.missing("") == MissingValues.REFUSE;
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
            case KPROTOTYPES -> {
                KPrototypes fitter =
                        KPrototypes.of(k).withPreparation(preparation).withSeed(seed);
                yield gamma.isPresent() ? fitter.withGamma(gamma.getAsDouble()) : fitter;
            }
            case GMM -> GaussianMixture.of(k).withPreparation(preparation).withSeed(seed);
            case AGGLOMERATIVE -> linked(k, table);
            case DBSCAN -> Dbscan.of(radius, least).withPreparation(preparation);
            case HDBSCAN -> Hdbscan.of(Math.max(2, least)).withMinPoints(least).withPreparation(preparation);
        };
    }

    private Agglomerative linked(int k, FeatureTable table) {
        return isMixed(table)
                ? Agglomerative.of(Linkage.AVERAGE, k).withGower(Gower.defaults())
                : Agglomerative.of(Linkage.WARD, k).withPreparation(preparation);
    }

    /** The tree whose cut the groups are, if there is one. */
    Optional<Dendrogram> tree(FeatureTable table) {
        return kind == SegmentMethod.AGGLOMERATIVE
                ? Optional.of(linked(1, table).dendrogram(table, Run.sequential()))
                : Optional.empty();
    }

    /**
     * Whether clients are compared by Gower's distance, without coordinates: k-prototypes of texts are judged by it,
     * too.
     */
    boolean usesGower(FeatureTable table) {
        return takesLevels() && isMixed(table);
    }

    /** The mixture with the least BIC over numbers of components and families. */
    MixtureSelection selection(FeatureTable table, int most, Run run) {
        GaussianMixture options =
                GaussianMixture.of(1).withPreparation(preparation).withSeed(seed);
        return MixtureSelection.of(
                options, table, most, List.of(Covariance.values()), MixtureSelection.Criterion.BIC, run);
    }

    /** The distances of some of the table's clients as the engine takes them. */
    RowDistances distances(FeatureTable table, int[] rows) {
        return coordinates(table, rows)
                .map(places -> Euclidean.of(places.schema()).over(places))
                .orElseGet(() -> Gower.defaults().fit(table).over(Validity.rows(table, rows)));
    }

    /** The places of some of the table's clients on the scale of all, if there are only numbers. */
    Optional<FeatureTable> coordinates(FeatureTable table, int[] rows) {
        if (usesGower(table)) {
            return Optional.empty();
        }
        FeatureTable places = FeatureTable.of(
                FeatureSchema.of(table.schema().names().stream()
                        .map(name -> Feature.numeric(name, ""))
                        .toList()),
                table.clients(),
                preparation.fit(table, method()).columns(table));
        return Optional.of(rows.length == table.rows() ? places : Validity.rows(places, rows));
    }

    private static boolean isMixed(FeatureTable table) {
        return table.schema().features().stream()
                .anyMatch(feature -> feature.type().hasLevels());
    }
}
