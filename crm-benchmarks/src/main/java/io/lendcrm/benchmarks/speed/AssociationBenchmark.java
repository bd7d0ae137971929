package io.lendcrm.benchmarks.speed;

import io.lendcrm.segmentation.association.AssociationRules;
import io.lendcrm.segmentation.association.Baskets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Frequent itemsets of 0.5 % of baskets with about 10 of 500 items, some of them in patterns. {@code lendcrm} is the
 * whole fit, with the fingerprint of the data and the rules that never fail, {@code lendcrm-rules} with rules at
 * confidence 0.5, {@code limit} plain Eclat on bitsets that only counts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class AssociationBenchmark {

    private static final int ITEMS = 500;
    private static final double SUPPORT = 0.005;

    /** How many baskets; 100000 for the published figure (10,411 itemsets). */
    @Param("5000")
    public int rows;

    /** Who does it. */
    @Param({"lendcrm", "lendcrm-rules", "limit"})
    public String engine;

    private List<TreeSet<Integer>> raw;
    private Baskets baskets;

    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(17);
        double[] cumulated = new double[ITEMS];
        double total = 0;
        for (int i = 0; i < ITEMS; i++) {
            total += 1 / Math.pow(i + 1, 0.9);
            cumulated[i] = total;
        }
        List<List<Integer>> patterns = new ArrayList<>();
        for (int p = 0; p < 60; p++) {
            List<Integer> pattern = new ArrayList<>();
            for (int left = 2 + random.below(4); left > 0; left--) {
                pattern.add(item(random, cumulated, total));
            }
            patterns.add(pattern);
        }
        raw = new ArrayList<>();
        for (int b = 0; b < rows; b++) {
            TreeSet<Integer> basket = new TreeSet<>();
            int want = 4 + random.below(13);
            while (basket.size() < want) {
                if (random.uniform() < 0.3) {
                    for (int member : patterns.get(Math.min(random.below(60), random.below(60)))) {
                        if (random.uniform() < 0.85) {
                            basket.add(member);
                        }
                    }
                } else {
                    basket.add(item(random, cumulated, total));
                }
            }
            raw.add(basket);
        }
        baskets = Baskets.of(raw.stream()
                .map(basket -> basket.stream().map(i -> "i" + i).toList())
                .toList());
    }

    private static int item(SplitMix64 random, double[] cumulated, double total) {
        int at = java.util.Arrays.binarySearch(cumulated, random.uniform() * total);
        return Math.min(ITEMS - 1, at < 0 ? -at - 1 : at);
    }

    @Benchmark
    public long mine() {
        return switch (engine) {
            case "lendcrm" -> AssociationRules.of(SUPPORT, 1).fit(baskets).itemsets();
            case "lendcrm-rules" ->
                AssociationRules.of(SUPPORT, 0.5).fit(baskets).itemsets();
            case "limit" -> limit();
            default -> throw new IllegalArgumentException(engine);
        };
    }

    private long limit() {
        long[][] bits = new long[ITEMS][rows + 63 >>> 6];
        for (int b = 0; b < rows; b++) {
            for (int item : raw.get(b)) {
                bits[item][b >>> 6] |= 1L << b;
            }
        }
        int least = (int) Math.ceil(SUPPORT * rows);
        long[][] frequent = IntStream.range(0, ITEMS)
                .mapToObj(i -> bits[i])
                .filter(row -> count(row) >= least)
                .toArray(long[][]::new);
        return below(frequent, frequent.length, least);
    }

    private static long below(long[][] members, int size, int least) {
        long found = size;
        for (int i = 0; i < size - 1; i++) {
            long[][] next = new long[size - i - 1][];
            int kept = 0;
            long[] spare = new long[members[i].length];
            for (int j = i + 1; j < size; j++) {
                int count = 0;
                for (int w = 0; w < spare.length; w++) {
                    spare[w] = members[i][w] & members[j][w];
                    count += Long.bitCount(spare[w]);
                }
                if (count >= least) {
                    next[kept++] = spare;
                    spare = new long[members[i].length];
                }
            }
            found += below(next, kept, least);
        }
        return found;
    }

    private static int count(long[] row) {
        int count = 0;
        for (long word : row) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
