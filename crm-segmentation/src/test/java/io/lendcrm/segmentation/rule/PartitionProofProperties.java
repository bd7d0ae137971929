package io.lendcrm.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a proof says holds for every client, and what it refutes has a client for it. */
class PartitionProofProperties {

    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            Feature.numeric("x", ""),
            Feature.numeric("y", ""),
            Feature.binary("b"),
            Feature.nominal("n", List.of("p", "q", "r")));

    @Property(tries = 300)
    void clientsAtRandomAgreeWithTheProof(@ForAll long seed) {
        Random random = new Random(seed);
        List<RuleSegment> rules = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Condition condition = condition(random, 3);
            rules.add(RuleSegment.of("s" + i, condition));
            if (random.nextInt(3) == 0) {
                rules.add(RuleSegment.of("not-s" + i, new Condition.Not(condition)));
            }
        }
        PartitionProof proof = PartitionProof.of(RuleSegmentation.of(SCHEMA, rules, Run.sequential()));
        proof.inNone().ifPresent(client -> assertThat(holding(rules, client)).isZero());
        proof.inTwo().ifPresent(client -> assertThat(holding(rules, client)).isGreaterThan(1));
        for (int i = 0; i < 200; i++) {
            long holding = holding(rules, client(random));
            assertThat(holding == 0 && proof.complete() == PartitionProof.Verdict.PROVEN)
                    .isFalse();
            assertThat(holding > 1 && proof.disjoint() == PartitionProof.Verdict.PROVEN)
                    .isFalse();
        }
    }

    private static long holding(List<RuleSegment> rules, FeatureRow client) {
        return rules.stream().filter(rule -> rule.condition().holds(client)).count();
    }

    private static Condition condition(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 ->
                new Condition.Compare(
                        random.nextBoolean() ? "x" : random.nextBoolean() ? "y" : "b",
                        ComparisonOperator.values()[random.nextInt(5)],
                        random.nextInt(3));
            case 1 -> new Condition.Between("x", random.nextInt(2), 1 + random.nextInt(3));
            case 2 -> new Condition.InSet("n", random.nextBoolean() ? Set.of("p") : Set.of("q", "r"));
            case 3 -> new Condition.Missing(random.nextBoolean() ? "x" : "n");
            case 4 -> new Condition.And(List.of(condition(random, depth - 1), condition(random, depth - 1)));
            case 5 -> new Condition.Or(List.of(condition(random, depth - 1), condition(random, depth - 1)));
            default -> new Condition.Not(condition(random, depth - 1));
        };
    }

    private static FeatureRow client(Random random) {
        return FeatureRow.of(
                ClientId.of("c"),
                SCHEMA,
                number(random),
                number(random),
                random.nextInt(5) == 0 ? Double.NaN : random.nextInt(2),
                random.nextInt(5) == 0 ? Double.NaN : random.nextInt(5) == 0 ? Feature.UNSEEN : random.nextInt(3));
    }

    private static double number(Random random) {
        return random.nextInt(5) == 0 ? Double.NaN : (random.nextInt(11) - 2) / 2.0;
    }
}
