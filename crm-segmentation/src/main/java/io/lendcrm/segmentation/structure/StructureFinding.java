package io.lendcrm.segmentation.structure;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether a table has clusters, how many, and why. Immutable and thread-safe.
 *
 * @param verdict whether
 * @param clusters how many clusters are advised; none unless the verdict is {@link StructureVerdict#CLUSTERS}
 * @param candidates every number that was tried, from 2
 * @param firstSeMax how many {@link GapCurve#firstSeMax()} advises, which may be 1; for comparison only
 * @param tibshirani how many {@link GapCurve#tibshirani()} advises; for comparison only
 * @param rows how many rows were looked at
 * @param reasons why, as codes for a reader's own language: {@code structure.*}
 */
public record StructureFinding(
        StructureVerdict verdict,
        OptionalInt clusters,
        List<ClusterCandidate> candidates,
        int firstSeMax,
        int tibshirani,
        int rows,
        List<Reason> reasons) {

    public StructureFinding {
        requireNonNull(verdict, "verdict");
        requireNonNull(clusters, "clusters");
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        if (clusters.isPresent() != (verdict == StructureVerdict.CLUSTERS)) {
            throw new IllegalArgumentException(
                    "clusters must be given for the verdict CLUSTERS and for no other, found " + verdict);
        }
    }
}
