package io.lendcrm.benchmarks.speed;

import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
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
 * 100 trees of depth 6 on 30 features, 3 % of values missing: one client, the next of 8,192, with four reasons (exact Shapley
 * values), and 100,000 clients by columns. The limit ({@link TreesLimit}) is plain arrays written for this one shape. Times
 * are a client's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class TreesBenchmark {

    private static final int CLIENTS = 8192;
    private static final int BATCH = 100_000;

    private TreeEnsemble model;
    private TreesLimit limit;
    private final ReasonBuffer buffer = ReasonBuffer.of(4);
    private final double[][] rows = new double[CLIENTS][];
    private final double[][] all = new double[BATCH][];
    private final double[][] columns = new double[SimulatedTrees.FEATURES][BATCH];
    private final double[] scores = new double[BATCH];
    private int at;

    /** Makes the model and its clients. */
    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(23);
        SimulatedTrees trees = new SimulatedTrees(random);
        model = XgboostReader.defaults().read(trees.xgboost());
        limit = new TreesLimit(trees);
        for (int i = 0; i < BATCH; i++) {
            all[i] = SimulatedTrees.client(random);
            for (int f = 0; f < columns.length; f++) {
                columns[f][i] = all[i][f];
            }
        }
        for (int i = 0; i < CLIENTS; i++) {
            rows[i] = all[i].clone();
            if (model.score(rows[i]) != limit.score(rows[i])) {
                throw new IllegalStateException("the limit must score as the model does");
            }
        }
    }

    private double[] next() {
        at = at + 1 & CLIENTS - 1;
        return rows[at];
    }

    /** {@return a margin} */
    @Benchmark
    public double one() {
        return model.score(next());
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double oneLimit() {
        return limit.score(next());
    }

    /** {@return a margin with four reasons} */
    @Benchmark
    public double reasons() {
        return model.score(next(), buffer);
    }

    /** {@return margins by columns} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] batch() {
        model.score(columns, 0, BATCH, scores);
        return scores;
    }

    /** {@return the same by the limit, row by row} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] batchLimit() {
        for (int i = 0; i < BATCH; i++) {
            scores[i] = limit.score(all[i]);
        }
        return scores;
    }
}
