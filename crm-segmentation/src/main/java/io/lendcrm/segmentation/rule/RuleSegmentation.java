package io.lendcrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Segment;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Segments in order, each with a condition; a client goes to the first whose condition holds. Whether every client falls
 * into exactly one, {@link PartitionProof} tells. A client that none takes isn't assigned ({@code segment.no-rule}).
 *
 * <p>Stands wherever a clustering does: distances are 0, the margin is infinite if one condition only holds and 0 if
 * others would have held too, nobody is outside, there is no objective, and segments count no clients. The reason is
 * {@code rule.holds} with {@code segment} and {@code condition}; the client's values don't enter it. Further conditions
 * that hold are named by {@code rule.also-holds}. Immutable and thread-safe.
 */
public final class RuleSegmentation implements ClusterModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "rule-segments";

    private final ModelInfo info;
    private final List<RuleSegment> rules;
    private final List<Segment> segments;

    RuleSegmentation(ModelInfo info, List<RuleSegment> rules) {
        this.info = requireNonNull(info, "info");
        this.rules = List.copyOf(rules);
        if (this.rules.isEmpty()) {
            throw new IllegalArgumentException("segments must be at least one, found none");
        }
        if (this.rules.stream().map(RuleSegment::id).distinct().count() < this.rules.size()) {
            throw new IllegalArgumentException("segments must have distinct names, found "
                    + this.rules.stream().map(RuleSegment::id).toList());
        }
        this.rules.forEach(rule -> rule.condition().check(info.schema()));
        this.segments =
                this.rules.stream().map(rule -> new Segment(rule.id(), 0, 0)).toList();
    }

    /**
     * Segments of these conditions.
     *
     * @param schema the features the conditions read; more do no harm
     * @param rules the segments in order
     * @param run whose clock dates them
     * @return the segmentation
     * @throws IllegalArgumentException if there is no segment, two share a name, or a condition doesn't suit a feature
     */
    public static RuleSegmentation of(FeatureSchema schema, List<RuleSegment> rules, Run run) {
        return new RuleSegmentation(ModelInfo.of(TYPE, run, 0, "").withSchema(schema), rules);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return the segments with their conditions, in order} */
    public List<RuleSegment> rules() {
        return rules;
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public Assignment assign(FeatureRow client) {
        FeatureRow row = schema().bind(client);
        List<RuleSegment> hold =
                rules.stream().filter(rule -> rule.condition().holds(row)).toList();
        if (hold.isEmpty()) {
            return new Assignment.NotAssigned(
                    row.client(),
                    ReasonCode.of("segment.no-rule"),
                    "none of the " + rules.size() + " conditions holds");
        }
        List<Reason> reasons = hold.stream()
                .map(rule -> Reason.of(
                        rule.equals(hold.get(0)) ? "rule.holds" : "rule.also-holds",
                        0,
                        Map.of(
                                "segment",
                                rule.id().value(),
                                "condition",
                                rule.condition().toString())))
                .toList();
        return new Assignment.Assigned(
                row.client(), hold.get(0).id(), 0, hold.size() == 1 ? Double.POSITIVE_INFINITY : 0, false, reasons);
    }

    /** {@return empty: rules make nothing small} */
    @Override
    public OptionalDouble objective() {
        return OptionalDouble.empty();
    }

    /** {@return the names of the segments} */
    @Override
    public String toString() {
        return "RuleSegmentation" + rules.stream().map(RuleSegment::id).toList();
    }
}
