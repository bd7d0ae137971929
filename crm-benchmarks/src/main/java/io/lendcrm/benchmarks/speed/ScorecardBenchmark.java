package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A card of eight numbers (six bins) and four categories, 5 % of values missing: one client, the next of 8,192, from an array,
 * with four reasons, from a map; and 100,000 clients by columns and by bins. The limits ({@link ScorecardLimit}) are plain
 * arrays written for this one card. Times are a client's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class ScorecardBenchmark {

    private static final int CLIENTS = 8192;
    private static final int BATCH = 100_000;

    private Scorecard card;
    private ScorecardLimit limit;
    private final ReasonBuffer buffer = ReasonBuffer.of(4);
    private final int[] four = new int[4];
    private final double[][] rows = new double[CLIENTS][];
    private final List<Map<String, Object>> maps = new ArrayList<>();
    private double[][] columns;
    private byte[][] bins;
    private double[] scores;
    private int at;

    /** Makes the card and its clients. */
    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(11);
        List<Characteristic> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double[] points = new double[7];
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = Math.rint(40 * random.normal());
            }
            lines.add(Characteristic.of(Bins.numeric(Feature.numeric("number" + i, ""), -1, -0.4, 0, 0.4, 1), points));
        }
        List<String> levels = List.of("a", "b", "c", "d", "e");
        List<List<String>> groups = levels.stream().map(List::of).toList();
        for (int i = 0; i < 4; i++) {
            double[] points = new double[7];
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = Math.rint(40 * random.normal());
            }
            lines.add(Characteristic.of(Bins.levels(Feature.nominal("level" + i, levels), groups), points));
        }
        card = Scorecard.of(500, lines);
        limit = new ScorecardLimit(card);
        for (int i = 0; i < CLIENTS; i++) {
            rows[i] = row(random);
            maps.add(map(rows[i], levels));
        }
        columns = new double[12][BATCH];
        bins = new byte[12][BATCH];
        scores = new double[BATCH];
        for (int i = 0; i < BATCH; i++) {
            double[] row = row(random);
            for (int c = 0; c < 12; c++) {
                columns[c][i] = row[c];
                bins[c][i] = (byte) lines.get(c).bins().bin(row[c]);
            }
        }
        for (double[] row : rows) {
            if (card.score(row) != limit.score(row) || card.score(row, buffer) != limit.score(row, four)) {
                throw new IllegalStateException("the limit must score as the card does");
            }
            for (int rank = 0; rank < 4; rank++) {
                if (four[rank] != (rank < buffer.size() ? buffer.reason(rank) : -1)) {
                    throw new IllegalStateException("the limit must give the card's reasons");
                }
            }
        }
    }

    private static double[] row(SplitMix64 random) {
        double[] row = new double[12];
        for (int c = 0; c < 12; c++) {
            row[c] = random.uniform() < 0.05 ? Double.NaN : c < 8 ? random.normal() : random.below(5);
        }
        return row;
    }

    private Map<String, Object> map(double[] row, List<String> levels) {
        Map<String, Object> map = new HashMap<>();
        for (int c = 0; c < 12; c++) {
            if (!Double.isNaN(row[c])) {
                map.put(card.schema().feature(c).name(), c < 8 ? (Object) row[c] : levels.get((int) row[c]));
            }
        }
        return map;
    }

    private int next() {
        at = at + 1 & CLIENTS - 1;
        return at;
    }

    /** {@return a score from an array} */
    @Benchmark
    public double one() {
        return card.score(rows[next()]);
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double oneLimit() {
        return limit.score(rows[next()]);
    }

    /** {@return a score with four reasons} */
    @Benchmark
    public double reasons() {
        return card.score(rows[next()], buffer);
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double reasonsLimit() {
        return limit.score(rows[next()], four);
    }

    /** {@return a score from a map} */
    @Benchmark
    public double map() {
        return card.score(maps.get(next()));
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double mapLimit() {
        return limit.score(maps.get(next()));
    }

    /** {@return scores by columns} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] columns() {
        card.score(columns, 0, BATCH, scores);
        return scores;
    }

    /** {@return scores by bins} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] bins() {
        card.scoreBins(bins, 0, BATCH, scores);
        return scores;
    }
}
