package io.lendcrm.scoring.risk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every way of scoring gives the same bits; reasons are those of the rule, spelt out; the smallest change is the smallest. */
class ScorecardProperties {

    private static final int ROWS = 700;

    @Property(tries = 60)
    void all_ways_give_the_same_bits(@ForAll long seed, @ForAll boolean whole, @ForAll boolean groups) {
        Random random = new Random(seed);
        Scorecard card = Cards.random(random, whole, groups);
        Scorecard again = ModelJson.standard().read(ModelJson.standard().write(card), Scorecard.class);
        assertThat(again).isEqualTo(card);
        List<FeatureRow> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(FeatureRow.of(ClientId.of("C-" + i), card.schema(), Cards.row(card, random)));
        }
        FeatureTable table = FeatureTable.of(card.schema(), rows);
        BoundTable bound = card.schema().bind(table);
        double[] byTable = new double[ROWS];
        double[] byColumns = new double[ROWS];
        double[] byBins = new double[ROWS];
        card.score(bound, 3, ROWS, byTable);
        card.score(table.toColumns(), 3, ROWS, byColumns);
        card.scoreBins(card.bins(bound), 3, ROWS, byBins);
        ReasonBuffer buffer = ReasonBuffer.of(4);
        for (int i = 3; i < ROWS; i++) {
            double[] row = rows.get(i).toArray();
            Double score = card.score(row);
            assertThat(score).isEqualTo((Double) spelledOut(card, row));
            assertThat(byTable[i]).isEqualTo(score);
            assertThat(byColumns[i]).isEqualTo(score);
            assertThat(byBins[i]).isEqualTo(score);
            assertThat(card.score(row, buffer)).isEqualTo(score);
            assertThat(again.score(row)).isEqualTo(score);
            assertThat(card.score(map(card, row))).isEqualTo(score);
            if (card.score(rows.get(i)) instanceof Score.Scored scored) {
                assertThat(scored.value()).isEqualTo(score);
            } else {
                assertThat(score).isNaN();
            }
        }
    }

    /** Numbers first, then levels: the order of the sum. */
    private static double spelledOut(Scorecard card, double[] row) {
        double sum = card.base();
        for (boolean levels : new boolean[] {false, true}) {
            for (int i = 0; i < row.length; i++) {
                Characteristic line = card.characteristics().get(i);
                if (line.bins().feature().type().hasLevels() == levels) {
                    sum += line.points(line.bins().bin(row[i]));
                }
            }
        }
        return sum;
    }

    private static Map<String, Object> map(Scorecard card, double[] row) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            Feature feature = card.schema().feature(i);
            if (!Double.isNaN(row[i])) {
                map.put(
                        feature.name(),
                        !feature.type().hasLevels()
                                ? row[i]
                                : row[i] < 0
                                        ? "never heard of"
                                        : feature.levels().get((int) row[i]));
            }
        }
        return map;
    }

    @Property(tries = 60)
    void reasons_are_those_of_the_rule(@ForAll long seed, @ForAll boolean whole, @ForAll boolean groups) {
        Random random = new Random(seed);
        Scorecard card = Cards.random(random, whole, groups);
        ReasonBuffer buffer = ReasonBuffer.of(1 + random.nextInt(6));
        for (int i = 0; i < 200; i++) {
            double[] row = Cards.row(card, random);
            FeatureRow client = FeatureRow.of(ClientId.of("C"), card.schema(), row);
            double score = card.score(row, buffer);
            if (Double.isNaN(score)) {
                assertThat(buffer.size()).isZero();
                assertThat(card.adverseReasons(client, 4)).isEmpty();
                continue;
            }
            List<Map.Entry<String, Double>> expected =
                    differences(card, row).stream().limit(buffer.capacity()).toList();
            assertThat(buffer.size()).isEqualTo(expected.size());
            List<Reason> told = card.adverseReasons(client, buffer.capacity());
            assertThat(told).hasSameSizeAs(expected);
            for (int rank = 0; rank < buffer.size(); rank++) {
                assertThat(card.reasonNames().get(buffer.reason(rank)))
                        .isEqualTo(expected.get(rank).getKey());
                assertThat(buffer.difference(rank)).isEqualTo(expected.get(rank).getValue());
                assertThat(Math.abs(told.get(rank).contribution())).isEqualTo(buffer.difference(rank));
            }
            Score.Scored scored = (Score.Scored) card.score(client);
            assertThat(scored.reasons().stream()
                            .mapToDouble(Reason::contribution)
                            .sum())
                    .isCloseTo(scored.value() - scored.base(), within(1e-9));
        }
    }

    /** The rule as it is written: differences added by reason, positive ones in falling order, ties by the card's order. */
    private static List<Map.Entry<String, Double>> differences(Scorecard card, double[] row) {
        ReasonRule rule = card.reasonRule();
        double[] baselines = rule.baselines(card.characteristics());
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            Characteristic line = card.characteristics().get(i);
            double below = baselines[i] - line.points(line.bins().bin(row[i]));
            String name = line.reason().map(Object::toString).orElse(line.name());
            sums.merge(name, rule.pointsAreRisk() ? -below : below, Double::sum);
        }
        List<Map.Entry<String, Double>> ranked = new ArrayList<>(sums.entrySet());
        ranked.removeIf(entry -> entry.getValue() <= 0);
        ranked.sort(Comparator.comparingDouble(entry -> -entry.getValue()));
        return ranked;
    }

    @Property(tries = 60)
    void the_smallest_change_is_the_smallest(@ForAll long seed) {
        Random random = new Random(seed);
        Scorecard card = Cards.random(random, true, false);
        SmallestChange search = SmallestChange.of(card);
        List<String> names = new ArrayList<>(card.schema().names())
                .subList(0, Math.min(4, card.schema().size()));
        Map<String, SmallestChange.Mutability> how = new HashMap<>();
        Map<String, Double> effort = new HashMap<>();
        for (String name : names) {
            boolean levels = name.startsWith("l");
            SmallestChange.Mutability mutability =
                    levels ? SmallestChange.Mutability.FREE : SmallestChange.Mutability.values()[random.nextInt(4)];
            how.put(name, mutability);
            effort.put(name, 1.0 + random.nextInt(3));
            search = search.with(name, mutability, effort.get(name));
        }
        double[] row = Cards.row(card, random);
        FeatureRow client = FeatureRow.of(ClientId.of("C"), card.schema(), row);
        boolean risk = card.reasonRule().pointsAreRisk();
        double target = card.lowest() + (card.highest() - card.lowest()) * random.nextDouble();
        double least = leastEffort(card, row, 0, new int[row.length], 0, how, effort, target);
        assertThat(search.reach(client, target)).satisfies(plan -> {
            assertThat(plan.isPresent()).isEqualTo(least < Double.POSITIVE_INFINITY);
            plan.ifPresent(found -> {
                assertThat(found.effort()).isEqualTo(least);
                assertThat(risk ? -found.score() : found.score()).isGreaterThanOrEqualTo(risk ? -target : target);
            });
        });
    }

    /** Tries everything. */
    private static double leastEffort(
            Scorecard card,
            double[] row,
            int at,
            int[] bins,
            double spent,
            Map<String, SmallestChange.Mutability> how,
            Map<String, Double> effort,
            double target) {
        if (at == row.length) {
            double score = card.base();
            for (int i = 0; i < bins.length; i++) {
                score += card.characteristics().get(i).points(bins[i]);
            }
            return (card.reasonRule().pointsAreRisk() ? score <= target : score >= target)
                    ? spent
                    : Double.POSITIVE_INFINITY;
        }
        Characteristic line = card.characteristics().get(at);
        int now = line.bins().bin(row[at]);
        boolean known = now < line.bins().ordinary();
        bins[at] = now;
        double least = leastEffort(card, row, at + 1, bins, spent, how, effort, target);
        SmallestChange.Mutability mutability = how.getOrDefault(line.name(), SmallestChange.Mutability.FIXED);
        for (int bin = 0; bin < line.bins().ordinary(); bin++) {
            boolean may = switch (mutability) {
                case FIXED -> false;
                case MAY_RISE -> known && bin > now;
                case MAY_FALL -> known && bin < now;
                case FREE -> bin != now;
            };
            if (may) {
                boolean nominal = line.bins().feature().type().hasLevels();
                double steps = nominal || !known ? 1 : Math.abs(bin - now);
                bins[at] = bin;
                double found = leastEffort(
                        card, row, at + 1, bins, spent + steps * effort.get(line.name()), how, effort, target);
                least = Math.min(least, found);
            }
        }
        return least;
    }
}
