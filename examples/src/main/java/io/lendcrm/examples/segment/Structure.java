package io.lendcrm.examples.segment;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.examples.command.Choice;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.structure.ClusterCandidate;
import io.lendcrm.segmentation.structure.StructureFinding;
import io.lendcrm.segmentation.structure.StructureSearch;
import io.lendcrm.segmentation.structure.StructureVerdict;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether the clients fall into groups at all.
 *
 * @param verdict {@code clusters}, {@code not-reproducible}, {@code weak} or {@code none}; empty if it is to be seen from the
 *     groups' silhouette
 * @param reason why, in words
 * @param advised how many groups to look for; 0 if there is no advice
 */
record Structure(String verdict, String reason, int advised) {

    /** Means below it say that there is hardly any structure (Kaufman and Rousseeuw 1990). */
    private static final double WEAK = 0.25;

    /** Of more clients a random sample is looked at, for time. */
    private static final int MOST = 2_000;

    /** Nobody looked, or nobody could. */
    static final Structure UNSEEN = new Structure("", "", 0);

    /** What k-means finds in the engine's coordinates; unseen if there are none, or too few clients to tell. */
    static Structure of(Engine engine, FeatureTable table, Run run) {
        if (engine.usesGower(table)) {
            return UNSEEN;
        }
        try {
            int[] all = IntStream.range(0, table.rows()).toArray();
            FeatureTable looked = Validity.rows(table, RowSample.of(all, MOST, engine.seed()));
            StructureFinding finding = StructureSearch.of(
                            k -> KMeans.of(k).withStarts(1).withSeed(engine.seed()))
                    .withRepetitions(20, 10, 5)
                    .withPreparation(engine.preparation())
                    .withSeed(engine.seed())
                    .in(looked, run);
            return new Structure(
                    Choice.word(finding.verdict()),
                    finding.reasons().stream()
                            .map(reason -> ReasonCatalogue.standard().text(reason, Locale.ENGLISH))
                            .collect(Collectors.joining("; ")),
                    advised(finding));
        } catch (FitException e) {
            return UNSEEN;
        }
    }

    private static int advised(StructureFinding finding) {
        return finding.verdict() == StructureVerdict.NONE
                ? 1
                : finding.clusters()
                        .orElseGet(() -> finding.candidates().stream()
                                .max(Comparator.comparingDouble(ClusterCandidate::silhouette))
                                .map(ClusterCandidate::clusters)
                                .orElse(1));
    }

    /** This verdict, or else the silhouette's. */
    Structure orOf(Validity validity) {
        if (!verdict.isEmpty()) {
            return this;
        }
        if (validity.silhouette() == null) {
            return new Structure("none", "there are no two groups to be told apart", advised);
        }
        double mean = validity.silhouette().mean();
        return mean < WEAK
                ? new Structure("weak", "the mean silhouette is below " + WEAK, advised)
                : new Structure("clusters", "the mean silhouette is " + WEAK + " or more", advised);
    }
}
