package io.lendcrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.tier.RiskTier;
import io.lendcrm.core.tier.ValueTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The grid of behaviour, value and risk: a segment for each combination, named {@code behaviour/value/risk}, with all three
 * conditions. If each axis by itself takes every client exactly once, so does the grid. Immutable and thread-safe.
 *
 * @param behaviour the segments by behaviour
 * @param value the segments by worth
 * @param risk the segments by risk
 */
public record SegmentGrid(List<RuleSegment> behaviour, List<RuleSegment> value, List<RuleSegment> risk) {

    public SegmentGrid {
        behaviour = List.copyOf(behaviour);
        value = List.copyOf(value);
        risk = List.copyOf(risk);
    }

    /**
     * An axis of the tiers of worth, read from a category whose levels are their names in lower case.
     *
     * @param feature the category's name
     * @return a segment for each tier; a client of no known tier is in none of them
     */
    public static List<RuleSegment> valueAxis(String feature) {
        return axis(feature, ValueTier.values());
    }

    /**
     * An axis of the tiers of risk, read from a category whose levels are their names in lower case.
     *
     * @param feature the category's name
     * @return a segment for each tier; a client of no known tier is in none of them
     */
    public static List<RuleSegment> riskAxis(String feature) {
        return axis(feature, RiskTier.values());
    }

    private static List<RuleSegment> axis(String feature, Enum<?>[] tiers) {
        requireNonNull(feature, "feature");
        return Arrays.stream(tiers)
                .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                .map(tier -> RuleSegment.of(tier, new Condition.InSet(feature, Set.of(tier))))
                .toList();
    }

    /**
     * The segments of the grid.
     *
     * @param schema the features the conditions read
     * @param run whose clock dates them
     * @return a segment for each combination, in the order of behaviour, then value, then risk
     * @throws IllegalArgumentException if an axis is empty, names a segment twice, or doesn't suit the features
     */
    public RuleSegmentation segmentation(FeatureSchema schema, Run run) {
        List<RuleSegment> cells = new ArrayList<>();
        for (RuleSegment b : behaviour) {
            for (RuleSegment v : value) {
                for (RuleSegment r : risk) {
                    cells.add(RuleSegment.of(
                            b.id() + "/" + v.id() + "/" + r.id(),
                            new Condition.And(List.of(b.condition(), v.condition(), r.condition()))));
                }
            }
        }
        return RuleSegmentation.of(schema, cells, run);
    }

    /**
     * Proves each axis by itself, which takes far fewer cells than the grid: if all three are a partition of the clients,
     * the grid is one.
     *
     * @param schema the features the conditions read
     * @param given what is known of every client
     * @param mostCells how many cells to look into at most for an axis
     * @return the proofs of behaviour, value and risk
     */
    public List<PartitionProof> proofs(FeatureSchema schema, Condition given, long mostCells) {
        return List.of(behaviour, value, risk).stream()
                .map(axis -> PartitionProof.of(RuleSegmentation.of(schema, axis, Run.sequential()), given, mostCells))
                .toList();
    }
}
