package io.lendcrm.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.rule.Condition.And;
import io.lendcrm.segmentation.rule.Condition.Compare;
import io.lendcrm.segmentation.rule.Condition.InSet;
import io.lendcrm.segmentation.rule.Condition.Missing;
import io.lendcrm.segmentation.rule.Condition.Not;
import io.lendcrm.segmentation.rule.Condition.Or;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSegmentationTest {

    static final FeatureSchema SCHEMA = FeatureSchema.of(
            Feature.numeric("balance", "EUR"),
            Feature.nominal("value_tier", List.of("low", "medium", "high", "top")),
            Feature.nominal("risk_tier", List.of("low", "moderate", "elevated", "high")));
    private static final Condition KNOWN = new And(List.of(
            new Not(new Missing("balance")),
            tiersKnown("value_tier", "low", "medium", "high", "top"),
            tiersKnown("risk_tier", "low", "moderate", "elevated", "high")));

    private static Condition tiersKnown(String feature, String... levels) {
        return new InSet(feature, Set.of(levels));
    }

    static RuleSegmentation segments() {
        return RuleSegmentation.of(
                SCHEMA,
                List.of(
                        RuleSegment.of("unknown", new Missing("balance")),
                        RuleSegment.of("small", new Compare("balance", ComparisonOperator.LESS, 1000)),
                        RuleSegment.of(
                                "large-and-safe",
                                new And(List.of(
                                        new Compare("balance", ComparisonOperator.AT_LEAST, 1000),
                                        new InSet("risk_tier", Set.of("low"))))),
                        RuleSegment.of(
                                "large",
                                new And(List.of(
                                        new Compare("balance", ComparisonOperator.AT_LEAST, 1000),
                                        new Not(new InSet("risk_tier", Set.of("low"))))))),
                Run.sequential());
    }

    private static FeatureRow client(double balance) {
        return SCHEMA.row(ClientId.of("C-1"))
                .set("balance", balance)
                .set("risk_tier", "low")
                .build();
    }

    @Test
    void aClientGoesToTheFirstSegmentWhoseConditionHolds() {
        Assignment.Assigned assigned = (Assignment.Assigned) segments().assign(client(2000));
        assertThat(assigned.segment()).hasToString("large-and-safe");
        assertThat(assigned.reasons().get(0).arguments())
                .containsEntry("condition", "balance >= 1000 and risk_tier in [low]");
        assertThat(((Assignment.Assigned) segments().assign(client(Double.NaN))).segment())
                .hasToString("unknown");
    }

    @Test
    void provesThatEveryClientFallsIntoExactlyOneSegment() {
        PartitionProof proof = PartitionProof.of(segments());
        assertThat(proof.partition()).isTrue();
        assertThat(proof.unreachable()).isEmpty();
        assertThat(proof.cells()).isEqualTo(4 * 6);
    }

    @Test
    void aGapOfOneNumberIsFound() {
        RuleSegmentation gap = RuleSegmentation.of(
                SCHEMA,
                List.of(
                        RuleSegment.of("below", new Compare("balance", ComparisonOperator.LESS, 1000)),
                        RuleSegment.of("above", new Compare("balance", ComparisonOperator.GREATER, 1000))),
                Run.sequential());
        PartitionProof proof = PartitionProof.of(gap, new Not(new Missing("balance")), 100);
        assertThat(proof.complete()).isEqualTo(PartitionProof.Verdict.REFUTED);
        assertThat(proof.disjoint()).isEqualTo(PartitionProof.Verdict.PROVEN);
        assertThat(proof.inNone().orElseThrow().value("balance")).isEqualTo(1000);
        assertThat(gap.assign(proof.inNone().orElseThrow())).isInstanceOf(Assignment.NotAssigned.class);
    }

    @Test
    void anOverlapAndASegmentThatNobodyReachesAreFound() {
        RuleSegmentation overlap = RuleSegmentation.of(
                SCHEMA,
                List.of(
                        RuleSegment.of("any", new And(List.of())),
                        RuleSegment.of("rich", new Condition.Between("balance", 1000, 2000))),
                Run.sequential());
        PartitionProof proof = PartitionProof.of(overlap);
        assertThat(proof.complete()).isEqualTo(PartitionProof.Verdict.PROVEN);
        assertThat(proof.disjoint()).isEqualTo(PartitionProof.Verdict.REFUTED);
        assertThat(proof.inTwo().orElseThrow().value("balance")).isBetween(1000.0, 2000.0);
        assertThat(proof.unreachable()).hasToString("[rich]");
    }

    @Test
    void tooManyCellsAreNotProvenRatherThanGuessed() {
        PartitionProof proof = PartitionProof.of(segments(), new And(List.of()), 5);
        assertThat(proof.complete()).isEqualTo(PartitionProof.Verdict.NOT_PROVEN);
        assertThat(proof.partition()).isFalse();
        assertThat(proof.cells()).isEqualTo(5);
    }

    @Test
    void theGridOfThreeAxesIsAPartitionIfEachAxisIs() {
        SegmentGrid grid = new SegmentGrid(
                List.of(
                        RuleSegment.of("saver", new Compare("balance", ComparisonOperator.AT_LEAST, 1000)),
                        RuleSegment.of("spender", new Compare("balance", ComparisonOperator.LESS, 1000))),
                SegmentGrid.valueAxis("value_tier"),
                SegmentGrid.riskAxis("risk_tier"));
        RuleSegmentation cells = grid.segmentation(SCHEMA, Run.sequential());
        assertThat(cells.segments()).hasSize(2 * 4 * 4);
        assertThat(grid.proofs(SCHEMA, KNOWN, 1000)).allMatch(PartitionProof::partition);
        assertThat(PartitionProof.of(cells, KNOWN, 10_000).partition()).isTrue();
        assertThat(PartitionProof.of(cells).complete()).isEqualTo(PartitionProof.Verdict.REFUTED);
        FeatureRow client = SCHEMA.row(ClientId.of("C-1"))
                .set("balance", 5000)
                .set("value_tier", "top")
                .set("risk_tier", "elevated")
                .build();
        assertThat(((Assignment.Assigned) cells.assign(client)).segment()).hasToString("saver/top/elevated");
    }

    @Test
    void conditionsAreReadFromJson() {
        String json = "{\"any\":[{\"compare\":\"balance\",\"is\":\">=\",\"value\":1000.5},"
                + "{\"not\":{\"in\":\"risk_tier\",\"levels\":[\"low\",\"moderate\"]}},"
                + "{\"all\":[{\"between\":\"balance\",\"from\":1.0,\"to\":2.0},{\"missing\":\"value_tier\"}]}]}";
        Condition condition = Condition.read(DocumentReader.of(DocumentJson.readTree(json), "$"));
        assertThat(condition)
                .hasToString("balance >= 1000.5 or not (risk_tier in [low, moderate])"
                        + " or (1 <= balance <= 2 and value_tier is missing)");
        assertThat(DocumentJson.toLine(condition.document()).replace(" ", "")).isEqualTo(json);
        assertThat(condition).isInstanceOf(Or.class);
    }

    @Test
    void faultsOfJsonNameTheirPlace() {
        assertFault("{\"compare\":\"balance\",\"is\":\"~\",\"value\":1}", "$.is", "must be one of <, <=, =, >=, >");
        assertFault("{\"all\":[{\"missing\":\"a\",\"not\":{}}]}", "$.all[0]", "a condition must have one of");
        assertFault("{\"missing\":\"a\",\"else\":1}", "$", "unknown property \"else\"");
        assertFault("{\"between\":\"a\",\"from\":2,\"to\":1}", "$", "to must not be below from=2.0");
        String deep = "{\"not\":".repeat(40) + "{\"missing\":\"a\"}" + "}".repeat(40);
        assertFault(deep, "$.not", "nest at most 32 deep");
    }

    private static void assertFault(String json, String place, String problem) {
        assertThatThrownBy(() -> Condition.read(DocumentReader.of(DocumentJson.readTree(json), "$")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesConditionsThatDoNotSuitTheFeatures() {
        assertThatThrownBy(() -> RuleSegmentation.of(
                        SCHEMA,
                        List.of(RuleSegment.of("x", new Compare("risk_tier", ComparisonOperator.LESS, 1))),
                        Run.sequential()))
                .hasMessageContaining("risk_tier must be compared with levels");
        assertThatThrownBy(() -> new InSet("risk_tier", Set.of("none")).check(SCHEMA))
                .hasMessageContaining("levels of risk_tier must be among");
        assertThatThrownBy(() -> new Missing("height").check(SCHEMA)).hasMessageContaining("feature must be one of");
    }
}
