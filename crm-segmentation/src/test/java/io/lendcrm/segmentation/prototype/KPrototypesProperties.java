package io.lendcrm.segmentation.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.preparation.Preparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KPrototypesProperties {

    private final ModelJson json = ModelJson.standard();

    private static KPrototypes raw(int k) {
        return KPrototypes.of(k).withPreparation(Preparation.none());
    }

    @Property(tries = 60)
    void findsTheLeastCostOfAllPartitionsOfAFewClients(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 7) int n,
            @ForAll @IntRange(max = 2) int numbers,
            @ForAll @IntRange(min = 1, max = 3) int nominals) {
        FeatureTable table = Mixed.random(seed, n, numbers, nominals);
        MixedRows rows = rows(table, 3);
        if (rows.n >= 2) {
            double least = IntStream.range(1, (1 << n) - 1)
                    .mapToDouble(side -> cost(table, side, 3) + cost(table, ~side, 3))
                    .min()
                    .orElseThrow();
            assertThat(raw(2).withGamma(3).withSeed(seed).fit(table).cost()).isCloseTo(least, within(1e-9));
        }
    }

    /** The cost of the rows whose bits are set as one cluster, from the definition. */
    private static double cost(FeatureTable table, int bits, double gamma) {
        int[] own = IntStream.range(0, table.rows())
                .filter(i -> (bits >> i & 1) == 1)
                .toArray();
        double cost = 0;
        for (int j = 0; j < table.schema().size(); j++) {
            double[] values = table.column(j);
            if (table.schema().feature(j).type().hasLevels()) {
                long most = IntStream.range(0, Mixed.LEVELS)
                        .mapToLong(level -> Arrays.stream(own)
                                .filter(i -> values[i] == level)
                                .count())
                        .max()
                        .orElseThrow();
                cost += gamma * (own.length - most);
            } else {
                double mean =
                        Arrays.stream(own).mapToDouble(i -> values[i]).average().orElse(0);
                cost += Arrays.stream(own)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .sum();
            }
        }
        return cost;
    }

    @Property(tries = 15)
    void theCostIsTheSumOfDistancesAndTablesAndRowsAndStoredModelsAssignAlike(
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int numbers,
            @ForAll @IntRange(min = 1, max = 4) int nominals) {
        FeatureTable table = Mixed.random(seed, 60, numbers, nominals);
        KPrototypesModel model = KPrototypes.of(3).withSeed(seed).fit(table);
        KPrototypesModel read = json.read(json.write(model), KPrototypesModel.class);
        Assignments batch = model.assign(table);
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            Assignment.Assigned single = (Assignment.Assigned) model.assign(table.row(i));
            assertThat(single).isEqualTo(read.assign(table.row(i)));
            assertThat(single.distance()).isEqualTo(batch.distance(i));
            assertThat(single.segment())
                    .isEqualTo(model.segments().get(batch.segment(i)).id());
            assertThat(single.reasons().stream()
                            .mapToDouble(Reason::contribution)
                            .sum())
                    .isCloseTo(single.margin(), within(1e-9));
            sum += single.distance();
        }
        assertThat(model.objective().orElseThrow()).isCloseTo(sum, within(1e-9 * (1 + sum)));
        assertThat(Arrays.stream(batch.sizes()).asLongStream().toArray())
                .containsExactly(
                        model.segments().stream().mapToLong(s -> s.clients()).toArray());
        assertThat(json.write(read)).isEqualTo(json.write(model));
    }

    @Property(tries = 40)
    void everyPassLowersTheCostAndPrototypesAreMeansAndModes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int k) {
        MixedRows rows = rows(Mixed.random(seed, 80, 2, 3), 4);
        Partition partition = new Partition(rows, new Seeding(rows, k).spread(new SplittableRandom(seed)));
        partition.assign(Run.sequential());
        partition.update();
        for (int pass = 0; pass < 5; pass++) {
            double before = partition.cost;
            new SingleMoves(partition).improve(1);
            assertThat(partition.cost).isLessThanOrEqualTo(before * (1 + 1e-12));
        }
        new SingleMoves(partition).improve(100);
        double moved = partition.cost;
        assertThat(partition.assign(Run.sequential()))
                .as("an optimum of single moves is one of Lloyd's")
                .isFalse();
        partition.update();
        assertThat(partition.cost).isCloseTo(moved, within(1e-9));
    }

    @Property(tries = 25)
    void theOrderOfRowsMakesNoDifference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int k) {
        FeatureTable table = Mixed.random(seed, 50, 2, 2);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        FeatureTable shuffled =
                Mixed.rows(table, order.stream().mapToInt(i -> i).toArray());
        KPrototypesModel one = raw(k).withGamma(9).fit(table);
        KPrototypesModel other = raw(k).withGamma(9).fit(shuffled);
        assertThat(other.cost()).isEqualTo(one.cost());
        for (int c = 0; c < k; c++) {
            assertThat(other.prototype(c)).containsExactly(one.prototype(c));
        }
    }

    @Property(tries = 25)
    void rowsThatStandThereThriceCostThreeTimesAsMuch(@ForAll long seed) {
        FeatureTable table = Mixed.random(seed, 8, 1, 2);
        if (rows(table, 9).n >= 2) {
            FeatureTable thrice =
                    Mixed.rows(table, IntStream.range(0, 24).map(i -> i % 8).toArray());
            assertThat(raw(2).withGamma(9).fit(thrice).cost())
                    .isCloseTo(3 * raw(2).withGamma(9).fit(table).cost(), within(1e-9));
        }
    }

    @Property(tries = 20)
    void asManyClustersAsDistinctClientsCostNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int n) {
        FeatureTable table = Mixed.random(seed, n, 1, 2);
        int distinct = rows(table, 9).n;
        KPrototypesModel model = raw(distinct).withGamma(9).fit(table);
        assertThat(model.cost()).isZero();
        assertThat(model.segments()).allMatch(segment -> segment.clients() > 0);
    }

    @Property(tries = 15)
    void numbersAloneAreKMeans(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int k) {
        FeatureTable table = Mixed.random(seed, 40, 2, 0);
        double within = KMeans.of(k).fit(table).withinSumOfSquares();
        assertThat(raw(k).fit(table).cost()).isCloseTo(within, within(0.02 * within));
    }

    @Property(tries = 15)
    void aConstantNumberMakesKModes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int k) {
        FeatureTable modes = Mixed.random(seed, 60, 0, 4);
        List<double[]> columns = new ArrayList<>(Arrays.asList(modes.toColumns()));
        columns.add(0, new double[60]);
        FeatureTable constant = Mixed.of(Mixed.schema(1, 4), columns.toArray(new double[0][]));
        KPrototypesModel alone = raw(k).fit(modes);
        assertThat(alone.gamma()).isEqualTo(1);
        assertThat(raw(k).fit(constant).cost()).isEqualTo(alone.cost());
        assertThat(alone.cost()).as("a number of mismatches").isEqualTo(Math.rint(alone.cost()));
    }

    @Property(tries = 15)
    void anotherUnitChangesNothing(@ForAll long seed) {
        FeatureTable table = Mixed.random(seed, 40, 2, 2);
        double[][] columns = table.toColumns();
        for (int j = 0; j < 2; j++) {
            columns[j] = Arrays.stream(columns[j]).map(x -> x * 1024).toArray();
        }
        Assignments one = raw(3).fit(table).assign(table);
        FeatureTable cents = Mixed.of(table.schema(), columns);
        assertThat(raw(3).fit(cents).assign(cents).segmentOfRows()).containsExactly(one.segmentOfRows());
    }

    private static MixedRows rows(FeatureTable table, double gamma) {
        return MixedRows.of(table, MixedPreparation.fit(table, Preparation.none(), KPrototypesModel.TYPE))
                .withGamma(gamma);
    }
}
