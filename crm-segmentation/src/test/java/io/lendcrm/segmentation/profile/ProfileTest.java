package io.lendcrm.segmentation.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.NumericTables;
import io.lendcrm.segmentation.Segment;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.rule.PartitionProof;
import io.lendcrm.segmentation.rule.RuleSegment;
import io.lendcrm.segmentation.rule.RuleSegmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference: segmentation.json, profile_effect_sizes. */
class ProfileTest {

    private static Assignments assigned(List<ClientId> clients, int[] segment, int segments) {
        return Assignments.of(
                IntStream.range(0, segments)
                        .mapToObj(c -> new Segment(SegmentId.of("s" + c), 0, 0))
                        .toList(),
                clients,
                segment,
                Arrays.stream(segment).mapToDouble(s -> s < 0 ? Double.NaN : 0).toArray(),
                new boolean[segment.length]);
    }

    @Test
    void effectSizesOfRealBuyersByChannelEqualTheReference() {
        FeatureTable raw = NumericTables.read("wholesale-customers.csv", 0, 8);
        int[] channel =
                Arrays.stream(raw.column("x1")).mapToInt(c -> (int) c - 1).toArray();
        Assignments byChannel = assigned(raw.clients(), channel, 2);
        FeatureTable spend = raw.select(List.of("x3", "x4", "x6", "x7"));
        assertThat(EffectSize.of(spend, byChannel))
                .extracting(EffectSize::statistic)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 * b ? 0 : 1, Double.class)
                .containsExactly(13.993989973676143, 165.34978768344126, 24.51160371541416, 244.2907341455252);
        double[][] logs = Arrays.stream(spend.toColumns())
                .map(column -> Arrays.stream(column).map(Math::log1p).toArray())
                .toArray(double[][]::new);
        assertThat(EffectSize.of(FeatureTable.of(spend.schema(), raw.clients(), logs), byChannel))
                .extracting(EffectSize::strength)
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 * b ? 0 : 1, Double.class)
                .containsExactly(0.028723746085030876, 0.3332541433274721, 0.06004176994622706, 0.5286644049881225);
        FeatureTable region = FeatureTable.of(
                FeatureSchema.of(Feature.nominal("region", List.of("1", "2", "3"))),
                raw.clients(),
                Arrays.stream(raw.column("x2")).map(r -> r - 1).toArray());
        assertThat(EffectSize.of(region, byChannel).get(0).strength()).isCloseTo(0.09942039020030674, within(1e-12));
    }

    @Test
    void effectSizesOfRealCreditsByClassEqualTheReference() throws IOException {
        List<String[]> lines = Files.readAllLines(RealData.file("segmentation/german-credit.csv")).stream()
                .map(line -> line.split(","))
                .toList();
        List<String> header = Arrays.asList(lines.get(0));
        List<String[]> rows = lines.subList(1, lines.size());
        List<ClientId> clients = IntStream.range(0, rows.size())
                .mapToObj(i -> ClientId.of("c" + i))
                .toList();
        List<String> classes =
                rows.stream().map(row -> row[header.size() - 1]).distinct().toList();
        int[] byClass = rows.stream()
                .mapToInt(row -> classes.indexOf(row[header.size() - 1]))
                .toArray();
        Map<String, Double> expected = Map.of(
                "checking_status", 0.3517398804745711,
                "credit_history", 0.24837752910558458,
                "employment_since", 0.13552960505622672,
                "property", 0.15401152971081322,
                "foreign_worker", 0.08207949878149655,
                "duration_months", 0.04619347151797045,
                "age_years", 0.008304204729283527,
                "people_liable", 9.08933911415295e-06);
        List<Feature> features = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String name : expected.keySet()) {
            int at = header.indexOf(name);
            boolean number =
                    List.of("duration_months", "age_years", "people_liable").contains(name);
            List<String> levels = rows.stream().map(row -> row[at]).distinct().toList();
            features.add(number ? Feature.numeric(name, "") : Feature.nominal(name, levels));
            columns.add(rows.stream()
                    .mapToDouble(row -> number ? Double.parseDouble(row[at]) : levels.indexOf(row[at]))
                    .toArray());
        }
        FeatureTable table = FeatureTable.of(FeatureSchema.of(features), clients, columns.toArray(new double[0][]));
        for (EffectSize effect : EffectSize.of(table, assigned(clients, byClass, 2))) {
            double reference = expected.get(effect.feature());
            assertThat(effect.strength()).isCloseTo(reference, within(1e-9 * reference));
        }
    }

    @Test
    void aFeatureThatDoesNotVaryHasNoStrength() {
        FeatureTable table = NumericTables.of(new double[] {3, 3, 3, Double.NaN});
        EffectSize effect = EffectSize.of(table, assigned(table.clients(), new int[] {0, 1, 1, 0}, 2))
                .get(0);
        assertThat(effect.strength()).isNaN();
        assertThat(effect.known()).isEqualTo(3);
    }

    @Test
    void rulesSayWhatAClusteringOfFlowersSays() {
        FeatureTable iris = NumericTables.read("iris.csv", 0, 4);
        Assignments assigned = KMeans.of(3).withSeed(7).fit(iris).assign(iris);
        SurrogateTree tree = SurrogateTree.of(iris, assigned, 4, 3);
        assertThat(tree.fidelity()).isBetween(0.95, 1.0);
        assertThat(SurrogateTree.crossValidated(iris, assigned, 4, 3, 10, 1)).isBetween(0.85, tree.fidelity());
        assertThat(tree.leaves().stream().mapToInt(SurrogateTree.Leaf::clients).sum())
                .isEqualTo(150);
        assertThat(tree.toString()).contains("x3 <= ").contains("% pure");
        List<RuleSegment> rules = IntStream.range(0, tree.leaves().size())
                .mapToObj(i -> RuleSegment.of("leaf-" + i, tree.leaves().get(i).condition()))
                .toList();
        assertThat(PartitionProof.of(RuleSegmentation.of(iris.schema(), rules, Run.sequential()))
                        .partition())
                .isTrue();
    }

    @Test
    void aTreeFindsThePlantedRuleOverLevelsAndMissingValues() {
        FeatureSchema schema = FeatureSchema.of(
                Feature.numeric("noise", ""),
                Feature.nominal("sector", List.of("a", "b", "c")),
                Feature.ordinal("size", List.of("s", "m", "l")));
        int n = 60;
        double[] noise = IntStream.range(0, n).mapToDouble(i -> i * 7 % 11).toArray();
        double[] sector = IntStream.range(0, n)
                .mapToDouble(i -> i % 7 == 0 ? Double.NaN : i % 3)
                .toArray();
        double[] size = IntStream.range(0, n).mapToDouble(i -> i / 3 % 3).toArray();
        int[] truth = IntStream.range(0, n)
                .map(i -> sector[i] == 1 ? 0 : size[i] <= 1 ? 1 : 2)
                .toArray();
        List<ClientId> clients =
                IntStream.range(0, n).mapToObj(i -> ClientId.of("c" + i)).toList();
        FeatureTable table = FeatureTable.of(schema, clients, noise, sector, size);
        SurrogateTree tree = SurrogateTree.of(table, assigned(clients, truth, 3), 2, 1);
        assertThat(tree.fidelity()).isEqualTo(1);
        assertThat(tree.leaves()).hasSize(3);
        assertThat(tree.leaves().stream()
                        .flatMap(leaf -> leaf.condition().features().stream())
                        .distinct())
                .containsExactlyInAnyOrder("sector", "size");
    }

    @Test
    void personasAreNamedByTheirStrongestTraitsInBothLanguages() {
        FeatureSchema schema = FeatureSchema.of(
                Feature.numeric("balance", "EUR"),
                Feature.numeric("age", "years"),
                Feature.nominal("sector", List.of("a", "b")));
        List<ClientId> clients =
                IntStream.range(0, 4).mapToObj(i -> ClientId.of("c" + i)).toList();
        FeatureTable table = FeatureTable.of(
                schema, clients, new double[] {10, 11, 90, 91}, new double[] {40, 41, 40, 41}, new double[] {0, 0, 0, 1
                });
        List<SegmentProfile> profiles = SegmentProfile.of(table, assigned(clients, new int[] {0, 0, 1, 1}, 2), 1);
        Persona rich =
                Persona.of(profiles.get(1), Map.of("balance", new Persona.FeatureLabel("account balance", "账户余额")));
        assertThat(rich.english()).isEqualTo("high account balance");
        assertThat(rich.chinese()).isEqualTo("账户余额高");
        assertThat(rich.strategy()).isEqualTo(StrategyKey.of("balance-high"));
        assertThat(profiles.get(1).levels())
                .containsExactly(
                        new SegmentProfile.LevelTrait("sector", "a", 0.5, 0.75),
                        new SegmentProfile.LevelTrait("sector", "b", 0.5, 0.25));
        assertThat(profiles.get(1).levels().get(1).lift()).isEqualTo(2);
        SegmentProfile plain = SegmentProfile.of(table, assigned(clients, new int[] {0, 1, 1, 0}, 2), 1)
                .get(0);
        assertThat(Persona.of(plain, Map.of()).strategy()).isEqualTo(StrategyKey.of("average"));
    }

    @Test
    void refusesOptionsOutOfRange() {
        FeatureTable table = NumericTables.of(new double[] {1, 2});
        Assignments one = assigned(table.clients(), new int[] {0, 0}, 1);
        assertThatThrownBy(() -> SurrogateTree.of(table, one, 5, 1)).hasMessage("depth must be within [1, 4], found 5");
        assertThatThrownBy(() -> SurrogateTree.crossValidated(table, one, 2, 1, 3, 1))
                .hasMessage("folds must be within [2, assigned clients=2], found 3");
    }
}
