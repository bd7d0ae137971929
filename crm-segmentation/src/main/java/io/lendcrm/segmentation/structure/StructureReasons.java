package io.lendcrm.segmentation.structure;

import io.lendcrm.core.reason.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The rule of {@link StructureSearch}, and what it says of itself. */
final class StructureReasons {

    /** In standard errors; with the two references and the numbers of clusters about 1 % of flat tables exceed it. */
    static final double EXCESS = 3;

    /** Tibshirani and Walther's bound. */
    static final double STRENGTH = 0.8;

    private StructureReasons() {}

    static StructureFinding judge(List<ClusterCandidate> candidates, GapCurve box, int rows) {
        List<ClusterCandidate> real =
                candidates.stream().filter(c -> c.excess() > EXCESS).toList();
        List<ClusterCandidate> lasting =
                real.stream().filter(c -> c.strength().mean() >= STRENGTH).toList();
        List<Reason> reasons = new ArrayList<>();
        OptionalInt clusters = OptionalInt.empty();
        StructureVerdict verdict;
        ClusterCandidate clearest = candidates.stream()
                .max(Comparator.comparingDouble(ClusterCandidate::excess))
                .orElseThrow();
        if (real.isEmpty()) {
            verdict = StructureVerdict.NONE;
            reasons.add(excess("structure.none", clearest));
        } else if (lasting.isEmpty()) {
            verdict = StructureVerdict.NOT_REPRODUCIBLE;
            ClusterCandidate strongest = real.stream()
                    .max(Comparator.comparingDouble(c -> c.strength().mean()))
                    .orElseThrow();
            reasons.add(excess("structure.present", clearest));
            reasons.add(strength("structure.fleeting", strongest));
        } else {
            verdict = StructureVerdict.CLUSTERS;
            ClusterCandidate chosen = lasting.get(lasting.size() - 1);
            clusters = OptionalInt.of(chosen.clusters());
            reasons.add(excess("structure.present", chosen));
            reasons.add(strength("structure.lasting", chosen));
        }
        return new StructureFinding(verdict, clusters, candidates, box.firstSeMax(), box.tibshirani(), rows, reasons);
    }

    static List<Reason> indivisible() {
        return List.of(Reason.of("structure.indivisible", 0));
    }

    private static Reason excess(String code, ClusterCandidate candidate) {
        return Reason.of(
                code,
                candidate.excess(),
                Map.of(
                        "clusters", Integer.toString(candidate.clusters()),
                        "excess", rounded(candidate.excess(), 1),
                        "limit", rounded(EXCESS, 0)));
    }

    private static Reason strength(String code, ClusterCandidate candidate) {
        return Reason.of(
                code,
                candidate.strength().mean(),
                Map.of(
                        "clusters", Integer.toString(candidate.clusters()),
                        "strength", rounded(candidate.strength().mean(), 2),
                        "limit", rounded(STRENGTH, 2),
                        "stability", rounded(candidate.stability().least(), 2)));
    }

    private static String rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
